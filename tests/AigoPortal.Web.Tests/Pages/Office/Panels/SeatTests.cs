using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class SeatTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task AnExcusedReviewer_LosesWhatIsNotHandedIn_AndASubstituteGetsEverythingAtOnce()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReviewingAsync();
        var (leaving, address) = (season.Reviewers[0], $"/office/panels/{panelId}");
        await season.ScoreAsync(leaving, season.Entries[0], 80, 80, 80, 80);
        var officer = await host.As(season.Officer);

        var silent = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.PersonId"] = leaving.Id.ToString() }, "handler=excuse");
        silent.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        silent.Text.ShouldContain("請寫明解任的理由。");
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.PersonId"] = leaving.Id.ToString(), ["Input.ExcuseReason"] = "出國進修" }, "handler=excuse")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.Reviews.AsNoTracking().Where(review => review.ReviewerId == leaving.Id).ToListAsync())).ShouldHaveSingleItem().Status.ShouldBe(ReviewStatus.Submitted);
        (await (await host.As(leaving)).GetAsync("/review")).Text.ShouldNotContain(season.Entries[1].Code);
        (await season.LettersToAsync(leaving)).ShouldContain("「構想審查會」的審查委員異動");
        var page = await officer.GetAsync(address);
        page.Text.ShouldContain("出國進修");
        page.Text.ShouldContain("召集後委員有異動，任一性別不足三分之一。");
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.CompositionReason"] = "遞補中" }, "handler=composition")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).Text.ShouldContain("遞補中");

        var substitute = await season.Given.Person(Roles.Reviewer, gender: Gender.Female);
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.ReviewerId"] = substitute.Id.ToString(), ["Input.Kind"] = nameof(ReviewerKind.DomainExpert) }, "handler=add")).WasAccepted.ShouldBeTrue();
        (await (await host.As(substitute)).PostAsync($"/review/panels/{panelId}", new Dictionary<string, string> { ["Input.Agrees"] = "true" }, "handler=accept")).WasAccepted.ShouldBeTrue();
        (await host.Db(db => db.Reviews.CountAsync(review => review.ReviewerId == substitute.Id))).ShouldBe(2);
    }

    [Fact]
    public async Task AnInvitation_IsSentAgainOnceAnHour_AndADeclineGivesItsReason()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        var invited = await season.InviteAsync(panelId);
        var (officer, address) = (await host.As(season.Officer), $"/office/panels/{panelId}");

        var early = await officer.PostAsync(address, form: "handler=remind");
        early.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        early.Text.ShouldContain("一小時內剛寄過邀請");
        await host.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE \"PanelMembers\" SET \"InvitedAt\" = {0} WHERE \"PersonId\" = {1}", season.Given.Now.AddHours(-2), invited.Id));
        (await officer.PostAsync(address, form: "handler=remind")).WasAccepted.ShouldBeTrue();
        (await season.LettersToAsync(invited)).ShouldBe(["邀請您擔任「構想審查會」的審查委員"]);
        (await officer.PostAsync(address, form: "handler=remind")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await (await host.As(invited)).PostAsync($"/review/panels/{panelId}", new Dictionary<string, string> { ["Input.Reason"] = "時間不允許" }, "handler=decline")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(address)).Text.ShouldContain("時間不允許");
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.ReviewerId"] = invited.Id.ToString(), ["Input.Kind"] = nameof(ReviewerKind.Investor) }, "handler=add")).WasAccepted.ShouldBeTrue("one who declined can be asked again");
    }

    [Fact]
    public async Task TheSeat_SaysWhatItIs_AndTiesCanBeCorrected()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        var address = $"/review/panels/{panelId}";
        var reviewer = await host.As(season.Reviewers[0]);

        var page = await reviewer.GetAsync(address);
        page.Text.ShouldContain("技術可行性");
        page.Text.ShouldContain("團隊與出題單位不會知道您是誰。");
        (await reviewer.PostAsync(address, new Dictionary<string, string> { ["Input.Ties"] = "甲公司" }, "handler=ties")).WasAccepted.ShouldBeTrue();
        (await reviewer.GetAsync(address)).ValueOf("Input.Ties").ShouldBe("甲公司");
        var tooLong = await reviewer.PostAsync(address, new Dictionary<string, string> { ["Input.Ties"] = new('長', 2001) }, "handler=ties");
        tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        tooLong.ValueOf("Input.Ties").ShouldBe(new string('長', 2001));
        (await (await host.As(await season.Given.Person(Roles.Reviewer))).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task APanelOfATrack_TakesItsIndustry_AndComesBeforeTheReview()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var officer = await host.As(season.Officer);
        (await officer.GetAsync("/office/panels")).Text.ShouldContain("1 案沒有審查會");
        var other = await officer.PostAsync("/office/panels", new Dictionary<string, string> { ["Input.Name"] = "農業組", ["Input.Track"] = "農業" });
        other.WasAccepted.ShouldBeTrue(other.Text);
        (await officer.GetAsync("/office/panels")).Text.ShouldContain("1 案沒有審查會");
        var forged = await officer.ForgeAsync("/office/panels", "/office/panels", new Dictionary<string, string> { ["Input.RoundId"] = season.Round.Id.ToString(), ["Input.Stage"] = "Concept", ["Input.Name"] = "組", ["Input.Track"] = "不存在" });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        await season.ReviewingAsync();
        (await officer.GetAsync("/office/panels")).Text.ShouldNotContain($"{season.Round.Code} 構想：1 案沒有審查會");
        var trackId = Guid.Parse(other.Location!.Split('/')[^1]);
        await host.Db(async db =>
        {
            var panel = await db.Panels.SingleAsync(panel => panel.Id == trackId);
            panel.Invite(season.Reviewers[0], ReviewerKind.Academia, chairs: false, season.Given.By(season.Officer));
            panel.Accept(season.Reviewers[0].Id, "", season.Given.By(season.Reviewers[0]));
            await db.SaveChangesAsync();
        });
        var late = await officer.PostAsync(other.Location!, new Dictionary<string, string> { ["Input.CompositionReason"] = "人數少" }, "handler=convene");
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("分組的審查會不能再召集");
    }

    [Fact]
    public async Task HowItWorks_IsArranged_AndOtherFormsKeepIt()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var address = $"/office/panels/{await season.PrepareAsync()}";
        var officer = await host.As(season.Officer);

        var past = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.ScoringEndsAt"] = "2020-01-01T12:00", ["Input.ReviewsPerEntry"] = "3" }, "handler=arrange");
        past.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        past.Text.ShouldContain("評分截止要晚於現在。");
        past.ValueOf("Input.ReviewsPerEntry").ShouldBe("3");
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.ScoringEndsAt"] = "2099-01-01T12:00", ["Input.ReviewsPerEntry"] = "3" }, "handler=arrange")).WasAccepted.ShouldBeTrue();
        var other = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Criteria[0].Weight"] = "99" }, "handler=weigh");
        (other.ValueOf("Input.ReviewsPerEntry"), other.ValueOf("Input.ScoringEndsAt")).ShouldBe(("3", "2099-01-01T12:00"));
    }

    [Fact]
    public async Task TheRoundsSettings_StandForPanelsToCome_AndBlindnessUntilAReviewBegins()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var panelId = await season.PrepareAsync();
        var officer = await host.As(season.Officer);
        const string Address = "/office/rounds/criteria";

        (await officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Blindness"] = "Double", ["Input.AppealDays"] = "10" }, "handler=rules")).WasAccepted.ShouldBeTrue();
        var wrong = await officer.PostAsync(Address, new Dictionary<string, string> { ["Input.AppealDays"] = "0" }, "handler=rules");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("申覆期間請填 1 到 60 天。");
        var uneven = await officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Concept[0].Weight"] = "31" }, "handler=criteria");
        uneven.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        uneven.Text.ShouldContain("構想準則的權重合計要是 100，目前是 101。");
        (await officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Concept[0].Name"] = "資料條件" }, "handler=criteria")).WasAccepted.ShouldBeTrue();
        var stale = await officer.PostAsync(Address, new Dictionary<string, string> { ["Input.Version"] = Guid.NewGuid().ToString() }, "handler=rules");
        stale.Text.ShouldContain("資料剛剛被其他人更新");

        var round = await season.RoundNowAsync();
        (round.Blindness, round.AppealDays, round.Criteria[0].Name).ShouldBe((Blindness.Double, 10, "資料條件"));
        (await officer.GetAsync($"/office/panels/{panelId}")).ValueOf("Input.Criteria[0].Name").ShouldBe("技術可行性");

        await season.ReviewingAsync(ReviewStage.Proof);
        await host.Db(db => db.Panels.Where(panel => panel.Id == panelId).ExecuteUpdateAsync(set => set.SetProperty(panel => panel.Status, PanelStatus.Reviewing).SetProperty(panel => panel.PreviousStatus, PanelStatus.Convened)));
        (await officer.GetAsync(Address)).Text.ShouldContain("本場已開始審查，不能再改。");
        var late = await officer.ForgeAsync(Address, $"{Address}?handler=rules", new Dictionary<string, string> { ["Input.Version"] = (await season.RoundNowAsync()).Version.ToString(), ["Input.Blindness"] = "Open", ["Input.AppealDays"] = "7" });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("匿名方式不能再改。");
    }
}
