using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class ConflictsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Set_TakesTheEntryFromTheReviewer_AndLiftKeepsItLifted()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        var (address, officer, reviewer) = ($"/office/panels/{panelId}/conflicts", await host.As(season.Officer), await host.As(season.Reviewers[0]));
        var reviewAddress = $"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}";
        (await reviewer.GetAsync(reviewAddress)).Status.ShouldBe(HttpStatusCode.OK);

        var set = await officer.PostAsync(address, Conflict(season, "共同主持計畫 <b>"), "handler=set");

        set.WasAccepted.ShouldBeTrue(set.Text);
        (await reviewer.GetAsync(reviewAddress)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reviewer.GetAsync("/review")).Text.ShouldNotContain(season.Entries[0].Code);
        var list = await officer.GetAsync(address);
        list.Text.ShouldContain("共同主持計畫 <b>");
        list.Text.ShouldContain("計畫辦公室設定");
        (await officer.GetAsync($"{address}?kind=Mentor")).Text.ShouldNotContain("共同主持計畫");
        (await officer.GetAsync($"{address}?q={season.Entries[0].Code}&source=Set&reviewer={season.Reviewers[0].Id}")).Text.ShouldContain("共同主持計畫");

        (await officer.PostAsync(address, form: "handler=lift")).Text.ShouldContain("請寫明解除的理由。");
        var lifted = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.LiftReason"] = "已非同一計畫" }, "handler=lift");
        lifted.WasAccepted.ShouldBeTrue(lifted.Text);
        (await officer.GetAsync(address)).Text.ShouldContain("已非同一計畫");
    }

    [Fact]
    public async Task Set_AfterTheReviewWasHandedIn_RecusesItAndKeepsNothingOfIt()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 80, 80, 80, 80);

        await (await host.As(season.Officer)).PostAsync($"/office/panels/{panelId}/conflicts", Conflict(season, "師生"), "handler=set");

        var review = await host.Db(db => db.Reviews.AsNoTracking().SingleAsync(review => review.PanelId == panelId && review.ReviewerId == season.Reviewers[0].Id));
        (review.Status, review.Total, review.Comment, review.Scores.Count).ShouldBe((ReviewStatus.Recused, null, "", 0));
    }

    [Fact]
    public async Task Set_WithNothing_SomebodyElse_OrAnotherPanelsEntry_KeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var address = $"/office/panels/{await season.ReviewingAsync()}/conflicts";
        var officer = await host.As(season.Officer);

        var empty = await officer.PostAsync(address, form: "handler=set");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請選擇審查委員");
        empty.Text.ShouldContain("請說明利益關係");
        var unknown = await officer.PostAsync(address, new Dictionary<string, string>(Conflict(season, "字")) { ["Input.EntryCode"] = "115-9-E999", ["Input.ReviewerId"] = season.Poser.Id.ToString() }, "handler=set");
        unknown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unknown.Text.ShouldContain("這個審查會沒有這一案");
        unknown.ValueOf("Input.EntryCode").ShouldBe("115-9-E999");
        (await officer.GetAsync($"/office/panels/{Guid.NewGuid()}/conflicts")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Detect_FindsWhatCameAfterTheOpening_AndNeverRevivesWhatWasLifted()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var entry = await season.AddEntryAsync(member: await season.Given.Person(affiliation: "國立臺灣大學資訊工程學系"));
        var panelId = await season.ReviewingAsync();
        var (address, officer) = ($"/office/panels/{panelId}/conflicts", await host.As(season.Officer));
        (await officer.GetAsync(address)).Text.ShouldContain("沒有利益關係");
        await host.Db(async db =>
        {
            var reviewer = await db.People.SingleAsync(person => person.Id == season.Reviewers[0].Id);
            reviewer.Describe(new PersonProfile(reviewer.Name, "台灣大學", reviewer.BirthDate, "TW", reviewer.Gender, "zh-Hant"), season.Given.By(reviewer));
            await db.SaveChangesAsync();
        });

        (await officer.PostAsync(address, form: "handler=detect")).WasAccepted.ShouldBeTrue();

        (await officer.GetAsync(address)).Text.ShouldContain("與團隊成員同屬「國立臺灣大學資訊工程學系」");
        (await host.Db(db => db.Reviews.CountAsync(review => review.EntryId == entry.Id))).ShouldBe(1);
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.LiftReason"] = "不同系所" }, "handler=lift")).WasAccepted.ShouldBeTrue();
        await officer.PostAsync(address, form: "handler=detect");
        (await host.Db(db => db.ConflictsOfInterest.CountAsync(conflict => conflict.EntryId == entry.Id && conflict.LiftedAt == null))).ShouldBe(0);
    }

    [Fact]
    public async Task TheGrid_ShowsWhatStandsBetweenEachTwo()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 2);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 80, 80, 80, 80);
        await (await host.As(season.Officer)).PostAsync($"/office/panels/{panelId}/conflicts", new Dictionary<string, string>(Conflict(season, "親屬"))
        {
            ["Input.ReviewerId"] = season.Reviewers[1].Id.ToString(),
            ["Input.EntryCode"] = season.Entries[1].Code,
        }, "handler=set");

        var page = await (await host.As(season.Officer)).GetAsync($"/office/panels/{panelId}/conflicts?view=grid&all=true");

        var names = page.Page.QuerySelectorAll(".review-grid thead th span").Select(cell => cell.TextContent).ToList();
        var rows = page.Page.QuerySelectorAll(".review-grid tbody tr").ToDictionary(row => row.QuerySelector("th")!.TextContent.Trim(), row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList());
        string Mark(int entry, int reviewer) => rows[season.Entries[entry].Code][names.IndexOf(season.Reviewers[reviewer].Name)];
        (Mark(0, 0), Mark(0, 1), Mark(1, 0), Mark(1, 1)).ShouldBe(("評", "派", "派", "迴"));
    }

    [Fact]
    public async Task TheExport_IsHarmlessAndAudited()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();
        var officer = await host.As(season.Officer);
        await officer.PostAsync($"/office/panels/{panelId}/conflicts", Conflict(season, "=1+1"), "handler=set");

        var csv = await (await officer.GetRawAsync($"/office/panels/{panelId}/conflicts?handler=Export")).Content.ReadAsStringAsync();

        csv.ShouldContain($"{season.Entries[0].Code},");
        csv.ShouldContain(",'=1+1,");
        (await host.Db(db => db.AuditEvents.CountAsync(line => line.Verb == "panel.export-conflicts" && line.SubjectId == panelId))).ShouldBe(1);
    }

    private static Dictionary<string, string> Conflict(PanelSeason season, string note) => new()
    {
        ["Input.ReviewerId"] = season.Reviewers[0].Id.ToString(),
        ["Input.EntryCode"] = season.Entries[0].Code,
        ["Input.Kind"] = "Business",
        ["Input.Note"] = note,
    };
}
