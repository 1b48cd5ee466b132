using System.ComponentModel;
using System.Diagnostics;

namespace AigoPortal.Data.Postgres.Embedded;

/// <summary>What a finished program said.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<Command> RunAsync(IEnumerable<string> words, CancellationToken cancellation)
    {
        var line = words.ToList();
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            // The account that runs the server may not be able to enter the portal's own current folder.
            WorkingDirectory = Path.GetPathRoot(AppContext.BaseDirectory),
        };
        // A developer's PGPORT or PGDATA must not steer the embedded server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(CancellationToken.None),
                process.StandardError.ReadToEndAsync(CancellationToken.None));
            using (cancellation.Register(() => Kill(process)))
            {
                await process.WaitForExitAsync(CancellationToken.None);
            }

            cancellation.ThrowIfCancellationRequested();
            // A server started by the program may hold the pipes open: what was said by now is enough.
            await Task.WhenAny(output, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
            return new Command(process.ExitCode, output.IsCompletedSuccessfully ? string.Concat(output.Result).Trim() : "");
        }
        catch (Win32Exception missing)
        {
            return new Command(-1, missing.Message);
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
