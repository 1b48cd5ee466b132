using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

public sealed class ReleaseMilestoneTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Release_FortyAtOnce_PaysOnceAndNumbersWithoutGap()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        await award.StateAsync(award.Foreigner, TaxStatus.Foreigner);
        var id = await award.ApprovedAsync((award.Leader, 33_333), (award.Foreigner, 16_667));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ReleaseAsync(id, award)));

        outcomes.Count(outcome => outcome is null).ShouldBe(1);
        outcomes.OfType<BrokenRuleException>().ShouldAllBe(refused => refused.Rule.Code == "milestone.transition");
        var rows = await host.Db(db => db.Ledger.AsNoTracking().Where(row => row.MilestoneId == id).OrderBy(row => row.Sequence).ToListAsync());
        rows.Select(row => (row.PayeeName, row.Gross.Dollars, row.Tax.Dollars, row.Net.Dollars)).ShouldBe(
            [("林隊長", 33_333, 3_333, 30_000), ("John Smith", 16_667, 3_333, 13_334)], ignoreOrder: true);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.Subject.StartsWith("獎金已撥付：" + award.Entry.Code)))).ShouldBe(2);
        var transfers = await host.Db(db => db.Transfers.AsNoTracking().Where(transfer => transfer.MilestoneId == id).ToListAsync());
        transfers.Select(transfer => (transfer.LedgerSequence, transfer.Attempt, transfer.Amount, transfer.Status, transfer.BankCode)).ShouldBe(
            rows.Select(row => (row.Sequence, 1, row.Net, TransferStatus.Waiting, "700")), ignoreOrder: true);
        await AllInOrderAsync();
    }

    [Fact]
    public async Task Release_OfManyMilestonesAtOnce_ChainsThemAll()
    {
        var awards = new List<(Awarded Award, Guid Id)>();
        for (var i = 0; i < 8; i++)
        {
            var award = await Awarded.ByAsync(host);
            await award.StateAsync(award.Leader);
            await award.StateAsync(award.Member);
            awards.Add((award, await award.ApprovedAsync((award.Leader, 25_000), (award.Member, 25_000))));
        }

        var outcomes = await Task.WhenAll(awards.SelectMany(one => new[] { ReleaseAsync(one.Id, one.Award), ReleaseAsync(one.Id, one.Award) }));

        outcomes.Count(outcome => outcome is null).ShouldBe(8);
        await AllInOrderAsync();
    }

    [Fact]
    public async Task Release_ByTheApprover_IsRefusedAndNothingIsPosted()
    {
        var award = await Awarded.ByAsync(host);
        await award.StateAsync(award.Leader);
        var id = await award.ApprovedAsync((award.Leader, 50_000));

        var refused = await ReleaseAsync(id, award with { Releaser = award.Approver });

        refused.ShouldBeOfType<BrokenRuleException>().Rule.Code.ShouldBe("milestone.two-persons");
        (await host.Db(db => db.Ledger.AnyAsync(row => row.MilestoneId == id))).ShouldBeFalse();
        (await award.Milestone(1)).Status.ShouldBe(MilestoneStatus.Approved);
    }

    private async Task AllInOrderAsync()
    {
        var rows = await host.Db(db => db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).ToListAsync());
        rows.Select(row => row.Sequence).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => (long)number));
        rows.Select(row => row.VoucherNumber[^6..]).ShouldBe(rows.Select(row => row.Sequence.ToString("D6", null)));
        (await VerifyAsync()).ShouldBe(new LedgerVerdict(rows.Count, rows[^1].Hash, null, null));
    }

    private async Task<LedgerVerdict> VerifyAsync()
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyLedger>().RunAsync(CancellationToken.None);
    }

    private async Task<Exception?> ReleaseAsync(Guid id, Awarded award)
    {
        await Task.Yield();
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            (await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(id, award.Given.By(award.Releaser), CancellationToken.None)).ShouldNotBeNull();
            return null;
        }
        catch (BrokenRuleException refused)
        {
            return refused;
        }
    }
}
