using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class ScoresTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task EntriesAreRanked_FilteredAndOpened()
    {
        var (season, panelId) = await ScoredAsync();
        var officer = await host.As(season.Officer);

        var page = await officer.GetAsync($"/office/panels/{panelId}/scores");
        page.Page.QuerySelectorAll("#entries ~ * tbody td.headline a, section[aria-labelledby=entries] td.headline a").Select(link => link.TextContent)
            .ShouldBe([season.Entries[1].Code, season.Entries[0].Code, season.Entries[2].Code]);
        page.Text.ShouldContain("5 / 6");
        foreach (var (query, codes) in new (string, int[])[]
        {
            ("sort=code", [0, 1, 2]), ("sort=spread", [0, 1, 2]), ("show=disputed", [0]), ("show=missing", [2]), ("show=agreed", []), ("all=true&sort=missing", [2, 0, 1]), ("p=99", [1, 0, 2]),
        })
        {
            (await officer.GetAsync($"/office/panels/{panelId}/scores?{query}")).Page.QuerySelectorAll("section[aria-labelledby=entries] td.headline a").Select(link => link.TextContent)
                .ShouldBe(codes.Select(code => season.Entries[code].Code), query);
        }

        var opened = await officer.GetAsync($"/office/panels/{panelId}/scores/{season.Entries[0].Code.ToLowerInvariant()}");
        opened.Text.ShouldContain(season.Reviewers[0].Name);
        opened.Text.ShouldContain("90.00");
        opened.Text.ShouldContain("評語");
        (await officer.GetAsync($"/office/panels/{panelId}/scores/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/office/panels/{Guid.NewGuid()}/scores")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(season.Reviewers[0])).GetAsync($"/office/panels/{panelId}/scores")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AnAgreedScore_RanksTheEntry_UntilItIsTakenBack()
    {
        var (season, panelId) = await ScoredAsync();
        var officer = await host.As(season.Officer);
        var address = $"/office/panels/{panelId}/scores/{season.Entries[2].Code}";

        var refused = await officer.PostAsync(address, Agreed("100.5", ""), "handler=agree");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("請填 0 到 100，最多兩位小數。");
        refused.Text.ShouldContain("請寫明合議的理由。");
        refused.ValueOf("Input.AgreedScore").ShouldBe("100.5");
        (await officer.PostAsync(address, Agreed("99.5", "討論後同意"), "handler=agree")).WasAccepted.ShouldBeTrue();

        (await officer.GetAsync($"/office/panels/{panelId}/scores")).Page.QuerySelector("section[aria-labelledby=entries] td.headline a")!.TextContent.ShouldBe(season.Entries[2].Code);
        (await officer.GetAsync(address)).Text.ShouldContain(season.Officer.Name);
        (await officer.PostAsync(address, form: "handler=takeback")).WasAccepted.ShouldBeTrue();
        (await officer.ForgeAsync(address, address + "?handler=takeback", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TrailAsync(panelId)).ShouldBe(["panel.agree", "panel.take-back-agreed"]);
    }

    [Fact]
    public async Task LateReviewers_AreRemindedOnceADay()
    {
        var (season, panelId) = await ScoredAsync();
        var officer = await host.As(season.Officer);
        var address = $"/office/panels/{panelId}/scores";
        var late = season.Reviewers[1];

        (await officer.PostAsync(address, form: $"reviewer={late.Id}")).WasAccepted.ShouldBeTrue();
        var letters = await season.LettersToAsync(late);
        letters.ShouldContain("請完成評分：構想審查會");
        (await season.LettersToAsync(season.Reviewers[0])).ShouldNotContain(subject => subject.StartsWith("請完成評分", StringComparison.Ordinal));

        foreach (var again in new[] { $"?handler=remind&reviewer={late.Id}", "?handler=remind" })
        {
            (await officer.ForgeAsync(address, address + again, new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, again);
        }

        (await season.LettersToAsync(late)).Count.ShouldBe(letters.Count);
        (await TrailAsync(panelId)).ShouldBe(["panel.remind"]);
    }

    [Fact]
    public async Task TheCsv_HasALineAReview_AndIsWrittenIntoTheTrail()
    {
        var (season, panelId) = await ScoredAsync();
        await host.Db(async db =>
        {
            var review = await db.Reviews.SingleAsync(review => review.ReviewerId == season.Reviewers[0].Id && review.EntryId == season.Entries[0].Id);
            var panel = await db.Panels.SingleAsync(panel => panel.Id == panelId);
            review.Submit(review.Scores, "=HYPERLINK(\"http://x\")\n第二行", panel, season.Given.By(season.Reviewers[0]), "+1");
            await db.SaveChangesAsync();
        });
        var answer = await (await host.As(season.Officer)).GetRawAsync($"/office/panels/{panelId}/scores.csv");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        var text = await answer.Content.ReadAsStringAsync();
        var lines = text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(6);
        lines[0].ShouldStartWith("案號,題目名稱,委員,");
        lines[1..].Select(line => line.Split(',')[0]).ShouldBe(new[] { 0, 0, 1, 1, 2 }.Select(entry => season.Entries[entry].Code));
        lines.ShouldContain(line => line.Contains(",90,90,90,90,90.00,", StringComparison.Ordinal));
        text.ShouldContain("\"'=HYPERLINK(\"\"http://x\"\")\n第二行\",'+1,");
        (await TrailAsync(panelId)).ShouldBe(["panel.export-scores"]);
        (await (await host.As(season.Reviewers[0])).GetAsync($"/office/panels/{panelId}/scores.csv")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await host.As(season.Officer)).GetAsync($"/office/panels/{Guid.NewGuid()}/scores.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AReviewUnderAConflict_DoesNotCount()
    {
        var (season, panelId) = await ScoredAsync();
        await host.Db(async db =>
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(
                season.Reviewers[0].Id, season.Entries[0].Id, ConflictKind.Family, ConflictSource.Set, "親屬", season.Given.By(season.Officer)));
            await db.SaveChangesAsync();
        });
        var officer = await host.As(season.Officer);
        (await officer.GetAsync($"/office/panels/{panelId}/scores")).Text.ShouldContain("4 / 5");
        (await (await officer.GetRawAsync($"/office/panels/{panelId}/scores.csv")).Content.ReadAsStringAsync()).ShouldNotContain(",90,90,90,90,");
    }

    [Fact]
    public async Task BeforeTheReviewBegins_ThereIsNothingToSee()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ConveneAsync();
        var officer = await host.As(await season.Given.Person(Roles.Officer));
        foreach (var page in new[] { "scores", "scores.csv", $"scores/{season.Entries[0].Code}" })
        {
            (await officer.GetAsync($"/office/panels/{panelId}/{page}")).Status.ShouldBe(HttpStatusCode.NotFound, page);
        }
    }

    // Entry 0: 90 and 60; entry 1: 85 and 80; entry 2: 50 and nothing yet.
    private async Task<(PanelSeason Season, Guid PanelId)> ScoredAsync()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 3);
        var panelId = await season.ReviewingAsync();
        foreach (var (reviewer, entry, score) in new[] { (0, 0, 90), (1, 0, 60), (0, 1, 85), (1, 1, 80), (0, 2, 50) })
        {
            await season.ScoreAsync(season.Reviewers[reviewer], season.Entries[entry], score, score, score, score);
        }

        return (season, panelId);
    }

    private Task<List<string>> TrailAsync(Guid panelId) => host.Db(db => db.AuditEvents
        .Where(trail => trail.SubjectId == panelId && (trail.Verb == "panel.agree" || trail.Verb == "panel.take-back-agreed" || trail.Verb == "panel.remind" || trail.Verb == "panel.export-scores"))
        .OrderBy(trail => trail.Id).Select(trail => trail.Verb).ToListAsync());

    private static Dictionary<string, string> Agreed(string score, string reason) => new() { ["Input.AgreedScore"] = score, ["Input.AgreedReason"] = reason };
}
