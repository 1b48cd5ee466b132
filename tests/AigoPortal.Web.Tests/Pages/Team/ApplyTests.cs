using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class ApplyTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string> Pitch = new()
    {
        ["Input.TrackRecord"] = "曾獲獎 🤖",
        ["Input.Expertise"] = "電腦視覺",
        ["Input.Scenario"] = "急診 <script>",
        ["Input.Technique"] = "3D-CNN",
        ["Input.DataPlan"] = "三個月",
        ["Input.ExpectedBenefit"] = "縮短判讀時間",
    };

    private Given _given = null!;
    private Round _round = null!;
    private Problem _problem = null!;
    private Person _poser = null!;

    [Fact]
    public async Task Post_GivesTheEntryItsNumber_AndThePoserALetter()
    {
        await ArrangeAsync();
        var leader = await _given.Person();
        await _given.Team(_round, leader, await _given.Person());

        var answer = await (await host.As(leader)).PostAsync($"/team/apply/{_problem.Code}", Pitch);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var entry = await host.Db(db => db.Entries.SingleAsync(entry => entry.ProblemId == _problem.Id));
        entry.Code.ShouldBe($"{_round.Code}-E001");
        answer.Location.ShouldBe($"/team/entries/{entry.Code}");
        entry.Pitch.TrackRecord.ShouldBe("曾獲獎 🤖");
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == _poser.Email))).Body.ShouldContain($"/poser/entries/{entry.Code}");
    }

    [Fact]
    public async Task Post_WithAMemberUnderAge_SaysWhoAndKeepsThePitch_UntilTheOfficeGrantsAnException()
    {
        await ArrangeAsync();
        var (leader, young) = (await _given.Person(), await _given.Person(name: "王小明", age: 19));
        var team = await _given.Team(_round, leader, young);
        var browser = await host.As(leader);

        (await browser.GetAsync($"/team/apply/{_problem.Code}")).Text.ShouldContain("王小明 未滿 20 歲");
        var refused = await browser.PostAsync($"/team/apply/{_problem.Code}", Pitch);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.ValueOf("Input.Scenario").ShouldBe("急診 <script>");

        var officer = await host.As(await _given.Person(Roles.Officer));
        (await officer.PostAsync($"/office/teams/{team.Id}", new Dictionary<string, string> { ["Input.PersonId"] = young.Id.ToString(), ["Input.Reason"] = "" }))
            .Text.ShouldContain("請寫明同意例外的理由");
        (await officer.ForgeAsync($"/office/teams/{team.Id}", $"/office/teams/{team.Id}", new Dictionary<string, string> { ["Input.PersonId"] = _poser.Id.ToString(), ["Input.Reason"] = "x" }))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await officer.PostAsync($"/office/teams/{team.Id}", new Dictionary<string, string> { ["Input.PersonId"] = young.Id.ToString(), ["Input.Reason"] = "家長同意書備查" }, files: new Dictionary<string, Upload> { ["Input.Document"] = Upload.Pdf("同意書.pdf") }))
            .WasAccepted.ShouldBeTrue();
        (await officer.GetAsync("/office/teams?q=" + Uri.EscapeDataString(team.Name))).Text.ShouldContain(team.Name);

        (await browser.PostAsync($"/team/apply/{_problem.Code}", Pitch)).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_Twice_IsRefusedWithTheFirstOne()
    {
        await ArrangeAsync();
        var leader = await _given.Person();
        var team = await _given.Team(_round, leader, await _given.Person());
        var entry = await _given.Entry(_round, _problem, team, EntryStatus.Applied);
        var browser = await host.As(leader);

        (await browser.GetAsync($"/team/apply/{_problem.Code}")).Page.QuerySelector($"main a[href='/team/entries/{entry.Code}']").ShouldNotBeNull();
        var answer = await browser.ForgeAsync("/team", $"/team/apply/{_problem.Code}", Pitch);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("團隊已經申請過這一題");
    }

    [Fact]
    public async Task Post_ByAMember_OrAlone_OrTooFew_IsRefused()
    {
        await ArrangeAsync();
        var (leader, member, alone, single) = (await _given.Person(), await _given.Person(), await _given.Person(), await _given.Person());
        await _given.Team(_round, leader, member);
        await _given.Team(_round, single);

        (await (await host.As(member)).PostAsync($"/team/apply/{_problem.Code}", Pitch)).Text.ShouldContain("這件事要由隊長來做");
        (await (await host.As(alone)).ForgeAsync("/account/profile", $"/team/apply/{_problem.Code}", Pitch)).Text.ShouldContain("請先組隊");
        (await (await host.As(single)).PostAsync($"/team/apply/{_problem.Code}", Pitch)).Text.ShouldContain("團隊要有 2 到 10 人");
    }

    [Fact]
    public async Task Post_AfterTheMatchingsEnd_IsRefusedWithBothInstants_AndTheDraftIsKept()
    {
        await ArrangeAsync();
        var leader = await _given.Person();
        await _given.Team(_round, leader, await _given.Person());
        await _given.Reschedule(_round.Id, -1, 60);

        var answer = await (await host.As(leader)).PostAsync($"/team/apply/{_problem.Code}", Pitch);

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("本場媒合已於");
        answer.Text.ShouldContain("伺服器收到的時間是");
        (await host.Db(db => db.PitchDrafts.SingleAsync(draft => draft.ProblemId == _problem.Id))).Pitch.DataPlan.ShouldBe("三個月");
        (await (await host.As(leader)).GetAsync($"/team/apply/{_problem.Code}")).ValueOf("Input.DataPlan").ShouldBe("三個月");
    }

    [Fact]
    public async Task Post_WithPartsMissingOrTooLong_SaysWhich()
    {
        await ArrangeAsync();
        var leader = await _given.Person();
        await _given.Team(_round, leader, await _given.Person());

        var answer = await (await host.As(leader)).PostAsync($"/team/apply/{_problem.Code}",
            new Dictionary<string, string>(Pitch) { ["Input.DataPlan"] = "", ["Input.Technique"] = new string('長', 4001) });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請寫資料蒐集與時程規劃");
        answer.Text.ShouldContain("最多 4,000 個字");
        answer.ValueOf("Input.TrackRecord").ShouldBe("曾獲獎 🤖");
    }

    [Fact]
    public async Task AProblemThatIsNotPublic_IsNotFound()
    {
        await ArrangeAsync(ProblemStatus.Submitted);
        (await (await host.As(await _given.Person())).GetAsync($"/team/apply/{_problem.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task ArrangeAsync(ProblemStatus status = ProblemStatus.Listed)
    {
        _given = new Given(host);
        _round = await _given.Round();
        _poser = await _given.Person(Roles.Poser);
        _problem = await _given.Problem(_round, await _given.Organisation(_poser), _poser, status);
    }
}
