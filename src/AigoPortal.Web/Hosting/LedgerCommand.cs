using AigoPortal.Web.Workflows;

namespace AigoPortal.Web.Hosting;

/// <summary><c>verify-ledger</c>: checks the award ledger from the command line instead of serving.</summary>
public static class LedgerCommand
{
    /// <summary>Runs the command when it was asked for. Exit code 0: every row is in order; 1: not.</summary>
    /// <returns>Whether it ran, so that the portal need not serve.</returns>
    public static async Task<bool> RunLedgerCommandAsync(this WebApplication app, string[] args)
    {
        if (!args.Contains("verify-ledger", StringComparer.Ordinal))
        {
            return false;
        }

        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var verdict = await scope.ServiceProvider.GetRequiredService<VerifyLedger>().RunAsync(CancellationToken.None);
            await Console.Out.WriteLineAsync(verdict.IsSound
                ? $"OK: {verdict.Count} rows, head {verdict.Head}"
                : $"BROKEN at row {verdict.BadSequence} ({verdict.BadVoucher ?? "missing"}): {verdict.Fault}. {verdict.Count} rows before it are in order, head {verdict.Head}");
            Environment.ExitCode = verdict.IsSound ? 0 : 1;
        }

        return true;
    }
}
