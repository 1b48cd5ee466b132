using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Mentor;

/// <summary>題目優化 from the invitation of a mentor to a kept version, over the pages of all three sides.</summary>
public class WorkshopTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task FromInvitationToAKeptVersion()
    {
        var (problem, poserPerson) = await ArrangeAsync();
        var office = await host.As(await _given.Person(Roles.Officer));
        (await office.PostAsync($"/office/problems/{problem.Id}/workshop", new Dictionary<string, string>
        {
            ["Input.Email"] = "mentor.new@aigo.test",
            ["Input.Name"] = "汪顧問",
            ["Input.Kind"] = "Ai",
        }, "handler=Invite")).WasAccepted.ShouldBeTrue();
        var mentorId = await host.Db(db => db.People.Where(person => person.Email == "mentor.new@aigo.test").Select(person => person.Id).SingleAsync());
        (await host.Db(db => db.Letters.Where(letter => letter.To == "mentor.new@aigo.test").Select(letter => letter.Subject).ToListAsync()))
            .ShouldBe(["邀請您擔任 AIGO 業師", $"請您擔任題目 {problem.Code} 的業師"], ignoreOrder: true);
        (await office.PostAsync($"/office/problems/{problem.Id}/workshop", new Dictionary<string, string>
        {
            ["Input.Step"] = "TakeStock",
            ["Input.DoneBy"] = "林承辦",
            ["Input.Notes"] = "盤點完成",
        }, "handler=Record")).WasAccepted.ShouldBeTrue();

        var mentor = await host.As(mentorId);
        (await mentor.GetAsync("/mentor")).Text.ShouldContain(problem.Code!);
        (await mentor.PostAsync($"/mentor/problems/{problem.Id}", new Dictionary<string, string> { ["Input.Part"] = "Result", ["Input.Text"] = "請改用召回率" })).WasAccepted.ShouldBeTrue();

        var (poser, workshop) = (await host.As(poserPerson), $"/poser/problems/workshop/{problem.Id}");
        (await poser.GetAsync(workshop)).Text.ShouldContain("請改用召回率");
        (await poser.PostAsync(workshop, form: "handler=Accept")).WasAccepted.ShouldBeTrue();
        (await poser.PostAsync($"/poser/problems/edit/{problem.Id}", new Dictionary<string, string> { ["Input.TargetMetric"] = "偵測腫瘤召回率" }, "handler=Draft")).WasAccepted.ShouldBeTrue();
        (await poser.PostAsync(workshop, new Dictionary<string, string> { ["Input.Why"] = "依建議改用召回率" }, "handler=Keep")).WasAccepted.ShouldBeTrue();

        foreach (var (browser, address) in new[] { (poser, $"/poser/problems/versions/{problem.Id}"), (office, $"/office/problems/{problem.Id}/versions") })
        {
            var page = await browser.GetAsync(address);
            page.Text.ShouldContain("第 1 版與第 2 版的差異");
            page.Text.ShouldContain("優化修改：依建議改用召回率");
            page.Page.QuerySelector("del")!.TextContent.ShouldBe("正確");
            page.Page.QuerySelector("ins")!.TextContent.ShouldBe("召回");
            page.Page.QuerySelectorAll(".diff h3").Length.ShouldBe(1);
            (await browser.GetAsync($"{address}?from=2&to=2")).Text.ShouldContain("這兩版的內容相同。");
        }

        (await mentor.GetAsync($"/mentor/problems/{problem.Id}")).Text.ShouldContain("已採納");
        (await host.Db(db => db.AuditEvents.Where(line => line.SubjectId == problem.Id && line.SubjectKind == "Workshop").OrderBy(line => line.At).Select(line => line.Verb).ToListAsync()))
            .ShouldBe(["workshop.open", "workshop.invite-mentor", "workshop.record", "workshop.advise", "workshop.accept-advice"], ignoreOrder: true);
    }

    [Fact]
    public async Task Declining_WithoutAReason_IsRefusedAtItsAdvice()
    {
        var (problem, poser) = await ArrangeAsync();
        await _given.Workshop(problem, await _given.Person(Roles.Mentor));

        var answer = await (await host.As(poser)).PostAsync($"/poser/problems/workshop/{problem.Id}", press: "不採納 期望成果");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Page.QuerySelector("#Input_Answer_error")!.TextContent.ShouldContain("請寫出不採納的原因");
    }

    [Fact]
    public async Task OnlyTheProblemsOwnMentorsAndContacts_SeeItsWorkshop_AndItsBriefing()
    {
        var (problem, poser) = await ArrangeAsync();
        var (own, other, stranger) = (await _given.Person(Roles.Mentor), await _given.Person(Roles.Mentor), await _given.Person(Roles.Poser));
        await _given.Workshop(problem, own);
        async Task<HttpStatusCode> Asked(Person person, string address) => (await (await host.As(person)).GetAsync(address)).Status;

        (await Asked(own, $"/mentor/problems/{problem.Id}")).ShouldBe(HttpStatusCode.OK);
        (await Asked(other, $"/mentor/problems/{problem.Id}")).ShouldBe(HttpStatusCode.NotFound);
        (await Asked(own, $"/files/{problem.Content.BriefingFileId}")).ShouldBe(HttpStatusCode.OK);
        (await Asked(other, $"/files/{problem.Content.BriefingFileId}")).ShouldBe(HttpStatusCode.NotFound);
        foreach (var page in new[] { "workshop", "versions" })
        {
            (await Asked(poser, $"/poser/problems/{page}/{problem.Id}")).ShouldBe(HttpStatusCode.OK);
            (await Asked(stranger, $"/poser/problems/{page}/{problem.Id}")).ShouldBe(HttpStatusCode.NotFound);
            (await Asked(own, $"/poser/problems/{page}/{problem.Id}")).ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task ADismissedMentor_SeesNothingMore_AndTheAdviceStays()
    {
        var (problem, poser) = await ArrangeAsync();
        var mentor = await _given.Person(Roles.Mentor);
        await _given.Workshop(problem, mentor);
        var office = await host.As(await _given.Person(Roles.Officer));

        (await office.PostAsync($"/office/problems/{problem.Id}/workshop", form: "handler=Dismiss")).WasAccepted.ShouldBeTrue();

        (await (await host.As(mentor)).GetAsync($"/mentor/problems/{problem.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(poser)).GetAsync($"/poser/problems/workshop/{problem.Id}")).Text.ShouldContain("請改用召回率衡量。");
        (await office.ForgeAsync("/account/profile", $"/office/problems/{problem.Id}/workshop?handler=Dismiss&mentor={mentor.Id}", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AContactOfTheOrganisation_CantMentorItsProblem()
    {
        var (problem, poser) = await ArrangeAsync();
        var office = await host.As(await _given.Person(Roles.Officer));

        var answer = await office.PostAsync($"/office/problems/{problem.Id}/workshop", new Dictionary<string, string>
        {
            ["Input.Email"] = poser.Email,
            ["Input.Name"] = poser.Name,
            ["Input.Kind"] = "Industry",
        }, "handler=Invite");

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("與出題單位有利益關係");
        (await (await host.As(poser)).GetAsync("/mentor")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<(Problem Problem, Person Poser)> ArrangeAsync()
    {
        var poser = await _given.Person(Roles.Poser);
        return (await _given.Problem(await _given.Round(), await _given.Organisation(poser), poser, ProblemStatus.Optimising), poser);
    }
}
