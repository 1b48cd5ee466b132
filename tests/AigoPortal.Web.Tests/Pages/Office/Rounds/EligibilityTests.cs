using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Rounds;

public sealed class EligibilityTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task ChangingTheRules_CountsAtOnce_AndIsAudited()
    {
        var given = new Given(host);
        var round = await given.Round();
        var (leader, young) = (await given.Person(), await given.Person(name: "高中生", age: 17));
        await given.Team(round, leader, young);
        var officer = await host.As(await given.Person(Roles.Officer));
        (await (await host.As(leader)).GetAsync("/team")).Text.ShouldContain("高中生 未滿 20 歲");

        (await officer.PostAsync("/office/rounds/eligibility", new Dictionary<string, string> { ["Input.MinimumAge"] = "16" })).WasAccepted.ShouldBeTrue();

        (await (await host.As(leader)).GetAsync("/team")).Text.ShouldNotContain("未滿");
        (await host.Db(db => db.AuditEvents.SingleAsync(act => act.SubjectId == round.Id && act.Verb == "round.admit"))).Why!.ShouldContain("age 20");
    }

    [Theory]
    [InlineData("MinimumAge", "", "請填數字")]
    [InlineData("MinimumAge", "120", "年齡請填 0 到 99")]
    [InlineData("MaximumTeamSize", "1", "人數上限不能小於下限")]
    public async Task WrongNumbers_AreRefusedAtTheField(string field, string value, string sentence)
    {
        var given = new Given(host);
        await given.Round();

        var answer = await (await host.As(await given.Person(Roles.Officer))).PostAsync("/office/rounds/eligibility", new Dictionary<string, string> { [$"Input.{field}"] = value });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector($"[name='Input.{field}']")!.Closest(".field")!.TextContent.ShouldContain(sentence);
    }

    [Fact]
    public async Task ALimitBelowAnExistingTeam_IsRefused()
    {
        var given = new Given(host);
        var round = await given.Round();
        await given.Team(round, await given.Person(), await given.Person(), await given.Person());

        var answer = await (await host.As(await given.Person(Roles.Officer))).PostAsync("/office/rounds/eligibility", new Dictionary<string, string> { ["Input.MaximumTeamSize"] = "2" });

        answer.Text.ShouldContain("已有團隊是 3 人");
    }
}
