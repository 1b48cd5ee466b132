using System.Text.Json;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Public.Problems;

public class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task TheData_ForSearchEngines_AreJson_WhateverTheTitleSays()
    {
        const string title = "</script><script>alert('x')</script> & \"引號\"";
        var problem = await ProblemAsync(title);

        var page = await host.Visitor().GetAsync($"/problems/{problem.Code}");

        page.Body.ShouldNotContain("<script>alert");
        using var data = JsonDocument.Parse(page.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        data.RootElement.GetProperty("name").GetString().ShouldBe(title);
        data.RootElement.GetProperty("@id").GetString().ShouldEndWith($"/problems/{problem.Code}");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(Roles.Participant, true)]
    [InlineData(Roles.Poser, false)]
    [InlineData(Roles.Officer, false)]
    public async Task TheCallToApply_IsForThoseWhoCan_AndExplainedToTheOthers(string role, bool mayApply)
    {
        var problem = await ProblemAsync();
        var browser = role.Length == 0 ? host.Visitor() : await host.As(await _given.Person(role));

        var page = await browser.GetAsync($"/problems/{problem.Code}");

        (page.Page.QuerySelector($"a[href='/team/apply/{problem.Code}']") is not null).ShouldBe(mayApply);
        page.Text.Contains("目前登入的帳號不是參賽者", StringComparison.Ordinal).ShouldBe(!mayApply);
    }

    [Fact]
    public async Task Home_SendsToPosing_OnlyWhoCan()
    {
        await _given.Round();
        (await (await host.As(await _given.Person(Roles.Poser))).GetAsync("/")).Page.QuerySelector("main a[href='/poser']").ShouldNotBeNull();
        (await (await host.As(await _given.Person())).GetAsync("/")).Page.QuerySelector("main a[href='/pose']").ShouldNotBeNull();
        (await host.Visitor().GetAsync("/pose")).Text.ShouldContain("先取得出題單位帳號");
    }

    [Fact]
    public async Task SimilarProblems_AreOfTheSameRound_AndPublic()
    {
        var (round, poser) = (await _given.Round(), await _given.Person(Roles.Poser));
        var organisation = await _given.Organisation(poser);
        var problem = await _given.Problem(round, organisation, poser);
        await _given.Problem(round, organisation, poser, slot: 2, title: "相近的一題");
        await _given.Problem(round, organisation, poser, ProblemStatus.Submitted, slot: 3, title: "還沒公開的一題");
        await ProblemAsync("別場的一題");

        var page = await host.Visitor().GetAsync($"/problems/{problem.Code}");

        page.Text.ShouldContain("相近的一題");
        page.Text.ShouldNotContain("還沒公開的一題");
        page.Text.ShouldNotContain("別場的一題");
    }

    private async Task<Problem> ProblemAsync(string title = "以人工智慧判讀病例與診斷影像")
    {
        var poser = await _given.Person(Roles.Poser);
        return await _given.Problem(await _given.Round(), await _given.Organisation(poser), poser, title: title);
    }
}
