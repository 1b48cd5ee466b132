using System.Globalization;
using System.Net;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Visits;

public sealed class VisitTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Upload Photo = new("現場.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);

    [Fact]
    public async Task ProposedTimes_AreChosenByTheLeader_AndBothSidesKnow()
    {
        var (awarded, officer, poser) = await ArrangeAsync();
        var plan = $"/office/visits/plan/{awarded.Entry.Code}";
        var empty = await officer.PostAsync(plan);
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請填寫地點");
        empty.Text.ShouldContain("請填寫開始時間");

        (await officer.PostAsync(plan, Plan(3, 4))).WasAccepted.ShouldBeTrue();

        var address = $"/team/entries/{awarded.Entry.Code}/visits";
        (await LettersAsync(awarded.Leader, "請選訪視時間")).ShouldBe(1);
        (await (await host.As(awarded.Member)).GetAsync(address)).Page.QuerySelector("[name='Input.Slot']").ShouldBeNull();
        var leader = await host.As(awarded.Leader);
        (await leader.PostAsync(address, form: "handler=Choose")).Text.ShouldContain("請選擇其中一個時間");
        (await leader.PostAsync(address, new Dictionary<string, string> { ["Input.Slot"] = "1" }, "handler=Choose")).WasAccepted.ShouldBeTrue();

        var visit = await VisitAsync(awarded.Entry);
        visit.Status.ShouldBe(VisitStatus.Confirmed);
        (await LettersAsync(awarded.Leader, "訪視時間")).ShouldBe(2);
        (await LettersAsync(poser, "訪視時間")).ShouldBe(1);
        (await officer.GetAsync("/office/visits")).Text.ShouldContain(awarded.Entry.Code);
        (await (await host.As(poser)).GetAsync($"/poser/entries/{awarded.Entry.Code}/progress")).Text.ShouldContain("臺北市測試路 1 號");
        foreach (var (browser, calendar) in new[] { (leader, address), (await host.As(poser), $"/poser/entries/{awarded.Entry.Code}/progress"), (officer, $"/office/visits/{visit.Id}") })
        {
            (await browser.GetAsync($"{calendar}?handler=Calendar&visit={visit.Id}")).Body.ShouldContain($"DTSTART:{visit.StartsAt!.Value.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
        }
    }

    [Fact]
    public async Task TheTeam_AsksForAnotherTime_AndTheOfficePlansAnew_OneVisitAtATime()
    {
        var (awarded, officer, _) = await ArrangeAsync();
        var visit = await awarded.Given.Visit(awarded.Entry);
        var leader = await host.As(awarded.Leader);
        (await leader.PostAsync($"/team/entries/{awarded.Entry.Code}/visits", new Dictionary<string, string> { ["Input.Wish"] = "隔週三" }, "handler=Ask")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync("/office/visits")).Text.ShouldContain("請改時間");
        (await officer.GetAsync($"/office/visits/plan/{awarded.Entry.Code}")).Text.ShouldContain("隔週三");

        var again = new Dictionary<string, string>(Plan(8)) { ["Input.Slots[1].StartsAt"] = "", ["Input.Slots[1].EndsAt"] = "" };
        (await officer.PostAsync($"/office/visits/plan/{awarded.Entry.Code}", again)).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.SiteVisits.CountAsync(one => one.EntryId == awarded.Entry.Id))).ShouldBe(1);
        (await VisitAsync(awarded.Entry)).Slots.Count.ShouldBe(1);
        await Should.ThrowAsync<Domain.Rules.BrokenRuleException>(() => awarded.Given.Visit(awarded.Entry));
        visit.Slots.Count.ShouldBe(2);
    }

    [Fact]
    public async Task ToImprove_TellsTheTeam_AndALaterVisitThatPasses_LetsTheAmountFallDueOnce()
    {
        var (awarded, officer, _) = await ArrangeAsync();
        var first = await awarded.Given.Visit(awarded.Entry, VisitStatus.Confirmed);
        var empty = await officer.PostAsync($"/office/visits/{first.Id}", new Dictionary<string, string> { ["Input.Notes"] = "意見 <b>🤖" }, "handler=Hold");
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請選擇訪視結果");
        empty.Text.ShouldContain("請選擇檢核結果");
        empty.ValueOf("Input.Notes").ShouldBe("意見 <b>🤖");
        (await officer.PostAsync($"/office/visits/{first.Id}", Report("ToImprove"), "handler=Hold")).Text.ShouldContain("請填今天以後的改善期限");
        var later = awarded.Given.Now.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        (await officer.PostAsync($"/office/visits/{first.Id}", Report("ToImprove", later), "handler=Hold")).WasAccepted.ShouldBeTrue();

        (await awarded.Milestone(3)).Status.ShouldBe(MilestoneStatus.NotDue);
        (await LettersAsync(awarded.Leader, "訪視待改善")).ShouldBe(1);
        (await officer.GetAsync("/office/visits")).Text.ShouldContain("改善期限");
        var second = await awarded.Given.Visit(awarded.Entry, VisitStatus.Confirmed);
        (await officer.PostAsync($"/office/visits/{second.Id}", Report("Passed"), "handler=Hold")).WasAccepted.ShouldBeTrue();
        (await officer.ForgeAsync($"/office/visits/{second.Id}", $"/office/visits/{second.Id}?handler=Hold", Report("Passed"))).WasAccepted.ShouldBeFalse();
        (await awarded.Milestone(3)).Status.ShouldBe(MilestoneStatus.Due);
        (await LettersAsync(awarded.Leader, "可以請款")).ShouldBe(1);
        var page = await (await host.As(awarded.Member)).GetAsync($"/team/entries/{awarded.Entry.Code}/visits");
        page.Text.ShouldContain("待改善");
        page.Text.ShouldContain("進度符合構想書");
    }

    [Fact]
    public async Task Photos_AreForTheTwoSidesTheOfficeAndAuditors()
    {
        var (awarded, officer, poser) = await ArrangeAsync();
        var visit = await awarded.Given.Visit(awarded.Entry, VisitStatus.Confirmed);
        (await officer.PostAsync($"/office/visits/{visit.Id}", form: "handler=Photos")).Text.ShouldContain("請選擇照片");

        (await officer.PostAsync($"/office/visits/{visit.Id}", form: "handler=Photos", files: new Dictionary<string, Upload> { ["Input.Photos"] = Photo })).WasAccepted.ShouldBeTrue();

        var address = $"/files/{(await VisitAsync(awarded.Entry)).Photos.Single().FileId}";
        foreach (var (person, status) in new[]
        {
            (awarded.Member, HttpStatusCode.OK), (poser, HttpStatusCode.OK), (await awarded.Given.Person(Roles.Auditor), HttpStatusCode.OK),
            (await awarded.Given.Person(Roles.Officer), HttpStatusCode.OK), (await awarded.Given.Person(), HttpStatusCode.NotFound), (await awarded.Given.Person(Roles.Poser), HttpStatusCode.NotFound),
        })
        {
            (await (await host.As(person)).GetRawAsync(address)).StatusCode.ShouldBe(status);
        }
    }

    [Fact]
    public async Task AnotherTeamsVisits_AreNotThere()
    {
        var (awarded, _, _) = await ArrangeAsync();
        var visit = await awarded.Given.Visit(awarded.Entry);
        var (stranger, other) = (await host.As(await awarded.Given.Person()), await host.As(await awarded.Given.Person(Roles.Poser)));
        var address = $"/team/entries/{awarded.Entry.Code}/visits";

        (await stranger.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"{address}?handler=Calendar&visit={visit.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.ForgeAsync("/account/profile", $"{address}?handler=Choose", new Dictionary<string, string> { ["Input.Visit"] = visit.Id.ToString(), ["Input.Slot"] = "0" })).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/poser/entries/{awarded.Entry.Code}/progress")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheDayBefore_BothSidesAreRemindedOnce_AlsoWhenTheJobRunsTwice()
    {
        var (awarded, _, poser) = await ArrangeAsync();
        var visit = await awarded.Given.Visit(awarded.Entry);
        await (await host.As(awarded.Leader)).PostAsync($"/team/entries/{awarded.Entry.Code}/visits", new Dictionary<string, string> { ["Input.Slot"] = "1" }, "handler=Choose");
        var begins = visit.Slots[1].StartsAt;

        await RemindAsync(begins.AddHours(-25));
        (await LettersAsync(poser, "明天訪視")).ShouldBe(0);
        await RemindAsync(begins.AddHours(-23));
        await RemindAsync(begins.AddHours(-22));

        (await LettersAsync(poser, "明天訪視")).ShouldBe(1);
        (await LettersAsync(awarded.Leader, "明天訪視")).ShouldBe(1);
    }

    [Fact]
    public async Task Cancel_SaysWhyToBothSides()
    {
        var (awarded, officer, poser) = await ArrangeAsync();
        var visit = await awarded.Given.Visit(awarded.Entry);
        (await officer.PostAsync($"/office/visits/{visit.Id}", form: "handler=Cancel")).Text.ShouldContain("請寫明取消的原因");

        (await officer.PostAsync($"/office/visits/{visit.Id}", new Dictionary<string, string> { ["Input.Reason"] = "颱風" }, "handler=Cancel")).WasAccepted.ShouldBeTrue();

        (await LettersAsync(poser, "訪視取消")).ShouldBe(1);
        (await officer.GetAsync("/office/visits")).Text.ShouldContain(awarded.Entry.Code);
    }

    private static Dictionary<string, string> Plan(params int[] days)
    {
        var fields = new Dictionary<string, string> { ["Input.Place"] = "臺北市測試路 1 號", ["Input.Visitors"] = "林承辦", ["Input.Kind"] = "Both" };
        foreach (var (index, day) in days.Index())
        {
            var date = TimeProvider.System.GetUtcNow().AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            fields[$"Input.Slots[{index}].StartsAt"] = $"{date}T14:00";
            fields[$"Input.Slots[{index}].EndsAt"] = $"{date}T16:00";
        }

        return fields;
    }

    private static Dictionary<string, string> Report(string result, string followUp = "")
    {
        var fields = new Dictionary<string, string> { ["Input.Notes"] = "進度良好", ["Input.Result"] = result, ["Input.FollowUpOn"] = followUp };
        foreach (var (index, item) in AigoPortal.Domain.Rounds.CooperationTerms.Default.VisitItems.Index())
        {
            (fields[$"Input.Findings[{index}].Item"], fields[$"Input.Findings[{index}].Mark"]) = (item.Name, "Meets");
        }

        return fields;
    }

    private Task<SiteVisit> VisitAsync(Entry entry) => host.Db(db => db.SiteVisits.AsNoTracking().Where(visit => visit.EntryId == entry.Id).OrderByDescending(visit => visit.PlannedAt).FirstAsync());

    private Task<int> LettersAsync(Person person, string subject) => host.Db(db => db.Letters.CountAsync(letter => letter.To == person.Email && letter.Subject.Contains(subject)));

    private async Task RemindAsync(DateTimeOffset at)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ArrangeVisit>().RemindAsync(Actor.Portal(at), CancellationToken.None);
    }

    private async Task<(Awarded Awarded, PortalClient Officer, Person Poser)> ArrangeAsync()
    {
        var awarded = await Awarded.ByAsync(host);
        var poser = await host.Db(async db =>
        {
            var organisationId = (await db.Problems.SingleAsync(problem => problem.Id == awarded.Entry.ProblemId)).OrganisationId;
            return await db.People.SingleAsync(person => db.Organisations.Any(known => known.Id == organisationId && known.Contacts.Any(one => one.PersonId == person.Id)));
        });
        return (awarded, await host.As(awarded.Approver), poser);
    }
}
