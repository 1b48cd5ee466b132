using System.Diagnostics;
using AigoPortal.Data.Postgres.Embedded;

namespace AigoPortal.TestKit.Databases;

/// <summary>
/// Ends the tests' server when the test process is gone, however it went: the test platform gives a process that is done
/// a tenth of a second before it kills it, too short to stop a server and remove its files.
/// </summary>
internal static class ServerUndertaker
{
    // The shell reads from a pipe that only the test process holds open, and a closed pipe is the sign. It ignores the terminal's
    // Ctrl+C and runs apart from the process tree. The data are thrown away, so the server may stop at once (QUIT).
    private const string Script = """
        exec 3<&0
        (
            trap '' INT TERM HUP
            cat <&3
            pid=$(head -n 1 "$1/postmaster.pid") && kill -QUIT "$pid"
            for try in 1 2 3 4 5 6 7 8 9 10; do
                [ -e "$1/postmaster.pid" ] || break
                sleep 0.1
            done
            rm -rf "$1" "$2" "$3"
        ) >/dev/null 2>&1 &
        """;

    // Held, lest the garbage collector closes the pipe, or the server's lock, which tells other runs that it is in use.
    private static readonly List<(EmbeddedPostgres Server, Process Shell)> Waiting = [];

    public static void WaitFor(EmbeddedPostgres server)
    {
        if (OperatingSystem.IsWindows())
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return;
        }

        var data = Path.GetDirectoryName(server.LogFile)!;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", data, Path.GetDirectoryName(data)!, server.DataFolder])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        Waiting.Add((server, Process.Start(start)!));
    }
}
