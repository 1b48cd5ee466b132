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

    [Fact]
    public async Task AReleasedEntrysCode_IsFoundToo()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ReleasedAsync(Domain.Reviews.Outcome.NotShortlisted);
        var (leader, officer) = (await host.As(await season.LeaderAsync(season.Entries[0])), await host.As(season.Officer));

        await IsFoundAsync(leader, "/team/entries/", season.Entries[0].Code, "/appeal");
        await IsFoundAsync(officer, $"/office/panels/{panelId}/release/feedback/", season.Entries[0].Code);
        await IsFoundAsync(officer, $"/office/panels/{panelId}/release?entry=", season.Entries[0].Code);
    }

    private static async Task IsFoundAsync(PortalClient browser, string folder, string code, string rest = "")
    {
        foreach (var written in new[] { code, Uncapitalised(code) })
        {
            (await browser.GetAsync(folder + written + rest)).Status.ShouldBe(HttpStatusCode.OK, folder + written + rest);
        }
    }

    private static string Uncapitalised(string code) => string.Concat(code.Select(char.ToLowerInvariant));
}
