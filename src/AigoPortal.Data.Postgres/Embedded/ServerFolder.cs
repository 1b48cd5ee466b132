using System.Security.Cryptography;
using System.Text;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>
/// The folder portals agree on. Two locks live in it, both dropped by the system when a portal is killed: <c>gate</c> lets one
/// portal at a time start or stop the server, and every portal that uses the server shares <c>users</c>.
/// </summary>
internal sealed class ServerFolder(string path)
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    private string GateFile => System.IO.Path.Combine(Path, "gate");

    private string UsersFile => System.IO.Path.Combine(Path, "users");

    /// <summary>Waits until no other portal is starting or stopping the server.</summary>
    public async Task<FileStream> EnterAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Create();
            if (TryEnter() is { } gate)
            {
                return gate;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    public FileStream? TryEnter()
    {
        var gate = TryOpen(GateFile, FileShare.None);
        if (gate is not null && !File.Exists(GateFile))
        {
            gate.Dispose(); // the folder was removed between opening and locking
            return null;
        }

        return gate;
    }

    public FileStream Use() => TryOpen(UsersFile, FileShare.Read)
        ?? throw new EmbeddedPostgresException($"The database folder {Path} is locked by another program.");

    /// <summary>Whether some portal lives that uses the server; asked from inside the gate.</summary>
    public bool IsUsed()
    {
        using var alone = TryOpen(UsersFile, FileShare.None);
        return alone is null;
    }

    /// <summary>The server's password, made up at the first start.</summary>
    public string Password()
    {
        var file = System.IO.Path.Combine(Path, "password");
        if (!File.Exists(file))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = Private;
            }

            using var writer = new StreamWriter(file, Encoding.ASCII, options);
            writer.Write(RandomNumberGenerator.GetHexString(48));
        }

        return File.ReadAllText(file);
    }

    /// <summary>
    /// Where the server keeps its files: here, or in the system's state folder when its account can't enter here
    /// (root's checkout under a private home).
    /// </summary>
    public async Task<string> HomeAsync(ServerAccount account, CancellationToken cancellation)
    {
        if (await account.CanEnterAsync(Path, cancellation))
        {
            return Path;
        }

        var name = "aigo-portal-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path)))[..16];
        foreach (var parent in new[] { "/var/lib", System.IO.Path.GetTempPath(), "/tmp" })
        {
            var home = System.IO.Path.Combine(parent, name);
            // In a folder open to all somebody else may have put it there first.
            if (await Command.RunAsync(["mkdir", "-p", "-m", "755", home], cancellation) is { Succeeded: true }
                && await ServerAccount.OwnerAsync(home, cancellation) is { UserId: 0 }
                && await account.CanEnterAsync(home, cancellation))
            {
                return home;
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL can't run as root, and another account can't enter {Path}. Move the data folder or start the portal as an ordinary user.");
    }

    private void Create()
    {
        if (Directory.Exists(Path))
        {
            return;
        }

        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path, (UnixFileMode)Convert.ToInt32("755", 8));
        }
    }

    private static FileStream? TryOpen(string file, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
