using System.Globalization;
using System.Net;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team.Entries;

public sealed class AppealTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task TheLeader_FilesOnce_WithAFile_AndTheOfficeAnswers()
    {
        var season = await PanelSeason.BeginAsync(host);
        var panelId = await season.ReleasedAsync(Outcome.NotShortlisted, Outcome.Shortlisted);
        var entry = season.Entries[0];
        var (leader, address) = (await season.LeaderAsync(entry), $"/team/entries/{entry.Code}/appeal");
        var (team, officer) = (await host.As(leader), await host.As(season.Officer));
        (await team.GetAsync($"/team/entries/{entry.Code}")).Page.QuerySelector("main a[href$='/appeal']").ShouldNotBeNull();

        var silent = await team.PostAsync(address, new Dictionary<string, string> { ["Input.Reasons"] = " " });
        silent.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        silent.Text.ShouldContain("請寫明申覆的理由。");
        var filed = await team.PostAsync(address, new Dictionary<string, string> { ["Input.Reasons"] = "第 9 頁已說明 <i>" }, files: new Dictionary<string, Upload> { ["Input.File"] = Upload.Pdf("附件.pdf") });
        filed.WasAccepted.ShouldBeTrue(filed.Text);
        var again = await team.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Stage"] = "Concept", ["Input.Reasons"] = "再一次" });
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("這個階段已經提出過申覆。");

        var appeal = await host.Db(db => db.Appeals.AsNoTracking().SingleAsync(appeal => appeal.EntryId == entry.Id));
        (await officer.GetAsync("/office")).Text.ShouldContain("申覆待答覆");
        var list = await officer.GetAsync($"/office/panels/{panelId}/appeals?appeal={appeal.Id}");
        list.Text.ShouldContain("第 9 頁已說明 <i>");
        var file = $"/files/{appeal.FileId}";
        (await officer.GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await team.GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var stranger in new[] { season.Poser, season.Reviewers[0], await season.LeaderAsync(season.Entries[1]) })
        {
            (await (await host.As(stranger)).GetRawAsync(file)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        var answer = $"/office/panels/{panelId}/appeals?appeal={appeal.Id}";
        var open = await officer.PostAsync(answer, new Dictionary<string, string> { ["Input.Verdict"] = "Uphold", ["Input.Answer"] = "附件有理" });
        open.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        open.Text.ShouldContain("申覆成立時，請寫明後續怎麼處理。");
        open.ValueOf("Input.Answer").ShouldBe("附件有理");
        (await officer.PostAsync(answer, new Dictionary<string, string> { ["Input.Verdict"] = "Uphold", ["Input.Answer"] = "附件有理", ["Input.Consequence"] = "另行複議" })).WasAccepted.ShouldBeTrue();
        var second = await officer.ForgeAsync(answer, $"/office/panels/{panelId}/appeals", new Dictionary<string, string> { ["Input.AppealId"] = appeal.Id.ToString(), ["Input.Verdict"] = "Dismiss", ["Input.Answer"] = "不同意" });
        second.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        second.Text.ShouldContain("這件申覆目前是「申覆成立」，不能再答覆。");

        (await team.GetAsync(address)).Text.ShouldContain("另行複議");
        (await season.LettersToAsync(leader)).ShouldContain($"案號 {entry.Code}：申覆的答覆");
        (await season.LettersToAsync(season.Poser)).ShouldContain($"案號 {entry.Code}：申覆已答覆");
        (await host.Db(db => db.Letters.AsNoTracking().Where(letter => letter.To == season.Poser.Email).Select(letter => letter.Body).ToListAsync())).ShouldAllBe(body => !body.Contains("附件有理"));
        (await (await host.As(season.Poser)).GetAsync($"/poser/entries/{entry.Code}")).Text.ShouldContain("團隊的申覆已經答覆。");
    }

    [Fact]
    public async Task AfterThePeriod_ItIsRefusedWithTheInstant_AndWhatWasTypedStays()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReleasedAsync(Outcome.NotShortlisted);
        var address = $"/team/entries/{season.Entries[0].Code}/appeal";
        var team = await host.As(await season.LeaderAsync(season.Entries[0]));
        var end = season.Given.Now.AddSeconds(-1);
        await host.Db(db => db.Panels.Where(panel => panel.Id == panelId).ExecuteUpdateAsync(set => set.SetProperty(panel => panel.AppealsUntil, end)));

        (await team.GetAsync(address)).Page.QuerySelector("main form").ShouldBeNull();
        var late = await team.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Stage"] = "Concept", ["Input.Reasons"] = "晚了一秒" });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("申覆期間已於");
        late.Text.ShouldContain(end.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm:ss", CultureInfo.InvariantCulture) + " 截止。");
    }

    [Fact]
    public async Task Members_Read_OthersFindNothing()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        await season.ReleasedAsync(Outcome.NotShortlisted);
        var entry = season.Entries[0];
        var address = $"/team/entries/{entry.Code}/appeal";
        var leader = await season.LeaderAsync(entry);
        var member = await host.Db(db => db.TeamMembers.Where(one => one.TeamId == entry.TeamId && one.PersonId != leader.Id).Select(one => one.PersonId).FirstAsync());

        var reading = await host.As(member);
        (await reading.GetAsync(address)).Text.ShouldContain("由隊長提出。");
        var forged = await reading.ForgeAsync("/account/profile", address, new Dictionary<string, string> { ["Input.Stage"] = "Concept", ["Input.Reasons"] = "我是隊員" });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("這件事要由隊長來做。");
        (await (await host.As(await season.Given.Person())).GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(leader)).ForgeAsync("/account/profile", address, new Dictionary<string, string> { ["Input.Stage"] = "Proof", ["Input.Reasons"] = "沒有這個決議" })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
