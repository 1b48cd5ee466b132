using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Public.Problems;

public class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task TheList_IsFilteredPagedAndSearched()
    {
        var poser = await _given.Person(Roles.Poser);
        var round = await _given.Round();
        for (var i = 0; i < 5; i++)
        {
            var organisation = await _given.Organisation(poser, i == 0 ? OrganisationKind.Ministry : OrganisationKind.Industry);
            for (var slot = 1; slot <= 3; slot++)
            {
                await _given.Problem(round, organisation, poser, slot: slot, title: i == 4 && slot == 3 ? "Fingerprint 100% Matching" : $"題目 {i}-{slot}");
            }
        }

        await _given.Problem(round, await _given.Organisation(poser), poser, ProblemStatus.Submitted, title: "還沒公開的題目");
        var visitor = host.Visitor();

        var first = await visitor.GetAsync("/problems");
        first.Page.QuerySelectorAll("article").Length.ShouldBe(12);
        first.Text.ShouldContain("共 15 題");
        first.Text.ShouldNotContain("還沒公開的題目");
        (await visitor.GetAsync("/problems?p=2")).Page.QuerySelectorAll("article").Length.ShouldBe(3);
        (await visitor.GetAsync("/problems?q=fingerPRINT+100%25")).Page.QuerySelectorAll("article").Length.ShouldBe(1);
        (await visitor.GetAsync("/problems?PublicIssue=true")).Page.QuerySelectorAll("article").Length.ShouldBe(3);
        (await visitor.GetAsync("/problems?Technology=IoT")).Text.ShouldContain("沒有符合的題目");
        (await visitor.GetAsync("/problems?Readiness=Complete&p=2")).Page.QuerySelectorAll("article").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Facets_AreCounted_AndAChipTakesAFilterAway()
    {
        var (round, poser) = (await _given.Round(), await _given.Person(Roles.Poser));
        await _given.Problem(round, await _given.Organisation(poser, OrganisationKind.Ministry), poser, title: "鐵路異物辨識");
        await _given.Problem(round, await _given.Organisation(poser), poser, title: "海關行李辨識");

        var page = await host.Visitor().GetAsync("/problems?q=%E8%BE%A8%E8%AD%98&PublicIssue=true&Reward=Cash");

        page.Text.ShouldContain("共 1 題");
        page.Page.QuerySelector("article")!.TextContent.ShouldContain("鐵路異物辨識");
        page.Page.QuerySelector("#facets input[name=PublicIssue][value=true]")!.HasAttribute("checked").ShouldBeTrue();
        page.Page.QuerySelector("#facets input[name=Industry]")!.ParentElement!.TextContent.ShouldContain("1");
        var chips = page.Page.QuerySelectorAll("a.chip").Select(chip => chip.GetAttribute("href")!).ToList();
        chips.Count.ShouldBe(3);
        (await host.Visitor().GetAsync(chips.Single(chip => !chip.Contains("PublicIssue", StringComparison.Ordinal)))).Text.ShouldContain("共 2 題");
    }

    [Fact]
    public async Task AChange_IsInTheListAtOnce_AlsoAnOrganisationsNewName()
    {
        var (round, poser) = (await _given.Round(), await _given.Person(Roles.Poser));
        var organisation = await _given.Organisation(poser);
        var visitor = host.Visitor();
        (await visitor.GetAsync("/problems")).Text.ShouldContain("共 0 題");

        var problem = await _given.Problem(round, organisation, poser, title: "養殖水質預警");
        (await visitor.GetAsync("/problems")).Text.ShouldContain("共 1 題");
        await host.Db(async db =>
        {
            (await db.Organisations.SingleAsync(known => known.Id == organisation.Id)).Describe("澎湖海洋公司", OrganisationKind.PublicSite, null, _given.By(poser));
            (await db.Problems.SingleAsync(known => known.Id == problem.Id)).Close(_given.Portal());
            await db.SaveChangesAsync();
        });

        var found = await visitor.GetAsync("/problems?q=%E6%BE%8E%E6%B9%96");
        found.Text.ShouldContain("養殖水質預警");
        found.Page.QuerySelector("article")!.TextContent.ShouldContain("已結束");
    }

    [Fact]
    public async Task AnotherRound_OrAllRounds_CanBeShown()
    {
        var poser = await _given.Person(Roles.Poser);
        var before = await _given.Round();
        var problem = await _given.Problem(before, await _given.Organisation(poser), poser, title: "上一場的題目");
        await _given.Round();

        (await host.Visitor().GetAsync("/problems")).Text.ShouldNotContain(problem.Code!);
        (await host.Visitor().GetAsync($"/problems?Round={before.Code}")).Text.ShouldContain(problem.Code!);
        (await host.Visitor().GetAsync("/problems?Round=all&Sort=Deadline&q=%E4%B8%8A%E4%B8%80%E5%A0%B4")).Text.ShouldContain(problem.Code!);
    }

    [Theory]
    [InlineData("p=-5")]
    [InlineData("p=999999")]
    [InlineData("p=abc")]
    [InlineData("Readiness=99")]
    [InlineData("Readiness=Nonsense")]
    [InlineData("p=2147483647&Sort=99")]
    [InlineData("Sort=Deadline&Round=nowhere&Industry=&Industry=%00&Difficulty=7")]
    [InlineData("q=%EF%BF%BF%F0%9F&q=x")]
    [InlineData("q=%00%27%25_%5B")]
    [InlineData("q=%F0%9F%9A%80%E2%80%AE")]
    public async Task OddQueries_StillShowThePage(string query)
    {
        await _given.Round();

        (await host.Visitor().GetAsync($"/problems?{query}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/problems/115-9-P999")]
    [InlineData("/problems/%F0%9F%9A%80")]
    public async Task ACodeThatIsNotPublic_IsNotFound(string url) =>
        (await host.Visitor().GetAsync(url)).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
}
