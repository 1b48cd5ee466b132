using System.Net;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Nasty = "評😀 ‮rtl <script>alert(1)</script>";

    [Fact]
    public async Task Create_ThenAddAndConvene_InvitesTheReviewers()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);

        var created = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Name"] = Nasty });
        created.WasAccepted.ShouldBeTrue(created.Text);
        var address = created.Location!;
        foreach (var reviewer in season.Reviewers)
        {
            var added = await officer.PostAsync(address, Reviewer(reviewer.Id), "handler=add");
            added.WasAccepted.ShouldBeTrue(added.Text);
        }

        (await officer.PostAsync(address, form: "handler=convene")).Text.ShouldContain("還有 2 位委員沒有回覆邀請");
        foreach (var reviewer in season.Reviewers)
        {
            var invitation = await host.As(reviewer);
            (await invitation.GetAsync("/review")).Text.ShouldContain("邀請您擔任");
            var accepted = await invitation.PostAsync(address.Replace("/office/", "/review/", StringComparison.Ordinal), new Dictionary<string, string> { ["Input.Agrees"] = "true" }, "handler=accept");
            accepted.WasAccepted.ShouldBeTrue(accepted.Text);
        }

        var page = await officer.GetAsync(address);
        page.Text.ShouldContain(Nasty);
        page.Body.ShouldNotContain("<script>alert");
        page.Page.QuerySelectorAll("meter").Length.ShouldBe(2);
        page.Text.ShouldContain("符合");
        (await officer.PostAsync(address, form: "handler=convene")).WasAccepted.ShouldBeTrue();

        (await officer.GetAsync(address)).Text.ShouldContain("已召集");
        (await season.LettersToAsync(season.Reviewers[0])).ShouldBe([$"邀請您擔任「{Nasty}」的審查委員", $"您是「{Nasty}」的審查委員"]);
        (await officer.GetAsync("/office/panels")).Text.ShouldContain("2 位");
    }

    [Fact]
    public async Task Create_WithoutAName_OrTooLong_OrASecondOfTheStage_IsRefusedWithASentence()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);

        var empty = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Name"] = "" });
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請填寫審查會名稱");
        var forged = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Stage"] = "99", ["Input.Name"] = "審查會" });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var tooLong = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Name"] = new('長', 101) });
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.Name").ShouldBe(new string('長', 101));

        await season.PrepareAsync();
        var second = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Stage"] = "Concept", ["Input.Name"] = "再一個" });
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("這個階段（與組別）已經有審查會。");
    }

    [Fact]
    public async Task Convene_BelowOneThird_NeedsAReason()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        season.Reviewers.RemoveAt(1);
        var address = $"/office/panels/{await season.PrepareAsync()}";
        var officer = await host.As(season.Officer);
        (await officer.GetAsync(address)).Text.ShouldContain("不足");

        var refused = await officer.PostAsync(address, form: "handler=convene");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("任一性別不足三分之一，請調整委員或寫明理由。");
        var tooLong = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.CompositionReason"] = new('理', 1001) }, "handler=convene");
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.CompositionReason").ShouldBe(new string('理', 1001));

        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.CompositionReason"] = "該領域專家多為男性" }, "handler=convene")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).Text.ShouldContain("該領域專家多為男性");
    }

    [Fact]
    public async Task Weigh_MustAddUpTo100_AndKeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        var officer = await host.As(season.Officer);

        var refused = await officer.PostAsync($"/office/panels/{panelId}", new Dictionary<string, string> { ["Input.Criteria[0].Weight"] = "31" }, "handler=weigh");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("合計要是 100，目前是 101");
        refused.ValueOf("Input.Criteria[0].Weight").ShouldBe("31");
        var wrong = await officer.PostAsync($"/office/panels/{panelId}", new Dictionary<string, string> { ["Input.Criteria[0].Weight"] = "三十" }, "handler=weigh");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.ValueOf("Input.Criteria[0].Weight").ShouldBe("三十");

        var accepted = await officer.PostAsync($"/office/panels/{panelId}", new Dictionary<string, string>
        {
            ["Input.Criteria[0].Name"] = "",
            ["Input.Criteria[0].Weight"] = "",
            ["Input.Criteria[4].Name"] = "資料治理",
            ["Input.Criteria[4].Weight"] = "30",
        }, "handler=weigh");
        accepted.WasAccepted.ShouldBeTrue(accepted.Text);
        (await host.Db(db => db.Panels.AsNoTracking().SingleAsync(panel => panel.Id == panelId))).Criteria
            .Select(criterion => (criterion.Order, criterion.Name, criterion.Weight))
            .ShouldBe([(1, "創新性", 20), (2, "產業效益", 30), (3, "團隊能力", 20), (4, "資料治理", 30)]);
    }

    [Fact]
    public async Task Remove_TakesTheReviewerOff_AndOnlyPeopleWithTheRoleCanBeAdded()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        var address = $"/office/panels/{panelId}";
        var officer = await host.As(season.Officer);

        (await officer.PostAsync(address, form: "handler=remove")).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.Panels.AsNoTracking().SingleAsync(panel => panel.Id == panelId))).Members.Count.ShouldBe(1);
        foreach (var stranger in new[] { season.Poser.Id, Guid.NewGuid() })
        {
            var refused = await officer.ForgeAsync(address, $"{address}?handler=add", Reviewer(stranger));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            refused.Text.ShouldContain("請選擇審查委員");
        }
    }

    [Fact]
    public async Task AfterConvening_MembersAndCriteriaStand()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var address = $"/office/panels/{await season.ConveneAsync()}";
        var officer = await host.As(season.Officer);

        var refused = await officer.ForgeAsync("/office/rounds", $"{address}?handler=remove", new Dictionary<string, string> { ["personId"] = season.Reviewers[0].Id.ToString() });
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("審查會已召集，委員與準則不能再改。");
    }

    [Fact]
    public async Task UnknownPanels_Are404_AndOthersMayNotEnter()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);
        (await officer.GetAsync($"/office/panels/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/office/panels/{Guid.NewGuid()}/decide")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.ForgeAsync("/office/rounds", $"/office/panels/{Guid.NewGuid()}?handler=convene", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(season.Reviewers[0])).GetAsync("/office/panels")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Dictionary<string, string> Reviewer(Guid id) => new() { ["Input.ReviewerId"] = id.ToString(), ["Input.Kind"] = nameof(ReviewerKind.Academia) };
}
