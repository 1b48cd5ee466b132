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
        (await office.GetAsync("/office/problems")).Text.ShouldContain(problem.Code!);

        var answer = await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Difficulty"] = "Medium", ["Input.Maturity"] = "High", ["Input.GradeReason"] = "目標清楚" }, "handler=List");

        answer.WasAccepted.ShouldBeTrue(answer.Text);
        var page = await visitor.GetAsync($"/problems/{problem.Code}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Page.QuerySelector($"a[href='/team/apply/{problem.Code}']").ShouldNotBeNull();
        page.Text.ShouldNotContain("contact@aigo.test");
        (await visitor.GetAsync("/problems")).Text.ShouldContain(problem.Code!);
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == poser.Email))).Subject.ShouldBe($"題目 {problem.Code} 已上架");
        (await office.GetAsync("/office/problems?Lane=Listed")).Text.ShouldContain(problem.Code!);
    }

    [Fact]
    public async Task ADraft_ThatWasNeverHandedIn_IsNotThereForTheOffice()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Draft);

        foreach (var address in new[] { Url(problem), $"{Url(problem)}/versions", $"{Url(problem)}/workshop" })
        {
            (await office.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound, address);
        }

        (await office.GetAsync("/office/problems?Lane=All")).Body.ShouldNotContain(problem.Id.ToString());
        (await office.ForgeAsync("/account/profile", $"{Url(problem)}?handler=Reject", new Dictionary<string, string> { ["Input.Reason"] = "不採用" })).Status.ShouldBe(HttpStatusCode.NotFound);
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
    public async Task Return_WithReasonsAtFields_ShowsThePoserEachReasonAtItsField()
    {
        var (problem, poser, office) = await ArrangeAsync(ProblemStatus.Submitted);

        (await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Fields[Title]"] = "題名請寫出要判讀什麼", ["Input.Fields[DataSets]"] = "請補資料期間" }, "handler=Return"))
            .WasAccepted.ShouldBeTrue();

        var form = await (await host.As(poser)).GetAsync($"/poser/problems/edit/{problem.Id}");
        form.Page.QuerySelector("#Input_Title_error")!.TextContent.ShouldContain("題名請寫出要判讀什麼");
        form.Page.QuerySelector("#Input_DataSets_error")!.TextContent.ShouldContain("請補資料期間");
        form.Page.QuerySelector("#Input_Summary_error").ShouldBeNull();
        (await host.Db(db => db.Letters.SingleAsync(letter => letter.To == poser.Email))).Body.ShouldContain("・題目名稱：題名請寫出要判讀什麼");
    }

    [Fact]
    public async Task TwoOfficers_TheOneWhoReadAnEarlierVersionIsRefused_AndKeepsWhatWasTyped()
    {
        var (problem, _, first) = await ArrangeAsync(ProblemStatus.Submitted);
        var second = await host.As(await _given.Person(Roles.Officer));
        var read = (await second.GetAsync(Url(problem))).ValueOf("Input.Version")!;

        (await first.PostAsync(Url(problem), form: "handler=Optimise")).WasAccepted.ShouldBeTrue();
        var answer = await second.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Version"] = read, ["Input.Reason"] = "不符徵案範圍" }, "handler=Reject");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("您開啟之後，這一題有新的變動");
        answer.ValueOf("Input.Reason").ShouldBe("不符徵案範圍");
        (await host.Db(db => db.Problems.SingleAsync(found => found.Id == problem.Id))).Status.ShouldBe(ProblemStatus.Optimising);
    }

    [Fact]
    public async Task AProblemTakenByAColleague_IsTakenOverFirst()
    {
        var (problem, _, first) = await ArrangeAsync(ProblemStatus.Submitted);
        var second = await host.As(await _given.Person(Roles.Officer, "郭承辦"));
        (await second.PostAsync(Url(problem), form: "handler=Take")).WasAccepted.ShouldBeTrue();
        (await first.GetAsync("/office/problems")).Text.ShouldContain("郭承辦");

        (await first.PostAsync(Url(problem), form: "handler=Optimise")).Text.ShouldContain("這一題由 郭承辦 領件審查中");
        (await first.PostAsync(Url(problem), form: "handler=Take")).WasAccepted.ShouldBeTrue();
        (await first.PostAsync(Url(problem), form: "handler=Optimise")).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task Checklist_IsKeptWithTheProblem()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Submitted);

        (await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.Checks[1].Answer"] = "No", ["Input.Checks[1].Note"] = "與公開資料集重複" }, "handler=Check")).WasAccepted.ShouldBeTrue();

        var page = await office.GetAsync(Url(problem));
        (page.ValueOf("Input.Checks[1].Answer"), page.ValueOf("Input.Checks[1].Note"), page.ValueOf("Input.Checks[0].Answer")).ShouldBe(("No", "與公開資料集重複", "Unclear"));
    }

    [Fact]
    public async Task AProblemWithoutUsableData_WaitsInItsLane_AndTeamsApplyOnceTheOfficeConfirms()
    {
        var (problem, _, office) = await ArrangeAsync(ProblemStatus.Submitted);
        (await office.PostAsync(Url(problem), new Dictionary<string, string>
        {
            ["Input.Readiness"] = "None",
            ["Input.Difficulty"] = "Medium",
            ["Input.Maturity"] = "Low",
            ["Input.GradeReason"] = "資料尚未蒐集",
        }, "handler=List")).WasAccepted.ShouldBeTrue();
        (await office.GetAsync("/office/problems?Lane=Data")).Text.ShouldContain(problem.Code!);
        var round = await host.Db(db => db.Rounds.SingleAsync(found => found.Id == problem.RoundId));
        var leader = await _given.Person();
        await _given.Team(round, leader, await _given.Person());
        var team = await host.As(leader);
        (await team.GetAsync($"/team/apply/{problem.Code}")).Text.ShouldContain("這一題的資料還在整理");

        (await office.PostAsync(Url(problem), form: "handler=AskIntern")).WasAccepted.ShouldBeTrue();
        (await office.PostAsync(Url(problem), new Dictionary<string, string> { ["Input.UsableData"] = "NeedsCleaning", ["Input.DataReason"] = "已蒐集三個月" }, "handler=ConfirmData")).WasAccepted.ShouldBeTrue();

        (await office.GetAsync("/office/problems?Lane=Data")).Text.ShouldNotContain(problem.Code!);
        (await team.GetAsync($"/team/apply/{problem.Code}")).Text.ShouldNotContain("這一題的資料還在整理");
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
