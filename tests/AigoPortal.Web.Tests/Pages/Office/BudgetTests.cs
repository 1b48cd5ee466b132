using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office;

public sealed class BudgetTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheFiguresAndTables_AgreeWithDecisionsMilestonesAndLedger()
    {
        var awarded = await Awarded.ByAsync(host);
        await awarded.StateAsync(awarded.Leader);
        await awarded.StateAsync(awarded.Foreigner, TaxStatus.Foreigner);
        var id = await awarded.ApprovedAsync((awarded.Leader, 30_000), (awarded.Foreigner, 20_000));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ReleaseMilestone>().RunAsync(id, awarded.Given.By(awarded.Releaser), CancellationToken.None);
        }

        var report = await host.Db(db => db.BudgetReportAsync([awarded.Entry.RoundId], awarded.Given.Now, CancellationToken.None));

        var committed = (await host.Db(db => db.Rounds.AsNoTracking().SingleAsync(round => round.Id == awarded.Entry.RoundId))).Committed.Dollars;
        report.Money.ShouldBe(new RoundMoney(20_000_000, committed, report.Ages.Sum(age => age.Amount), 50_000));
        report.Money.Free.ShouldBe(20_000_000 - committed);
        (report.Tiers.Sum(tier => tier.Booked) + report.Unreleased).ShouldBe(committed);
        report.Tiers.Sum(tier => tier.Due).ShouldBe(report.Money.Due);
        report.Tiers.Single(tier => tier.Tier == AwardTier.Finalist).Paid.ShouldBe(50_000);
        report.Months[^1].PaidSoFar.ShouldBe(50_000);
        report.Taxes.Select(line => (line.Status, line.Gross, line.Tax, line.Net)).ShouldBe([(TaxStatus.Resident, 30_000L, 3_000L, 27_000L), (TaxStatus.Foreigner, 20_000L, 4_000L, 16_000L)]);

        var code = awarded.Entry.Code[..awarded.Entry.Code.LastIndexOf('-')];
        foreach (var (role, address) in new[] { (Roles.Officer, "/office/budget"), (Roles.Auditor, "/audit/budget") })
        {
            var person = await host.As(await awarded.Given.Person(role, $"取表人{role}"));
            var page = await person.GetAsync($"{address}?round={code}");
            page.Text.ShouldContain("已撥付NT$50,000");
            page.Page.QuerySelector("svg.month-chart desc")!.TextContent.ShouldContain("50,000 元");
            (await person.GetAsync($"{address}?round=all")).Status.ShouldBe(HttpStatusCode.OK);
            (await person.GetAsync(address)).Status.ShouldBe(HttpStatusCode.OK);
            (await person.GetAsync($"{address}?round=999-9")).Status.ShouldBe(HttpStatusCode.NotFound);
            using var csv = await person.GetRawAsync($"{address}?handler=Csv&round={code}");
            csv.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
            (await csv.Content.ReadAsStringAsync()).ShouldContain("各獎項,入圍獎金,已撥付,50000");
            (await host.Db(db => db.AuditEvents.AnyAsync(written => written.Verb == "budget.export-csv" && written.PersonName == $"取表人{role}"))).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(0, MilestoneAge.Week)]
    [InlineData(7, MilestoneAge.Week)]
    [InlineData(8, MilestoneAge.Fortnight)]
    [InlineData(14, MilestoneAge.Fortnight)]
    [InlineData(15, MilestoneAge.Month)]
    [InlineData(30, MilestoneAge.Month)]
    [InlineData(31, MilestoneAge.Longer)]
    public void AnAge_CountsWholeDays(int days, MilestoneAge age)
    {
        var now = new DateTimeOffset(2027, 6, 1, 0, 30, 0, TimeSpan.FromHours(8));
        BudgetQueries.AgeOf(now.AddDays(-days), now).ShouldBe(age);
    }

    [Fact]
    public async Task TwentyDecisionsAtOnce_NeverExceedTheBudget()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0, budget: 2_000_000); // six fit, each of 300,000
        var problem = await season.Given.Problem(season.Round, season.Organisation, season.Poser);
        for (var i = 0; i < 20; i++)
        {
            var team = await season.Given.Team(season.Round, await season.Given.Person(), await season.Given.Person());
            season.Entries.Add(await season.Given.Entry(season.Round, problem, team, EntryStatus.ConceptSubmitted));
        }

        var panelId = await season.ReviewingAsync();

        var taken = await Task.WhenAll(season.Entries.Select(async entry =>
        {
            try
            {
                await season.DecideAsync(panelId, entry, Outcome.Shortlisted);
                return true;
            }
            catch (BrokenRuleException)
            {
                return false;
            }
        }));

        taken.ShouldContain(true);
        await AgreesAsync(season, panelId);
        foreach (var entry in season.Entries)
        {
            try
            {
                await season.DecideAsync(panelId, entry, Outcome.Shortlisted);
            }
            catch (BrokenRuleException refused)
            {
                refused.Rule.Code.ShouldBe("round.budget");
            }
        }

        (await AgreesAsync(season, panelId)).ShouldBe(1_800_000);
    }

    private Task<long> AgreesAsync(PanelSeason season, Guid panelId) => host.Db(async db =>
    {
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == season.Round.Id);
        var decided = (await db.Panels.AsNoTracking().SingleAsync(panel => panel.Id == panelId)).Decisions.Sum(decision => decision.Amount);
        var booked = (await db.Entries.Where(entry => entry.RoundId == round.Id).Select(entry => entry.Committed).ToListAsync()).Sum();
        round.Committed.ShouldBeLessThanOrEqualTo(round.Budget);
        (decided, booked).ShouldBe((round.Committed, round.Committed));
        return round.Committed.Dollars;
    });
}
