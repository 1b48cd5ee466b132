using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Team.Questions;

public class QuestionTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Text = "資料可以帶出場域嗎？";
    private const string Answer = "可以，簽保密約定即可。";
    private readonly Given _given = new(host);

    [Fact]
    public async Task AQuestion_IsAskedAnsweredAndPublished_WithoutTheAskersName()
    {
        var (problem, poser) = await ProblemAsync();
        var (asker, officer, visitor) = (await _given.Person(name: "提問的人"), await _given.Person(Roles.Officer), host.Visitor());
        var page = $"/problems/{problem.Code}";

        (await (await host.As(asker)).PostAsync(page, new Dictionary<string, string> { ["Input.Text"] = Text }, "questions/ask")).WasAccepted.ShouldBeTrue();
        var question = await host.Db(db => db.ProblemQuestions.SingleAsync(question => question.ProblemId == problem.Id));
        var posing = await host.As(poser);
        (await posing.GetAsync("/poser/questions")).Text.ShouldContain(Text);
        var form = await posing.GetAsync($"/poser/questions/{question.Id}");
        form.Text.ShouldNotContain("提問的人");
        (await posing.PostAsync($"/poser/questions/{question.Id}", new Dictionary<string, string> { ["Input.Answer"] = Answer })).WasAccepted.ShouldBeTrue();
        (await visitor.GetAsync(page)).Text.ShouldNotContain(Text);
        var office = await host.As(officer);
        (await office.GetAsync("/office/questions")).Text.ShouldContain(Text);
        (await office.GetAsync("/office")).Page.QuerySelector($"a[href='/office/questions/{question.Id}']").ShouldNotBeNull();
        (await office.PostAsync($"/office/questions/{question.Id}", form: "handler=Publish")).WasAccepted.ShouldBeTrue();

        var shown = await visitor.GetAsync(page);
        shown.Text.ShouldContain(Text);
        shown.Text.ShouldContain(Answer);
        shown.Text.ShouldNotContain("提問的人");
        (await LettersAsync(poser)).ShouldBe([$"題目 {problem.Code} 有新的提問"]);
        (await LettersAsync(asker)).ShouldBe([$"題目 {problem.Code} 的提問有回答了"]);
    }

    [Theory]
    [InlineData(QuestionStatus.Asked, false)]
    [InlineData(QuestionStatus.Answered, false)]
    [InlineData(QuestionStatus.Published, true)]
    [InlineData(QuestionStatus.Hidden, false)]
    public async Task OnlyAPublishedQuestion_IsSeenByOthers(QuestionStatus status, bool isPublic)
    {
        var (problem, poser) = await ProblemAsync();
        var asker = await _given.Person();
        var question = await _given.Question(problem, asker, poser, status);

        foreach (var browser in new[] { host.Visitor(), await host.As(await _given.Person()), await host.As(await _given.Person(Roles.Poser)) })
        {
            (await browser.GetAsync($"/problems/{problem.Code}")).Text.Contains(Text, StringComparison.Ordinal).ShouldBe(isPublic);
            (await browser.GetAsync($"/poser/questions/{question.Id}")).Status.ShouldNotBe(HttpStatusCode.OK);
        }

        (await (await host.As(await _given.Person(Roles.Poser))).GetAsync($"/poser/questions/{question.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(await _given.Person())).GetAsync("/team/questions")).Text.ShouldNotContain(Text);
        var own = await (await host.As(asker)).GetAsync("/team/questions");
        own.Text.ShouldContain(Text);
        own.Text.Contains(Answer, StringComparison.Ordinal).ShouldBe(isPublic);
    }

    [Fact]
    public async Task AHiddenQuestion_IsExplainedToWhoAsked()
    {
        var (problem, poser) = await ProblemAsync();
        var asker = await _given.Person();
        var question = await _given.Question(problem, asker, poser, QuestionStatus.Published);
        var office = await host.As(await _given.Person(Roles.Officer));

        (await office.PostAsync($"/office/questions/{question.Id}", form: "handler=Hide")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.PostAsync($"/office/questions/{question.Id}", new Dictionary<string, string> { ["Input.Reason"] = "含個人資料。" }, "handler=Hide")).WasAccepted.ShouldBeTrue();

        (await host.Visitor().GetAsync($"/problems/{problem.Code}")).Text.ShouldNotContain(Text);
        (await (await host.As(asker)).GetAsync("/team/questions")).Text.ShouldContain("含個人資料。");
        (await LettersAsync(asker)).ShouldBe([$"題目 {problem.Code} 的提問不公開"]);
    }

    [Fact]
    public async Task AClosedProblem_TakesNoQuestion_AndKeepsWhatWasTyped()
    {
        var poser = await _given.Person(Roles.Poser);
        var closed = await _given.Problem(await _given.Round(), await _given.Organisation(poser), poser, ProblemStatus.Closed);
        var browser = await host.As(await _given.Person());

        var answer = await browser.PostAsync($"/team/questions/ask/{closed.Code}", new Dictionary<string, string> { ["Input.Text"] = Text });

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("這一題目前不開放提問。");
        answer.ValueOf("Input.Text").ShouldBe(Text);
        (await browser.GetAsync("/team/questions/ask/115-0-P404")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoFollows_GetsALetter_OfAnAnswer_OfMovedDates_AndOfTheEnd()
    {
        var (problem, poser) = await ProblemAsync();
        var (follower, officer) = (await _given.Person(), await _given.Person(Roles.Officer));
        var (browser, office) = (await host.As(follower), await host.As(officer));
        (await browser.PostAsync($"/problems/{problem.Code}", form: "team/follow")).WasAccepted.ShouldBeTrue();
        (await browser.GetAsync("/team")).Text.ShouldContain(problem.Code!);

        var question = await _given.Question(problem, await _given.Person(), poser, QuestionStatus.Answered);
        (await office.PostAsync($"/office/questions/{question.Id}", form: "handler=Publish")).WasAccepted.ShouldBeTrue();
        await ScheduleAsync(problem, 1);
        await ScheduleAsync(problem, 0);
        (await office.PostAsync($"/office/problems/{problem.Id}", form: "handler=Close")).WasAccepted.ShouldBeTrue();

        (await LettersAsync(follower)).ShouldBe([$"題目 {problem.Code} 有新的問與答", $"題目 {problem.Code} 的期限有變更", $"題目 {problem.Code} 已結束收件"], ignoreOrder: true);
        (await browser.PostAsync($"/problems/{problem.Code}", form: "handler=Stop")).WasAccepted.ShouldBeTrue();
        (await browser.GetAsync("/team")).Text.ShouldNotContain(problem.Code!);
    }

    // Moves every step by some days; none leaves the deadlines where they are.
    private async Task ScheduleAsync(Problem problem, int days)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var round = await scope.ServiceProvider.GetRequiredService<AigoPortal.Data.PortalDbContext>().Rounds.SingleAsync(round => round.Id == problem.RoundId);
        var steps = round.Steps.Select(step => step with { StartsAt = step.StartsAt.AddDays(days), EndsAt = step.EndsAt.AddDays(days) }).ToList();
        await scope.ServiceProvider.GetRequiredService<AigoPortal.Web.Workflows.ScheduleRound>().RunAsync(round, steps, _given.Portal(), CancellationToken.None);
    }

    private Task<List<string>> LettersAsync(Person person) =>
        host.Db(db => db.Letters.Where(letter => letter.To == person.Email).OrderBy(letter => letter.WrittenAt).Select(letter => letter.Subject).ToListAsync());

    private async Task<(Problem Problem, Person Poser)> ProblemAsync()
    {
        var poser = await _given.Person(Roles.Poser);
        return (await _given.Problem(await _given.Round(), await _given.Organisation(poser), poser), poser);
    }
}
