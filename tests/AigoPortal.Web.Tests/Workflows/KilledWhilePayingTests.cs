using System.Diagnostics;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.TestKit.Databases;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

#pragma warning disable EF1002, EF1003 // Names of the model's own columns and triggers.
/// <summary>A process that pays is killed with SIGKILL at any moment, fifty times, and another goes on over the same database; the books are right every time.</summary>
public sealed class KilledWhilePayingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int Kills = 50;
    private const int Ahead = 2; // processes that start while another works

    [Fact]
    public async Task KilledFiftyTimes_EveryPaymentIsWholeOrNotMade()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Member);
        var template = await award.ApprovedAsync((award.Leader, 30_000), (award.Member, 20_000));
        var random = new Random(1);
        var interrupted = 0;
        var starting = new Queue<Task<Process>>(Enumerable.Range(0, Ahead).Select(_ => StartAsync(award)));
        try
        {
            for (var kill = 0; kill < Kills; kill++)
            {
                await ApproveMoreAsync(template, 30);
                using var process = await starting.Dequeue();
                if (kill + Ahead < Kills)
                {
                    starting.Enqueue(StartAsync(award));
                }

                await process.StandardInput.WriteLineAsync();
                await process.StandardInput.FlushAsync();
                (await process.StandardOutput.ReadLineAsync()).ShouldBe("paid"); // warm from here on: what follows takes milliseconds
                await Task.Delay(random.Next(0, 150));
                interrupted += process.HasExited ? 0 : 1;
                process.Kill();
                await process.WaitForExitAsync();
                await BooksAreRightAsync(kill);
            }
        }
        finally
        {
            foreach (var left in starting)
            {
                using var process = await left;
                process.Kill();
            }
        }

        interrupted.ShouldBeGreaterThan(Kills / 2, "most of them while they worked");
        (await host.Db(db => db.Transfers.CountAsync(transfer => transfer.Status == TransferStatus.Batched))).ShouldBeGreaterThan(0);
    }

    private async Task<Process> StartAsync(Awarded award)
    {
        var connection = await host.Db(db => Task.FromResult(db.Database.GetConnectionString()!));
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(PayingProcess).Assembly.Location, TestDatabases.Provider, connection, award.Releaser.Id.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("ready");
        return process;
    }

    // Copies of an approved milestone with its shares, each at a place of the scheme of its own.
    private Task ApproveMoreAsync(Guid template, int count) => host.Db(async db =>
    {
        var next = await db.Milestones.MaxAsync(milestone => milestone.Order) + 1;
        var columns = db.Model.FindEntityType(typeof(Milestone))!.GetProperties().Select(property => property.Name)
            .Concat(["Reversal_PersonId", "Reversal_Name", "Reversal_At", "Reversal_Reason"]).Distinct().Except(["Id", "Order", "Version", "Status", "PreviousStatus", "ReleasedBy", "ReleasedAt"]).ToList();
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        for (var order = next; order < next + count; order++)
        {
            var id = Guid.NewGuid();
            await db.Database.ExecuteSqlRawAsync(
                $"INSERT INTO \"Milestones\" (\"Id\", \"Order\", \"Version\", \"Status\", \"PreviousStatus\", {names}) SELECT {{0}}, {{1}}, {{2}}, 'Approved', 'EvidenceSubmitted', {names} FROM \"Milestones\" WHERE \"Id\" = {{3}}",
                id, order, Guid.NewGuid(), template);
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO \"PayeeShares\" (\"MilestoneId\", \"PayeeId\", \"Amount\") SELECT {0}, \"PayeeId\", \"Amount\" FROM \"PayeeShares\" WHERE \"MilestoneId\" = {1}", id, template);
        }
    });

    private Task BooksAreRightAsync(int kill) => host.Db(async db =>
    {
        // What the killed process had open ends with its connections; a post waits for that, and so does this.
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.LockLedgerAsync(CancellationToken.None);
        }

        var verdict = await new VerifyLedger(db).RunAsync(CancellationToken.None);
        verdict.IsSound.ShouldBeTrue($"after kill {kill}: {verdict}");
        var rows = await db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync();
        var milestones = await db.Milestones.AsNoTracking().Select(milestone => new { milestone.Id, milestone.Status, milestone.Amount, Payees = milestone.Shares.Count }).ToListAsync();
        var transfers = await db.Transfers.AsNoTracking().ToListAsync();
        var batches = await db.PaymentBatches.AsNoTracking().OrderBy(batch => batch.Number).ToListAsync();

        rows.Select(row => row.VoucherNumber[^6..]).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => number.ToString("D6", null)));
        var posted = rows.ToLookup(row => row.MilestoneId);
        foreach (var milestone in milestones)
        {
            var paid = milestone.Status == MilestoneStatus.Paid;
            posted[milestone.Id].Count().ShouldBe(paid ? milestone.Payees : 0, $"after kill {kill}");
            posted[milestone.Id].Sum(row => row.Gross).ShouldBe(paid ? milestone.Amount : Twd.Zero);
        }

        rows.Sum(row => row.Gross).ShouldBe(rows.Sum(row => row.Tax) + rows.Sum(row => row.Net));
        transfers.Select(transfer => (transfer.LedgerSequence, transfer.Amount)).ShouldBe(rows.Select(row => (row.Sequence, row.Net)), ignoreOrder: true);
        (await db.Letters.CountAsync(letter => letter.Subject.StartsWith("獎金已撥付"))).ShouldBe(rows.Count);
        var batched = transfers.Where(transfer => transfer.BatchId is not null).ToLookup(transfer => transfer.BatchId);
        batches.Select(batch => batch.Number[^3..]).ShouldBe(Enumerable.Range(1, batches.Count).Select(number => number.ToString("D3", null)));
        batches.ShouldAllBe(batch => batched[batch.Id].Count() == batch.Count && batched[batch.Id].Sum(transfer => transfer.Amount) == batch.Total);
        batched.Count.ShouldBe(batches.Count);
        transfers.ShouldAllBe(transfer => (transfer.Status == TransferStatus.Waiting) == (transfer.BatchId == null));
    });
}
