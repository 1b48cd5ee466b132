using System.Net;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Tests.Pages.Review;

/// <summary>The form that saves itself, in one tab and in two, until the scoring ends.</summary>
public sealed class ScoreDraftTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Autosave_KeepsAnUnfinishedReview_WhichCountsOnlyOnceItIsHandedIn()
    {
        var (season, id, reviewer) = await ReviewingAsync();
        var address = $"/review/score/{id}";

        var saved = await reviewer.PostAsync(address, Form("80", "", "", "", "寫到"), "#score-form");
        saved.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "handing in needs everything");
        saved = await AutosaveAsync(reviewer, id, Form("80", "", "", "", "寫到一半"));
        saved.Status.ShouldBe(HttpStatusCode.OK);
        saved.Text.ShouldContain("已自動儲存");
        var review = await ReviewAsync(id);
        (review.Status, review.Total, review.Draft!.Comment).ShouldBe((ReviewStatus.Assigned, (decimal?)null, "寫到一半"));
        (await reviewer.GetAsync("/review?show=draft")).Text.ShouldContain(season.Entries[0].Code);
        (await reviewer.GetAsync("/review?show=todo")).Text.ShouldContain("沒有符合的案件");
        var again = await reviewer.GetAsync(address);
        (again.ValueOf("Input.Scores[0]"), again.ValueOf("Input.Comment")).ShouldBe(("80", "寫到一半"));

        (await reviewer.PostAsync(address, Form("80", "70", "90", "60", "寫完了"), "#score-form")).WasAccepted.ShouldBeTrue();
        (await AutosaveAsync(reviewer, id, Form("10", "70", "90", "60", "想改"))).Status.ShouldBe(HttpStatusCode.OK);
        review = await ReviewAsync(id);
        (review.Status, review.Total, review.Comment, review.Draft!.Scores[0].Value).ShouldBe((ReviewStatus.Submitted, 77m, "寫完了", 10));
        (await reviewer.GetAsync(address)).Text.ShouldContain("目前列入計算的總分 77.00");
    }

    [Fact]
    public async Task Autosave_OfWhatCannotBe_SaysSoAndKeepsNothing()
    {
        var (_, id, reviewer) = await ReviewingAsync();

        foreach (var (form, sentence) in new[]
        {
            (Form("101", "", "", "", ""), "請給 0 到 100 的整數分數"),
            (Form("七十", "", "", "", ""), "尚未儲存"),
            (Form("1", "", "", "", new string('字', 8001)), "最多 8,000 個字"),
        })
        {
            var refused = await AutosaveAsync(reviewer, id, form);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain(sentence);
        }

        (await ReviewAsync(id)).Draft.ShouldBeNull();
    }

    [Fact]
    public async Task TwoTabs_NeverOverwriteEachOther()
    {
        var (_, id, reviewer) = await ReviewingAsync();
        var stale = (await reviewer.GetAsync($"/review/score/{id}")).ValueOf("Input.Version")!;
        await AutosaveAsync(reviewer, id, Form("80", "70", "", "", "第一個分頁"));

        var second = new Dictionary<string, string>(Form("80", "75", "", "", "第二個分頁")) { ["Input.Version"] = stale };
        foreach (var handler in new[] { "autosave", "draft" })
        {
            var refused = await reviewer.ForgeAsync("/review", $"/review/score/{id}?handler={handler}", second);
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain("第一個分頁");
            refused.Text.ShouldContain("改存我這一頁的內容");
        }

        var whole = new Dictionary<string, string>(Form("80", "75", "60", "60", "第二個分頁")) { ["Input.Version"] = stale };
        (await reviewer.ForgeAsync("/review", $"/review/score/{id}", whole)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReviewAsync(id)).Draft!.Comment.ShouldBe("第一個分頁");

        var same = new Dictionary<string, string>(Form("80", "70", "", "", "第一個分頁")) { ["Input.Version"] = stale };
        (await reviewer.ForgeAsync("/review", $"/review/score/{id}?handler=autosave", same)).Status.ShouldBe(HttpStatusCode.OK, "it says the same");
        var seen = new Dictionary<string, string>(second) { ["Seen"] = (await ReviewAsync(id)).Version.ToString() };
        (await reviewer.ForgeAsync("/review", $"/review/score/{id}?handler=draft", seen)).WasAccepted.ShouldBeTrue();
        (await ReviewAsync(id)).Draft!.Comment.ShouldBe("第二個分頁");
    }

    [Fact]
    public async Task AfterTheScoringsEnd_NothingIsTaken_AndTheInstantIsSaid()
    {
        var (season, id, reviewer) = await ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 80, 80, 80, 80);
        var end = new DateTimeOffset(2026, 1, 2, 9, 30, 0, TimeSpan.Zero);
        await host.Db(async db =>
        {
            var panelId = (await ReviewAsync(id)).PanelId;
            (await db.Panels.SingleAsync(panel => panel.Id == panelId)).Arrange(new PanelTerms(null, end, false), season.Given.By(season.Officer) with { At = end.AddDays(-1) });
            await db.SaveChangesAsync();
        });

        foreach (var handler in new[] { "", "?handler=draft", "?handler=autosave" })
        {
            var refused = await reviewer.ForgeAsync("/review", $"/review/score/{id}{handler}", Form("1", "1", "1", "1", "晚了"));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain("評分已於 2026 年 1 月 2 日");
            refused.Text.ShouldContain("17:30");
        }

        var page = await reviewer.GetAsync($"/review/score/{id}");
        page.Text.ShouldContain("評分已截止");
        page.Page.QuerySelector("#score-form").ShouldBeNull();
        (await ReviewAsync(id)).Total.ShouldBe(80);
    }

    [Fact]
    public async Task TheWay_LeadsToTheNextOneToScore()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 3);
        await season.ReviewingAsync();
        var reviewer = await host.As(season.Reviewers[0]);
        var ids = new List<Guid>();
        foreach (var entry in season.Entries)
        {
            ids.Add(await season.ReviewIdAsync(season.Reviewers[0], entry));
        }

        await season.ScoreAsync(season.Reviewers[0], season.Entries[1], 80, 80, 80, 80);
        var page = await reviewer.GetAsync($"/review/score/{ids[0]}");
        page.Page.QuerySelector("a[rel=next]")!.GetAttribute("href").ShouldEndWith(ids[1].ToString());
        var form = new Dictionary<string, string>(Form("80", "70", "90", "60", "好")) { ["then"] = "next" };
        (await reviewer.PostAsync($"/review/score/{ids[0]}", form, "#score-form")).Location.ShouldEndWith(ids[2].ToString());
    }

    private async Task<(PanelSeason Season, Guid Id, PortalClient Reviewer)> ReviewingAsync()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReviewingAsync();
        return (season, await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0]), await host.As(season.Reviewers[0]));
    }

    private static async Task<Answer> AutosaveAsync(PortalClient reviewer, Guid id, IReadOnlyDictionary<string, string> form)
    {
        var version = (await reviewer.GetAsync($"/review/score/{id}")).ValueOf("Input.Version")!;
        return await reviewer.ForgeAsync("/review", $"/review/score/{id}?handler=autosave", new Dictionary<string, string>(form) { ["Input.Version"] = version });
    }

    private Task<Scored> ReviewAsync(Guid id) => host.Db(db => db.Reviews.AsNoTracking().SingleAsync(review => review.Id == id));

    private static Dictionary<string, string> Form(string one, string two, string three, string four, string comment) => new()
    {
        ["Input.Scores[0]"] = one,
        ["Input.Scores[1]"] = two,
        ["Input.Scores[2]"] = three,
        ["Input.Scores[3]"] = four,
        ["Input.Comment"] = comment,
    };
}
