using System.Net;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team;

public sealed class FormTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Odd = "<script>alert(1)</script> 隊🤖 ‮مرحبا";

    [Fact]
    public async Task Post_FormsATeamWithItsLeader()
    {
        var given = new Given(host);
        await given.Round();
        var leader = await given.Person();
        var browser = await host.As(leader);

        var answer = await browser.PostAsync("/team/form", new Dictionary<string, string> { ["Input.Name"] = Odd, ["Input.Introduction"] = "我們解題。" });

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var home = await browser.GetAsync("/team");
        home.Page.QuerySelector("h1")!.TextContent.ShouldBe(Odd);
        home.Page.QuerySelector("main script").ShouldBeNull();
        (await host.Db(db => db.Teams.CountAsync(team => team.LeaderId == leader.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task Post_WithTheNameOfAnotherTeam_SaysSoAtTheName()
    {
        var given = new Given(host);
        var round = await given.Round();
        var team = await given.Team(round, await given.Person());
        var browser = await host.As(await given.Person());

        var answer = await browser.PostAsync("/team/form", new Dictionary<string, string> { ["Input.Name"] = $" {team.Name} ", ["Input.Introduction"] = "另一隊" });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("本場已有同名的團隊");
        answer.ValueOf("Input.Introduction").ShouldBe("另一隊");
    }

    [Fact]
    public async Task Post_BySomebodyWhoHasATeam_IsRefused()
    {
        var given = new Given(host);
        var round = await given.Round();
        var leader = await given.Person();
        var browser = await host.As(leader);
        var token = await browser.GetAsync("/team/form");
        token.Status.ShouldBe(HttpStatusCode.OK);
        await given.Team(round, leader);

        var answer = await browser.ForgeAsync("/team", "/team/form", new Dictionary<string, string> { ["Input.Name"] = "第二隊" });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("每人每場只能參加一個團隊");
    }

    [Theory]
    [InlineData("", "請填寫團隊名稱")]
    [InlineData("   ", "請填寫團隊名稱")]
    [InlineData("long", "最多 100 個字")]
    public async Task Post_WithABadName_KeepsWhatWasTyped(string name, string sentence)
    {
        var given = new Given(host);
        await given.Round();
        var browser = await host.As(await given.Person());

        var answer = await browser.PostAsync("/team/form", new Dictionary<string, string> { ["Input.Name"] = name == "long" ? new string('隊', 101) : name, ["Input.Introduction"] = Odd });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.ValueOf("Input.Introduction").ShouldBe(Odd);
    }
}
