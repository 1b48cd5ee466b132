using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Matching;

public sealed class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task WhoStillSeeks_ComesFirst_AndIsCounted()
    {
        var given = new Given(host);
        var round = await given.Round();
        var poser = await given.Person(Roles.Poser);
        var organisation = await given.Organisation(poser);
        var matched = await given.Problem(round, organisation, poser, slot: 1, title: "已有團隊的題目");
        var alone = await given.Problem(round, organisation, poser, slot: 2, title: "沒有團隊的題目");
        var waiting = await given.Problem(round, organisation, poser, slot: 3, title: "等回覆的題目");
        await given.Entry(round, matched, await given.Team(round, await given.Person(), await given.Person()));
        var applying = await given.Team(round, await given.Person(), await given.Person());
        await given.Entry(round, waiting, applying, EntryStatus.Applied);
        await given.Entry(round, alone, await given.Team(round, await given.Person(name: "被婉拒的隊長"), await given.Person()), EntryStatus.Declined);

        var page = await (await host.As(await given.Person(Roles.Officer))).GetAsync("/office/matching");

        page.Page.QuerySelectorAll("section[aria-labelledby='problems'] tbody .headline a").Select(link => link.TextContent)
            .ShouldBe(["等回覆的題目", "沒有團隊的題目", "已有團隊的題目"]);
        page.Text.ShouldContain("等回覆 20 天");
        page.Page.QuerySelectorAll("main .row .panel").Select(panel => string.Concat(panel.TextContent.Where(letter => !char.IsWhiteSpace(letter)))).Take(3)
            .ShouldBe(["1/3題已媒合", "1/3隊已媒合", "1件申請等回覆"]);
        var seeking = page.Page.QuerySelectorAll("section[aria-labelledby='teams'] tbody tr").ShouldHaveSingleItem();
        seeking.TextContent.ShouldContain("被婉拒的隊長");
        page.Text.ShouldNotContain(applying.Name);
    }
}
