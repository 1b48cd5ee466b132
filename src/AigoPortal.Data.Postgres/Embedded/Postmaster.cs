using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>The server's first process, as its <c>postmaster.pid</c> tells of it.</summary>
internal sealed record Postmaster(int ProcessId, int Port, bool IsReady)
{
    /// <summary>What the pid file says, true or stale; null when there is none.</summary>
    public static Postmaster? Read(string data)
    {
        var file = FileOf(data);
        if (!File.Exists(file))
        {
            return null;
        }

        // Lines: process, folder, start, port, socket folder, address, shared memory, status.
        var lines = File.ReadAllLines(file);
        return lines.Length > 3
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
                ? new Postmaster(process, port, lines.Length > 7 && lines[7].StartsWith("ready", StringComparison.Ordinal))
                : null;
    }

    /// <summary>The server of this folder, if it really lives: the number in a stale file may belong to anybody by now.</summary>
    public static Postmaster? Living(string data)
    {
        if (Read(data) is not { } postmaster)
        {
            return null;
        }

        var lives = OperatingSystem.IsLinux() ? ProcessesOf(data).Contains(postmaster.ProcessId) : IsPostgres(postmaster.ProcessId);
        return lives ? postmaster : null;
    }

    /// <summary>
    /// Clears what a killed server left: its children end by themselves within moments, and until then a new server is refused.
    /// </summary>
    public static async Task ClearAsync(string data, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // a new server looks after the stale file itself; only Linux lets us see more
        }

        var waited = Stopwatch.StartNew();
        while (ProcessesOf(data) is { Count: > 0 } orphans)
        {
            if (waited.Elapsed > TimeSpan.FromSeconds(5))
            {
                orphans.ForEach(Kill);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }

        // Nobody of this folder is left, so a number that is alive again is a stranger's.
        File.Delete(FileOf(data));
    }

    /// <summary>Whether anything accepts connections on the server's port.</summary>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string FileOf(string data) => Path.Combine(data, "postmaster.pid");

    // Every process of a server works in its data folder, under the name of the program.
    private static List<int> ProcessesOf(string data)
    {
        var folder = RealPath(data);
        return
        [
            .. Process.GetProcessesByName("postgres")
                .Select(process =>
                {
                    using (process)
                    {
                        return process.Id;
                    }
                })
                .Where(id => string.Equals(WorkingFolder(id), folder, StringComparison.Ordinal)),
        ];
    }

    private static string? WorkingFolder(int process)
    {
        try
        {
            return new FileInfo($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsPostgres(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
        {
            return path;
        }

        var real = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return new DirectoryInfo(real).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : real;
    }
}
