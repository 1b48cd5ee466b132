using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Tests.Pages.Review;

public sealed class ScoreTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Submit_ThenAmend_KeepsTheWeightedTotal()
    {
        var season = await PanelSeason.BeginAsync(host);
        await season.ReviewingAsync();
        var id = await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]);
        var reviewer = await host.As(season.Reviewers[0]);
        (await reviewer.GetAsync("/review")).Text.ShouldContain("已評 0 / 2 案");
        var dossier = await reviewer.GetAsync($"/review/score/{id}");
        dossier.Text.ShouldContain("構想內容");
        var file = dossier.Page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;
        (await reviewer.GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await reviewer.PostAsync($"/review/score/{id}", Scores("80", "70", "90", "60", "很好 😀 ‮ <script>"))).WasAccepted.ShouldBeTrue();
        (await reviewer.PostAsync($"/review/score/{id}", Scores("100", "70", "90", "60", "更好"))).WasAccepted.ShouldBeTrue();

        var review = await ReviewAsync(id);
        (review.Status, review.Total, review.Comment).ShouldBe((ReviewStatus.Submitted, 83m, "更好"));
        (await reviewer.GetAsync("/review")).Text.ShouldContain("已評 1 / 2 案");
    }

    [Fact]
    public async Task Submit_WithoutCommentOrWithScoresBeyondTheScale_KeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        var address = $"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}";
        var reviewer = await host.As(season.Reviewers[0]);

        var refused = await reviewer.PostAsync(address, Scores("101", "七十", "", "60", ""));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("請給 0 到 100 的整數分數");
        refused.Text.ShouldContain("請寫下評語。");
        refused.ValueOf("Input.Scores[0]").ShouldBe("101");
        refused.ValueOf("Input.Scores[1]").ShouldBe("七十");
        var tooLong = await reviewer.PostAsync(address, Scores("1", "1", "1", "1", new string('字', 8001)));
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.Comment")!.Length.ShouldBe(8001);
        (await reviewer.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Scores[0]"] = "5", ["Input.Comment"] = "好" })).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Recuse_NeedsAReason_AndTheEntryDisappears()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        var id = await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]);
        var reviewer = await host.As(season.Reviewers[0]);
        var file = (await reviewer.GetAsync($"/review/score/{id}")).Page.QuerySelector("a[href^='/files/']")!.GetAttribute("href")!;

        var empty = await reviewer.PostAsync($"/review/score/{id}", form: "handler=recuse");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請說明利益關係");
        (await reviewer.PostAsync($"/review/score/{id}", new Dictionary<string, string> { ["Input.Kind"] = "Business", ["Input.Reason"] = "曾為同事" }, "handler=recuse")).WasAccepted.ShouldBeTrue();

        (await reviewer.GetAsync($"/review/score/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await reviewer.GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reviewer.GetAsync("/review")).Text.ShouldSatisfyAllConditions(desk => desk.ShouldContain("已迴避 1 案"), desk => desk.ShouldNotContain(season.Entries[0].Code));
        (await ReviewAsync(id)).ConflictReason.ShouldBe("曾為同事");
    }

    [Fact]
    public async Task OthersReviews_AndUnknownOnes_Are404()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        var id = await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]);
        var mine = await season.ReviewIdAsync(season.Reviewers[1], season.Entries[0]);
        var other = await host.As(season.Reviewers[1]);

        (await other.GetAsync($"/review/score/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/review/score/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.ForgeAsync($"/review/score/{mine}", $"/review/score/{id}", Scores("1", "1", "1", "1", "假"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(season.Poser)).GetAsync($"/review/score/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AfterTheRelease_ScoresStand()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 80, 80, 80, 80);
        var address = $"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}";
        var reviewer = await host.As(season.Reviewers[0]);
        await season.DecideAsync(panelId, season.Entries[0], Outcome.NotShortlisted);
        await season.ReleaseAsync(panelId);

        (await reviewer.GetAsync(address)).Text.ShouldContain("加權總分 80.00");
        foreach (var (handler, sentence) in new[] { ("", "不能評分"), ("?handler=draft", "不能評分"), ("?handler=autosave", "不能評分"), ("?handler=recuse", "不能再迴避") })
        {
            var refused = await reviewer.ForgeAsync("/review", address + handler, new Dictionary<string, string>(Scores("1", "1", "1", "1", "晚")) { ["Input.Reason"] = "晚" });
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain(sentence);
        }
    }

    [Fact]
    public async Task BeforeTheIntakeCloses_TheDeskSaysWhen()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ConveneAsync();

        var desk = await (await host.As(season.Reviewers[0])).GetAsync("/review");

        desk.Text.ShouldContain("等待收件截止");
        desk.Text.ShouldNotContain(season.Entries[0].Code);
        (await (await host.As(await season.Given.Person(Roles.Reviewer))).GetAsync("/review")).Text.ShouldContain("目前沒有要審查的案件");
    }

    private Task<Scored> ReviewAsync(Guid id) => host.Db(db => db.Reviews.AsNoTracking().SingleAsync(review => review.Id == id));

    private static Dictionary<string, string> Scores(string one, string two, string three, string four, string comment) => new()
    {
        ["Input.Scores[0]"] = one,
        ["Input.Scores[1]"] = two,
        ["Input.Scores[2]"] = three,
        ["Input.Scores[3]"] = four,
        ["Input.Comment"] = comment,
    };
}
