using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class DecideTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheTable_RanksEntriesByTheirAverage()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[1], 90, 90, 90, 90);
        await season.ScoreAsync(season.Reviewers[1], season.Entries[1], 80, 80, 80, 80);
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 70, 70, 70, 70);

        var page = await (await host.As(season.Officer)).GetAsync($"/office/panels/{panelId}/decide");

        var rows = page.Page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        rows[0].ShouldStartWith($"1 {season.Entries[1].Code}");
        rows[0].ShouldContain("85.00 10.00");
        rows[1].ShouldStartWith($"2 {season.Entries[0].Code}");
        page.Text.ShouldContain("3 / 4份評分已送出");
    }

    [Fact]
    public async Task Decide_ShowsTheBudget_AndLeadsToTheRelease()
    {
        var season = await PanelSeason.BeginAsync(host, budget: 1_000_000);
        var address = $"/office/panels/{await season.ReviewingAsync()}/decide";
        var officer = await host.As(season.Officer);
        (await officer.GetAsync(address)).Page.QuerySelector("main a.btn-primary[href$='/release']").ShouldBeNull();

        foreach (var (entry, verdict) in new[] { (season.Entries[0], Verdict.Shortlisted), (season.Entries[1], Verdict.NotShortlisted) })
        {
            var decided = await officer.PostAsync($"{address}?entry={entry.Code}", Decision(verdict), "handler=decide");
            decided.WasAccepted.ShouldBeTrue(decided.Text);
        }

        var page = await officer.GetAsync(address);
        page.Text.ShouldContain("700,000元還可以決議");
        page.Page.QuerySelector("main a.btn-primary[href$='/release']").ShouldNotBeNull();
        (await StatusAsync(season.Entries[0])).ShouldBe(EntryStatus.ConceptSubmitted);
    }

    [Fact]
    public async Task Decide_WithoutReason_WithAWrongOutcome_OrTooLong_KeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var address = $"/office/panels/{await season.ReviewingAsync()}/decide?entry={season.Entries[0].Code}";
        var officer = await host.As(season.Officer);

        var empty = await officer.PostAsync(address, Decision(Verdict.Shortlisted, ""), "handler=decide");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請寫下決議理由");
        var wrong = await officer.PostAsync(address, Decision(Verdict.Outstanding, "好 😀 ‮ <script>"), "handler=decide");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("請選擇這個階段的決議結果。");
        wrong.ValueOf("Input.Reason").ShouldBe("好 😀 ‮ <script>");
        (await officer.PostAsync(address, Decision(Verdict.Shortlisted, new string('字', 4001)), "handler=decide")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.GetAsync($"/office/panels/{Guid.NewGuid()}/decide?entry=x")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(address + "9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Decide_BeyondTheBudget_SaysHowMuchIsLeft()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1, budget: 100_000);
        var address = $"/office/panels/{await season.ReviewingAsync()}/decide?entry={season.Entries[0].Code}";

        var refused = await (await host.As(season.Officer)).PostAsync(address, Decision(Verdict.Shortlisted), "handler=decide");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("預算只剩 100,000 元，不足以決議 300,000 元。");
    }

    [Fact]
    public async Task AProofsAward_IsChosenWithItsLevel()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1, conceptInDays: -5, status: EntryStatus.ProofSubmitted);
        var address = $"/office/panels/{await season.ReviewingAsync(ReviewStage.Proof)}/decide?entry={season.Entries[0].Code}";
        var officer = await host.As(season.Officer);

        (await officer.GetAsync(address)).Text.ShouldContain("優等：300,000 元，之後尚可決議 ");
        (await officer.PostAsync(address, Decision(Verdict.Shortlisted), "handler=decide")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.PostAsync(address, Decision(Verdict.Excellent), "handler=decide")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).Page.QuerySelector("tbody .state")!.TextContent.ShouldBe("優等");
    }

    private Task<EntryStatus> StatusAsync(Entry entry) => host.Db(db => db.Entries.Where(found => found.Id == entry.Id).Select(found => found.Status).SingleAsync());

    private static Dictionary<string, string> Decision(Verdict verdict, string reason = "構想完整") => new() { ["Input.Verdict"] = verdict.ToString(), ["Input.Reason"] = reason };
}
