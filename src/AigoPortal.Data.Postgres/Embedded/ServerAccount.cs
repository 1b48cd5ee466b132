using System.Globalization;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>
/// The account the server runs under: the portal's own, or, because PostgreSQL refuses to run as root,
/// the owner of the data when the portal is root.
/// </summary>
internal sealed record ServerAccount(int? UserId, int? GroupId)
{
    private const int Overflow = 65534; // "nobody" on every Linux, even where the account has no name

    /// <summary>Whether the server runs under another account than the portal.</summary>
    public bool IsOther => UserId is not null;

    public static async Task<ServerAccount> ForDataAsync(string dataFolder, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return new ServerAccount(null, null);
        }

        if (!OperatingSystem.IsLinux())
        {
            throw new EmbeddedPostgresException("PostgreSQL can't run as root. Start the portal as an ordinary user.");
        }

        return await OwnerAsync(dataFolder, cancellation) is { UserId: > 0 } owner ? owner : Nobody();
    }

    /// <summary>The command, carried out under this account.</summary>
    public IEnumerable<string> Run(params IEnumerable<string> words) =>
        IsOther ? ["setpriv", Invariant($"--reuid={UserId}"), Invariant($"--regid={GroupId}"), "--clear-groups", "--", .. words] : words;

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellation) =>
        !IsOther || (await Command.RunAsync(Run("test", "-x", folder), cancellation)).Succeeded;

    /// <summary>Hands a file or folder to this account, closed to all others but root.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellation)
    {
        if (IsOther && await Command.RunAsync(["chown", Invariant($"{UserId}:{GroupId}"), path], cancellation) is { Succeeded: false } refused)
        {
            throw new EmbeddedPostgresException($"The database server's account can't be given {path}: {refused.Output}");
        }
    }

    public static async Task<ServerAccount?> OwnerAsync(string path, CancellationToken cancellation)
    {
        var stat = await Command.RunAsync(["stat", "-c", "%u:%g", path], cancellation);
        return stat.Succeeded && stat.Output.Split(':') is [var user, var group]
            ? new ServerAccount(int.Parse(user, CultureInfo.InvariantCulture), int.Parse(group, CultureInfo.InvariantCulture))
            : null;
    }

    private static ServerAccount Nobody()
    {
        var entry = File.Exists("/etc/passwd")
            ? File.ReadLines("/etc/passwd").FirstOrDefault(line => line.StartsWith("nobody:", StringComparison.Ordinal))?.Split(':')
            : null;
        return entry is { Length: > 3 }
            && int.TryParse(entry[2], CultureInfo.InvariantCulture, out var user) && user > 0
            && int.TryParse(entry[3], CultureInfo.InvariantCulture, out var group)
                ? new ServerAccount(user, group)
                : new ServerAccount(Overflow, Overflow);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
