using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Problems;

public class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task List_WithGrades_MakesTheProblemPublicAtOnceAndTellsThePoser()
    {
        var (problem, poser, office) = await ArrangeAsync(ProblemStatus.Submitted);
        var visitor = host.Visitor();
        (await visitor.GetAsync($"/problems/{problem.Code}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.GetAsync("/office/screening")).Text.ShouldContain(problem.Code!);

        var answer = await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Difficulty"] = "Medium", ["Input.Maturity"] = "High" }, "handler=List");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var page = await visitor.GetAsync($"/problems/{problem.Code}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelector($"a[href='/team/apply/{problem.Code}']").ShouldNotBeNull();
        page.Text.ShouldNotContain("contact@aigo.test");
        (await visitor.GetAsync("/problems")).Text.ShouldContain(problem.Code!);
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == poser.Email))).Subject.ShouldBe($"題目 {problem.Code} 已上架");
        (await office.GetAsync("/office/problems?Status=Listed")).Text.ShouldContain(problem.Code!);
    }

    [Fact]
    public async Task List_WithoutGrades_IsRefused()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Submitted);

        var answer = await office.PostAsync(Url(problem), form: "handler=List");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("請選擇難度。");
    }

    [Fact]
    public async Task Return_WithAReason_ShowsThePoserTheReasonAsTheNextStep()
    {
        var (problem, poser, office) = await ArrangeAsync(ProblemStatus.Submitted);

        (await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Reason"] = "請補資料期間" }, "handler=Return")).WasAccepted.ShouldBeTrue();

        var page = await (await host.As(poser)).GetAsync($"/poser/problems/details/{problem.Id}");
        page.Page.QuerySelector(".next")!.TextContent.ShouldContain("請補資料期間");
        page.Page.QuerySelector($"a[href='/poser/problems/edit/{problem.Id}']").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("", "請寫出原因")]
    [InlineData("   ", "請寫出原因")]
    [InlineData(null, "最多 4,000 個字")]
    public async Task Return_WithoutAReasonOrWithTooLongAOne_IsRefusedAndKeepsIt(string? reason, string sentence)
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Submitted);
        var typed = reason ?? new string('長', 4001);

        var answer = await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Reason"] = typed }, "handler=Return");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain(sentence);
        answer.ValueOf("Input.Reason").ShouldBe(typed);
    }

    [Fact]
    public async Task AnActThatTheStateForbids_IsRefusedWithASentence()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Listed);

        var answer = await office.ForgeAsync(Url(problem), $"{Url(problem)}?handler=Optimise", new Dictionary<string, string>());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("題目目前是「已上架」，不能「進入優化」");
    }

    [Fact]
    public async Task Close_KeepsThePublicPageWithoutApplying()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Listed);

        (await office.PostAsync(Url(problem), form: "handler=Close")).WasAccepted.ShouldBeTrue();

        var page = await host.Visitor().GetAsync($"/problems/{problem.Code}");
        page.Text.ShouldContain("這一題已不再收件");
        page.Page.QuerySelector("a[href^='/team/apply']").ShouldBeNull();
    }

    [Fact]
    public async Task AProblemThatIsNotThere_IsNotFound()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Submitted);

        (await office.GetAsync($"/office/problems/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.ForgeAsync(Url(problem), $"/office/problems/{Guid.NewGuid()}?handler=Optimise", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static string Url(Problem problem) => $"/office/problems/{problem.Id}";

    private async Task<(Problem Problem, Person Poser, PortalClient Office)> ArrangeAsync(ProblemStatus status)
    {
        var poser = await _given.Person(Roles.Poser);
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser, status);
        return (problem, poser, await host.As(await _given.Person(Roles.Officer)));
    }
}
