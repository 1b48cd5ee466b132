using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Poser.Problems;

public class ReadinessTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task Ratings_AreKeptScoredAndShown_ToThePoserAndTheOffice()
    {
        var poser = await _given.Person(Roles.Poser);
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser, ProblemStatus.Draft);
        var client = await host.As(poser);
        var address = $"/poser/problems/readiness/{problem.Id}";

        var half = await client.PostAsync(address, new Dictionary<string, string> { ["Input.Ratings[3]"] = "2" });
        half.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        half.Page.QuerySelectorAll(".field .error").Length.ShouldBe(SelfCheck.Statements.Count - 1);
        half.Page.QuerySelector("[name='Input.Ratings[3]'][checked]")!.GetAttribute("value").ShouldBe("2");

        var ratings = SelfCheck.Statements.Select((statement, place) => (statement, place))
            .ToDictionary(pair => $"Input.Ratings[{pair.place}]", pair => pair.statement.Side == SelfCheckSide.Data ? "2" : "4");
        var answer = await client.PostAsync(address, ratings);

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        await host.Db(async db =>
        {
            (await db.Problems.SingleAsync(known => known.Id == problem.Id)).Submit(round, 1, $"{round.Code}-P901", _given.By(poser));
            await db.SaveChangesAsync();
        });
        foreach (var shown in new[] { await client.GetAsync(address), await (await host.As(await _given.Person(Roles.Officer))).GetAsync($"/office/problems/{problem.Id}") })
        {
            shown.Page.QuerySelector("svg.radar desc")!.TextContent.ShouldContain("資料準備 2");
            shown.Text.ShouldContain("實習資料工程師協助蒐集與清理");
            shown.Text.ShouldNotContain("挑一段最花時間的工作");
        }
    }
}
