using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class ReverseMilestoneTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Reverse_TwentyAtOnce_TakesBackOnce_AndTheMilestoneIsPaidAnew()
    {
        var award = await Awarded.ByAsync(host);
        var id = await award.PaidAsync();
        await AskAsync(award, id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReverseAsync(award, id)));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        var rows = await RowsAsync(id);
        rows.Select(row => (row.Kind, row.Gross.Dollars, row.Issue)).ShouldBe(
            [(LedgerRowKind.Payment, 30_000, 1), (LedgerRowKind.Payment, 20_000, 1), (LedgerRowKind.Reversal, -30_000, 1), (LedgerRowKind.Reversal, -20_000, 1)], ignoreOrder: true);
        rows.Where(row => row.Kind == LedgerRowKind.Reversal).ShouldAllBe(row =>
            row.Reason == "分配有誤" && row.ApproverName == "核准人" && row.ReleaserName == "撥付人" && rows.Any(paid => paid.Sequence == row.ReversalOf && paid.PayeeId == row.PayeeId));
        (await TransfersAsync(id)).ShouldAllBe(transfer => transfer.Status == TransferStatus.Cancelled && transfer.Reason == "分配有誤");
        (await host.Db(db => db.Letters.CountAsync(letter => letter.Subject.StartsWith("獎金沖正：" + award.Entry.Code)))).ShouldBe(2);
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Returned);

        await award.PaidAsync(leader: 10_000, member: 40_000);

        rows = await RowsAsync(id);
        rows.Where(row => row.Issue == 2).Select(row => row.Gross.Dollars).ShouldBe([10_000, 40_000], ignoreOrder: true);
        rows.Sum(row => row.Gross).ShouldBe(new Twd(50_000));
        rows.Sum(row => row.Tax).ShouldBe(rows.Sum(row => row.Gross) - rows.Sum(row => row.Net));
        (await TransfersAsync(id)).Count(transfer => transfer.Status == TransferStatus.Waiting).ShouldBe(2);
        var verdict = await award.Run<VerifyLedger, LedgerVerdict>(verify => verify.RunAsync(CancellationToken.None));
        verdict.IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Reverse_ByTheAskerOrUnasked_IsRefused()
    {
        var award = await Awarded.ByAsync(host);
        var id = await award.PaidAsync();
        (await ReverseAsync(award, id)).ShouldBe("milestone.reversal-not-asked");
        await AskAsync(award, id);
        (await ReverseAsync(award with { Releaser = award.Approver }, id)).ShouldBe("milestone.reversal-two-persons");
        (await RowsAsync(id)).Count.ShouldBe(2);
        (await award.Run<ReverseMilestone, IReadOnlyList<LedgerRow>?>(work => work.RunAsync(Guid.NewGuid(), award.Given.By(award.Releaser), CancellationToken.None))).ShouldBeNull();
    }

    [Fact]
    public async Task Reverse_WhileTheBankHasIt_IsRefused()
    {
        var award = await Awarded.ByAsync(host);
        await award.SentBatchAsync();
        var id = (await award.Milestone(1)).Id;
        await AskAsync(award, id);
        (await ReverseAsync(award, id)).ShouldBe("milestone.reversal-in-batch");
        (await RowsAsync(id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Build_TwoAtOnce_PutsEachTransferIntoOneBatch_AndMakesNoEmptyOne()
    {
        var award = await Awarded.ByAsync(host);
        await award.PaidAsync();
        var before = await host.Db(db => db.PaymentBatches.CountAsync());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => OutcomeAsync(() =>
            award.Run<BuildPaymentBatch, PaymentBatch>(work => work.RunAsync(null, award.Given.By(award.Approver), CancellationToken.None)))));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.Where(outcome => outcome is not null).ShouldAllBe(code => code == "batch.empty" || code == "save.changed");
        var batches = await host.Db(db => db.PaymentBatches.AsNoTracking().OrderBy(batch => batch.Number).ToListAsync());
        batches.Count.ShouldBe(before + 1);
        batches.Select(batch => batch.Number[^3..]).ShouldBe(Enumerable.Range(1, batches.Count).Select(number => number.ToString("D3", null)));
        (await host.Db(db => db.Transfers.CountAsync(transfer => transfer.Status == TransferStatus.Waiting))).ShouldBe(0);
    }

    private static async Task<string?> OutcomeAsync(Func<Task> work)
    {
        await Task.Yield();
        try
        {
            await work();
            return null;
        }
        catch (BrokenRuleException refused)
        {
            return refused.Rule.Code;
        }
    }

    private static Task<string?> ReverseAsync(Awarded award, Guid id) => OutcomeAsync(() =>
        award.Run<ReverseMilestone, IReadOnlyList<LedgerRow>?>(work => work.RunAsync(id, award.Given.By(award.Releaser), CancellationToken.None)));

    private Task AskAsync(Awarded award, Guid id) => host.Db(async db =>
    {
        (await db.Milestones.SingleAsync(found => found.Id == id)).AskReversal("分配有誤", award.Given.By(award.Approver));
        await db.SaveChangesAsync();
    });

    private Task<List<LedgerRow>> RowsAsync(Guid id) => host.Db(db => db.Ledger.AsNoTracking().Where(row => row.MilestoneId == id).OrderBy(row => row.Sequence).ToListAsync());

    private Task<List<Transfer>> TransfersAsync(Guid id) => host.Db(db => db.Transfers.AsNoTracking().Where(transfer => transfer.MilestoneId == id).ToListAsync());
}
