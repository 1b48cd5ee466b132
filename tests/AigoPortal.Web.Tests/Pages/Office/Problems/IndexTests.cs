using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Problems;

public class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task Lanes_CountWhatTheFiltersLeave_AndShowTheLongestWaitingFirst()
    {
        var (round, poser, organisation, office) = await ArrangeAsync(OrganisationKind.Ministry);
        var first = await _given.Problem(round, organisation, poser, ProblemStatus.Submitted, 1, "急診影像");
        var second = await _given.Problem(round, organisation, poser, ProblemStatus.Submitted, 2, "急診排班");
        await host.Db(async db =>
        {
            var mended = await db.Problems.SingleAsync(problem => problem.Id == second.Id);
            mended.Return("請補件", _given.Portal(2));
            mended.Submit(round, 2, "", _given.By(poser, 1));
            await db.SaveChangesAsync();
        });
        await _given.Problem(round, organisation, poser, ProblemStatus.Optimising, 3, "藥品影像");
        var elsewhere = await _given.Problem(await _given.Round(), organisation, poser, ProblemStatus.Submitted, 1, "別場影像");

        var page = await office.GetAsync($"/office/problems?Round={round.Code}");

        page.Page.QuerySelectorAll("td.headline").Select(cell => cell.TextContent).ShouldBe([first.Content.Title, second.Content.Title]);
        Lane(page, "待審").ShouldBe("待審 2");
        Lane(page, "優化中").ShouldBe("優化中 1");
        Lane(page, "全部").ShouldBe("全部 3");
        page.Page.QuerySelectorAll(".fact b").Select(figure => figure.TextContent).ShouldBe(["1", "0", "1"]);
        page.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Contains("逾期", StringComparison.Ordinal)).ShouldBe([true, false]);
        page.Text.ShouldNotContain(elsewhere.Code!);
        Titles(await office.GetAsync($"/office/problems?Lane=All&Round={round.Code}&Q=影像&Sort=Title")).ShouldBe(["急診影像", "藥品影像"], ignoreOrder: true);
        Titles(await office.GetAsync($"/office/problems?Lane=All&Round={round.Code}&Kind=Industry")).ShouldBeEmpty();
        Titles(await office.GetAsync($"/office/problems?Lane=All&Round={round.Code}&Kind=Ministry&Industry=醫療保健&Readiness=Complete")).Count.ShouldBe(3);
        Titles(await office.GetAsync($"/office/problems?Lane=All&Round={round.Code}&Readiness=None")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Listing_SeveralAtOnce_SaysOfEachWhatBecameOfIt()
    {
        var (round, poser, organisation, office) = await ArrangeAsync();
        var graded = await _given.Problem(round, organisation, poser, ProblemStatus.Optimising, 1, "已分級的題目");
        var ungraded = await _given.Problem(round, organisation, poser, ProblemStatus.Optimising, 2, "未分級的題目");
        await host.Db(async db =>
        {
            (await db.Problems.SingleAsync(problem => problem.Id == graded.Id)).Classify(DataReadiness.Complete, Grade.Low, Grade.High, "目標清楚", _given.Portal());
            await db.SaveChangesAsync();
        });
        var (address, form) = ($"/office/problems?Lane=Optimising&Round={round.Code}", new Dictionary<string, string> { ["Ids[0]"] = graded.Id.ToString(), ["Ids[1]"] = ungraded.Id.ToString() });

        var answer = await office.PostAsync(address, form, "handler=List");

        answer.Text.ShouldContain($"已上架 {graded.Code} 已分級的題目");
        answer.Text.ShouldContain($"未上架 {ungraded.Code} 未分級的題目 ：還沒有完成命題分級");
        (await host.Db(db => db.Problems.Where(problem => problem.RoundId == round.Id).OrderBy(problem => problem.QuotaSlot).Select(problem => problem.Status).ToListAsync()))
            .ShouldBe([ProblemStatus.Listed, ProblemStatus.Optimising]);
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == poser.Email))).Subject.ShouldBe($"題目 {graded.Code} 已上架");
        (await office.PostAsync(address, form: "handler=List")).Text.ShouldContain("請先勾選要上架的題目。");
    }

    [Fact]
    public async Task Listing_TheSameProblemsByFourOfficersAtOnce_ListsEachOnce_AndTellsTheOthers()
    {
        var (round, poser, organisation, _) = await ArrangeAsync();
        var ids = new List<Guid>();
        for (var slot = 1; slot <= 3; slot++)
        {
            ids.Add((await _given.Problem(round, organisation, poser, ProblemStatus.Optimising, slot, $"第 {slot} 題")).Id);
        }

        await host.Db(async db =>
        {
            foreach (var problem in await db.Problems.Where(problem => ids.Contains(problem.Id)).ToListAsync())
            {
                problem.Classify(DataReadiness.Complete, Grade.Low, Grade.High, "目標清楚", _given.Portal());
            }

            await db.SaveChangesAsync();
        });
        var officers = new[] { await _given.Person(Roles.Officer), await _given.Person(Roles.Officer), await _given.Person(Roles.Officer), await _given.Person(Roles.Officer) };

        var results = await Task.WhenAll(officers.Select(async officer =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<ListProblems>().RunAsync(ids, _given.By(officer), CancellationToken.None);
        }));

        results.SelectMany(result => result).Count().ShouldBe(12);
        results.SelectMany(result => result).Count(result => result.Why is null).ShouldBe(3);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == poser.Email))).ShouldBe(3);
    }

    private static IReadOnlyList<string> Titles(Answer page) => [.. page.Page.QuerySelectorAll("td.headline").Select(cell => cell.TextContent)];

    private static string Lane(Answer page, string lane) =>
        string.Join(' ', page.Page.QuerySelectorAll(".nav-link").Single(link => link.TextContent.StartsWith(lane, StringComparison.Ordinal)).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<(Round Round, Person Poser, Organisation Organisation, PortalClient Office)> ArrangeAsync(OrganisationKind kind = OrganisationKind.Industry)
    {
        var poser = await _given.Person(Roles.Poser);
        return (await _given.Round(), poser, await _given.Organisation(poser, kind), await host.As(await _given.Person(Roles.Officer)));
    }
}
