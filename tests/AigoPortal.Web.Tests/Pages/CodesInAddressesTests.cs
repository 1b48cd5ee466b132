using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>Links that the portal makes are lower case, and people retype codes as they like.</summary>
public sealed class CodesInAddressesTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task ACode_IsFoundInSmallAndInCapitalLetters()
    {
        var given = new Given(host);
        var (poser, leader, officer) = (await given.Person(Roles.Poser), await given.Person(), await given.Person(Roles.Officer));
        var round = await given.Round();
        var organisation = await given.Organisation(poser);
        var problem = await given.Problem(round, organisation, poser);
        var entry = await given.Entry(round, problem, await given.Team(round, leader, await given.Person()), EntryStatus.Matched);

        await IsFoundAsync(host.Visitor(), "/problems/", problem.Code!);
        await IsFoundAsync(await host.As(poser), "/poser/entries/", entry.Code);
        await IsFoundAsync(await host.As(leader), "/team/entries/", entry.Code);
        await IsFoundAsync(await host.As(leader), "/team/apply/", problem.Code!);
        await IsFoundAsync(await host.As(leader), "/team/submit/concept/", entry.Code);
        await IsFoundAsync(await host.As(officer), "/office/entries/", entry.Code);
    }

    private static async Task IsFoundAsync(PortalClient browser, string folder, string code)
    {
        foreach (var written in new[] { code, Uncapitalised(code) })
        {
            (await browser.GetAsync(folder + written)).Status.ShouldBe(HttpStatusCode.OK, folder + written);
        }
    }

    private static string Uncapitalised(string code) => string.Concat(code.Select(char.ToLowerInvariant));
}
