using System.Diagnostics;
using Npgsql;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>
/// A real PostgreSQL that the portal brings along and runs itself, on loopback only. Portals that use the same data folder
/// share one server: the first starts it, the last to leave stops it, and one that was killed no longer counts.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly ServerFolder _folder;
    private readonly ServerCluster _cluster;
    private readonly FileStream _use;
    private readonly NpgsqlConnectionStringBuilder _connection;
    private int _left;

    private EmbeddedPostgres(ServerFolder folder, ServerCluster cluster, FileStream use, Postmaster postmaster, bool startedHere)
    {
        (_folder, _cluster, _use) = (folder, cluster, use);
        (Port, ProcessId, StartedHere) = (postmaster.Port, postmaster.ProcessId, startedHere);
        _connection = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = Port,
            Username = ServerCluster.User,
            Password = folder.Password(),
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        };
    }

    /// <summary>The loopback port the server listens on.</summary>
    public int Port { get; }

    /// <summary>The server's first process.</summary>
    public int ProcessId { get; }

    /// <summary>Whether this portal started the server, or joined one that another portal runs.</summary>
    public bool StartedHere { get; }

    /// <summary>The folder that belongs to this server.</summary>
    public string DataFolder => _folder.Path;

    /// <summary>What the server itself has to say.</summary>
    public string LogFile => _cluster.Log;

    /// <summary>Starts the server, or joins the one that already serves another living portal.</summary>
    /// <exception cref="EmbeddedPostgresException">The server can't run; the message says why.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var nodeModules = ServerBinaries.FindNodeModules(options.NodeModules);
        var folder = new ServerFolder(options.DataFolder ?? Path.Combine(Path.GetDirectoryName(nodeModules)!, ".data", "postgres"));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.StartLimit);
        try
        {
            return await StartAsync(options, nodeModules, folder, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new EmbeddedPostgresException($"PostgreSQL over {folder.Path} was not ready within {options.StartLimit}.", late);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new EmbeddedPostgresException(
                $"The database folder {folder.Path} belongs to another account ({refused.Message}). Start the portal as that account, or name another folder.", refused);
        }
    }

    /// <summary>Stops a server that a killed portal left behind and removes its folder; false when a living portal uses it.</summary>
    public static async Task<bool> TryRemoveAsync(string dataFolder, CancellationToken cancellation = default)
    {
        var folder = new ServerFolder(dataFolder);
        using (var gate = folder.TryEnter())
        {
            if (gate is null || folder.IsUsed())
            {
                return false;
            }

            var (home, cluster) = await OpenAsync(ServerBinaries.FindNodeModules(null), folder, cancellation);
            await cluster.StopAsync(cancellation);
            if (!string.Equals(home, folder.Path, StringComparison.Ordinal))
            {
                Directory.Delete(home, recursive: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                Directory.Delete(folder.Path, recursive: true);
                return true;
            }
        }

        Directory.Delete(folder.Path, recursive: true); // Windows does not remove the gate while it is held
        return true;
    }

    /// <summary>How to reach a database on this server.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Creates the database if the server does not have it yet.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        await using var connection = await ConnectAsync(cancellation);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (await exists.ExecuteScalarAsync(cancellation) is not null)
        {
            return;
        }

        try
        {
            using var quotes = new NpgsqlCommandBuilder();
#pragma warning disable CA2100 // a name can't be a parameter; it is quoted
            await using var create = new NpgsqlCommand($"CREATE DATABASE {quotes.QuoteIdentifier(name)}", connection);
#pragma warning restore CA2100
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException twice) when (twice.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another portal was quicker.
        }
    }

    /// <summary>Leaves the server, and stops it if no other portal uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _left, 1) == 1)
        {
            return;
        }

        using var gate = await _folder.EnterAsync(CancellationToken.None);
        await _use.DisposeAsync();
        if (!_folder.IsUsed())
        {
            await _cluster.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options, string nodeModules, ServerFolder folder, CancellationToken cancellation)
    {
        using var gate = await folder.EnterAsync(cancellation);
        var (_, cluster) = await OpenAsync(nodeModules, folder, cancellation);
        var joins = folder.IsUsed() && cluster.Running is { IsReady: true } running && await running.AnswersAsync(cancellation);
        var use = folder.Use();
        try
        {
            if (!joins)
            {
                // What still runs was left by a killed portal, perhaps with other settings.
                await cluster.StopAsync(cancellation);
                await cluster.CreateAsync(folder.Password(), options.Durable, cancellation);
                await cluster.StartAsync(options, cancellation);
            }

            var postmaster = cluster.Running ?? throw new EmbeddedPostgresException($"PostgreSQL over {cluster.Data} stopped as soon as it had started.");
            var server = new EmbeddedPostgres(folder, cluster, use, postmaster, startedHere: !joins);
            await using var answers = await server.ConnectAsync(cancellation);
            return server;
        }
        catch
        {
            await use.DisposeAsync();
            if (!folder.IsUsed())
            {
                await cluster.StopAsync(CancellationToken.None);
            }

            throw;
        }
    }

    private static async Task<(string Home, ServerCluster Cluster)> OpenAsync(string nodeModules, ServerFolder folder, CancellationToken cancellation)
    {
        var account = await ServerAccount.ForDataAsync(Path.Combine(folder.Path, "data"), cancellation);
        var home = await folder.HomeAsync(account, cancellation);
        var binaries = await ServerBinaries.PrepareAsync(nodeModules, home, account, cancellation);
        return (home, new ServerCluster(home, binaries, account));
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false };
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var connection = new NpgsqlConnection(unpooled.ConnectionString);
            try
            {
                await connection.OpenAsync(cancellation);
                return connection;
            }
            catch (NpgsqlException refused)
            {
                await connection.DisposeAsync();
                if (refused is PostgresException { SqlState: not PostgresErrorCodes.CannotConnectNow } || waited.Elapsed > TimeSpan.FromSeconds(10))
                {
                    throw new EmbeddedPostgresException($"PostgreSQL over {_cluster.Data} refuses the portal: {refused.Message}", refused);
                }
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }
}
