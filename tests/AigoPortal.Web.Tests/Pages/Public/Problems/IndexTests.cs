using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
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

    [Theory]
    [InlineData("p=-5")]
    [InlineData("p=999999")]
    [InlineData("p=abc")]
    [InlineData("Readiness=99")]
    [InlineData("Readiness=Nonsense")]
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
