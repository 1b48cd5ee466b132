using System.Net;
using System.Net.Sockets;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>The data on disk and the server that runs over them. Used from inside the folder's gate.</summary>
internal sealed class ServerCluster(string home, ServerBinaries binaries, ServerAccount account)
{
    public const string User = "portal";

    public string Data { get; } = Path.Combine(home, "data");

    public string Log => Path.Combine(Data, "server.log");

    public Postmaster? Running => Postmaster.Living(Data);

    /// <summary>Makes an empty cluster, wholly or not at all.</summary>
    public async Task CreateAsync(string password, bool durable, CancellationToken cancellation)
    {
        foreach (var abandoned in Directory.EnumerateDirectories(home, "unfinished-*"))
        {
            Directory.Delete(abandoned, recursive: true);
        }

        if (Directory.Exists(Data))
        {
            return;
        }

        var unfinished = Directory.CreateDirectory(Path.Combine(home, $"unfinished-{Guid.NewGuid():N}")).FullName;
        var (data, secret) = (Path.Combine(unfinished, "data"), Path.Combine(unfinished, "secret"));
        await account.OwnAsync(Directory.CreateDirectory(data).FullName, cancellation);
        await WriteSecretAsync(secret, password, cancellation);
        if (account.IsOther)
        {
            await account.OwnAsync(secret, cancellation);
            await account.OwnAsync(unfinished, cancellation);
        }

        var made = await Command.RunAsync(account.Run([
            binaries.InitDb, "-D", data, $"--username={User}", $"--pwfile={secret}", "--auth=scram-sha-256", "--encoding=UTF8",
            "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions",
            .. durable ? Array.Empty<string>() : ["--no-sync"]]), cancellation);
        if (!made.Succeeded)
        {
            throw new EmbeddedPostgresException($"PostgreSQL could not lay out its files in {home}: {made.Output}");
        }

        Directory.Move(data, Data);
        Directory.Delete(unfinished, recursive: true);
    }

    /// <summary>Starts the server and waits until it has recovered and takes connections.</summary>
    public async Task StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        // After a crash the old port, if it is still free, lets other portals find the server again.
        var port = Postmaster.Read(Data)?.Port ?? FreePort();
        await Postmaster.ClearAsync(Data, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            if (File.Exists(Log))
            {
                File.Move(Log, Path.Combine(Data, "server.previous.log"), overwrite: true);
            }

            // pg_ctl puts the server into a session of its own, where a terminal's Ctrl+C does not reach it.
            var started = await Command.RunAsync(account.Run([
                binaries.PgCtl, "start", "-D", Data, "-l", Log, "-s", "-w", "-t", Seconds(options.StartLimit), "-o", Settings(options, port)]), cancellation);
            if (started.Succeeded)
            {
                return;
            }

            var log = File.Exists(Log) ? await File.ReadAllTextAsync(Log, cancellation) : "";
            var passes = log.Contains("could not bind", StringComparison.Ordinal) || log.Contains("still in use", StringComparison.Ordinal);
            if (!passes || attempt == 10)
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start over {Data}: {started.Output}{Environment.NewLine}{log}".TrimEnd());
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), cancellation);
            port = FreePort();
        }
    }

    /// <summary>Stops the server if it runs: open transactions are rolled back, everything committed is on disk.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        foreach (var (mode, limit) in new[] { ("fast", 60), ("immediate", 10) })
        {
            if (Running is null)
            {
                return;
            }

            var seconds = Seconds(TimeSpan.FromSeconds(limit));
            await Command.RunAsync(account.Run(binaries.PgCtl, "stop", "-D", Data, "-s", "-w", "-t", seconds, "-m", mode), cancellation);
        }

        if (Running is { } stubborn)
        {
            throw new EmbeddedPostgresException($"PostgreSQL (process {stubborn.ProcessId}) over {Data} does not stop.");
        }
    }

    private static string Settings(EmbeddedPostgresOptions options, int port)
    {
        List<string> settings =
        [
            FormattableString.Invariant($"port={port}"), "listen_addresses=127.0.0.1", "unix_socket_directories=",
            FormattableString.Invariant($"max_connections={options.MaxConnections}"),
            "timezone=UTC", "log_timezone=UTC", "lc_messages=C",
            .. options.Durable
                ? Array.Empty<string>()
                : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"],
        ];
        return string.Join(' ', settings.Select(setting => $"-c {setting}"));
    }

    private static async Task WriteSecretAsync(string file, string secret, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using var writer = new StreamWriter(file, options);
        await writer.WriteAsync(secret.AsMemory(), cancellation);
    }

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0}");

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
