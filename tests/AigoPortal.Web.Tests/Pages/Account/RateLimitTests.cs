using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Account;

public sealed class RateLimitTests(RateLimitTests.Limited host) : IClassFixture<RateLimitTests.Limited>
{
    [Theory]
    [InlineData("login")]
    [InlineData("register")]
    [InlineData("forgot")]
    public async Task TooManyForms_AreAskedToWait_ButThePageStaysReadable(string page)
    {
        var visitor = host.Visitor();
        for (var sent = 0; sent < 2; sent++)
        {
            (await visitor.PostAsync($"/account/{page}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var refused = await visitor.PostAsync($"/account/{page}");
        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Text.ShouldContain("動作太快了");
        (await visitor.GetAsync($"/account/{page}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task TooManyQuestions_AreAskedToWait()
    {
        var given = new Given(host);
        var poser = await given.Person(Roles.Poser);
        var problem = await given.Problem(await given.Round(), await given.Organisation(poser), poser);
        var browser = await host.As(await given.Person());
        for (var sent = 0; sent < 2; sent++)
        {
            (await browser.PostAsync($"/team/questions/ask/{problem.Code}")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        (await browser.PostAsync($"/team/questions/ask/{problem.Code}")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    public sealed class Limited : PortalHost
    {
        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
        {
            ["RateLimits:Enabled"] = "true",
            ["RateLimits:Login"] = "2",
            ["RateLimits:Register"] = "2",
            ["RateLimits:Forgot"] = "2",
            ["RateLimits:Ask"] = "2",
        };
    }
}
