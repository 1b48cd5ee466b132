using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Postings;

public sealed class PostingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task APosting_IsSuggestedByTheProblem_Written_AppliedTo_Offered_AndAccepted()
    {
        var (poser, person) = (await _given.Person(Roles.Poser), await _given.Person(name: "應徵的人", gender: Gender.Female));
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        var (desk, seeker) = (await host.As(poser), await host.As(person));
        var suggested = (await desk.GetAsync("/poser/postings")).Page.QuerySelector("main a[href*='postings/edit']")!.GetAttribute("href")!;
        suggested.ShouldContain(problem.Id.ToString());
        (await desk.GetAsync(suggested)).ValueOf("Input.Openings").ShouldBe("5");

        var opened = await desk.PostAsync(suggested, Typed(openings: 1), press: "儲存並公開");
        opened.WasAccepted.ShouldBeTrue(opened.Text);
        var id = await host.Db(db => db.Postings.Where(posting => posting.ProblemId == problem.Id).Select(posting => posting.Id).SingleAsync());
        (await host.Visitor().GetAsync("/jobs?q=產線資料")).Text.ShouldContain("產線資料工程師");
        (await host.Visitor().GetAsync("/jobs?kind=Internship&q=產線資料")).Text.ShouldNotContain("產線資料工程師");
        var shown = await host.Visitor().GetAsync($"/jobs/{id}");
        shown.Text.ShouldContain("月薪 60,000 元");
        (await seeker.PostAsync($"/team/jobs/apply/{id}", new Dictionary<string, string> { ["Input.Letter"] = "我會。" }, files: new Dictionary<string, Upload> { ["Input.Cv"] = Upload.Pdf("履歷.pdf") })).WasAccepted.ShouldBeTrue();
        (await seeker.PostAsync($"/team/jobs/apply/{id}", new Dictionary<string, string> { ["Input.Letter"] = "再一次。" })).Text.ShouldContain("已經應徵過");

        var application = await host.Db(db => db.JobApplications.AsNoTracking().SingleAsync(known => known.PostingId == id));
        (await desk.GetAsync($"/poser/postings/{id}")).Body.ShouldNotContain(person.Email);
        (await desk.GetAsync($"/poser/postings/applications/{application.Id}")).Text.ShouldContain(person.Email);
        (await desk.PostAsync($"/poser/postings/applications/{application.Id}", new Dictionary<string, string> { ["Input.Word"] = "歡迎" }, press: "通知錄取")).WasAccepted.ShouldBeTrue();
        (await seeker.PostAsync("/team/jobs", press: "接受錄取" + " 產線資料工程師")).WasAccepted.ShouldBeTrue();

        (await host.Db(db => db.Postings.AsNoTracking().SingleAsync(posting => posting.Id == id))).Status.ShouldBe(PostingStatus.Filled);
        (await host.Visitor().GetAsync("/jobs?q=產線資料")).Text.ShouldContain("沒有符合的實習或職缺");
        var csv = (await (await host.As(await _given.Person(Roles.Officer))).GetAsync($"/office/postings/csv?round={round.Code}")).Body;
        csv.ShouldContain("職缺,全部,1,1,1,0,1,1");
        csv.ShouldContain("職缺,女,,,1,0,1,1");
    }

    [Fact]
    public async Task TwentyWhoAcceptTogether_AreAsManyAsOpenings()
    {
        var posting = await OpenAsync(openings: 3);
        var people = new List<Person>();
        var applications = new List<JobApplication>();
        for (var number = 0; number < 20; number++)
        {
            var person = await _given.Person();
            var application = new JobApplication(posting.Posting, person, "我會。", null, _given.By(person));
            application.AnswerWith(ApplicationAction.Offer, "歡迎", _given.By(posting.Poser));
            people.Add(person);
            applications.Add(application);
        }

        await host.Db(async db =>
        {
            db.JobApplications.AddRange(applications);
            await db.SaveChangesAsync();
        });
        var browsers = await Task.WhenAll(people.Select(person => host.As(person)));

        var answers = await Task.WhenAll(browsers.Select((browser, index) =>
            browser.ForgeAsync("/account/profile", "/team/jobs?handler=Accept", new Dictionary<string, string> { ["application"] = applications[index].Id.ToString() })));

        answers.Count(answer => answer.WasAccepted).ShouldBe(3);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity && answer.Text.Contains("名額已滿", StringComparison.Ordinal)).ShouldBe(17);
        (await host.Db(db => db.Postings.AsNoTracking().SingleAsync(known => known.Id == posting.Posting.Id))).Taken.ShouldBe(3);
    }

    [Fact]
    public async Task AnothersPostingsApplicationsAndCvs_AreNotThere()
    {
        var (mine, person) = (await OpenAsync(), await _given.Person());
        var seeker = await host.As(person);
        await seeker.PostAsync($"/team/jobs/apply/{mine.Posting.Id}", new Dictionary<string, string> { ["Input.Letter"] = "我會。" }, files: new Dictionary<string, Upload> { ["Input.Cv"] = Upload.Pdf("履歷.pdf") });
        var application = await host.Db(db => db.JobApplications.AsNoTracking().SingleAsync(known => known.PostingId == mine.Posting.Id));
        (await seeker.GetRawAsync($"/files/{application.CvFileId}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await (await host.As(mine.Poser)).GetRawAsync($"/files/{application.CvFileId}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var foreignPoser = await host.As((await OpenAsync()).Poser);
        (await foreignPoser.GetAsync($"/poser/postings/{mine.Posting.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreignPoser.GetAsync($"/poser/postings/edit/{mine.Posting.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await foreignPoser.GetAsync($"/poser/postings/applications/{application.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await host.As(await _given.Person());
        foreach (var handler in new[] { "Accept", "Withdraw" })
        {
            (await other.ForgeAsync("/account/profile", $"/team/jobs?handler={handler}", new Dictionary<string, string> { ["application"] = application.Id.ToString() })).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }

        foreach (var stranger in new[] { foreignPoser, other, await host.As(await _given.Person(Roles.Officer)), await host.As(await _given.Person(Roles.Auditor)) })
        {
            (await stranger.GetRawAsync($"/files/{application.CvFileId}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task ADraft_IsNotPublic_AndAClosedPosting_TakesNoApplications()
    {
        var (draft, open) = (await OpenAsync(publish: false), await OpenAsync());
        (await host.Visitor().GetAsync($"/jobs/{draft.Posting.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await host.As(await _given.Person())).GetAsync($"/team/jobs/apply/{draft.Posting.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await (await host.As(open.Poser)).PostAsync($"/poser/postings/{open.Posting.Id}", form: "handler=Close")).WasAccepted.ShouldBeTrue();

        (await (await host.As(await _given.Person())).PostAsync($"/team/jobs/apply/{open.Posting.Id}", new Dictionary<string, string> { ["Input.Letter"] = "我會。" })).Text.ShouldContain("不能應徵");
    }

    [Fact]
    public async Task TheOffice_DraftsTheDataInternThatAProblemNeeds()
    {
        var poser = await _given.Person(Roles.Poser);
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser, ProblemStatus.Optimising);
        await host.Db(async db =>
        {
            var known = await db.Problems.SingleAsync(found => found.Id == problem.Id);
            known.Classify(DataReadiness.None, Grade.Medium, Grade.Low, "還沒有資料", _given.Portal());
            known.AskForDataIntern(_given.Portal());
            await db.SaveChangesAsync();
        });
        var officer = await host.As(await _given.Person(Roles.Officer));

        (await officer.PostAsync($"/office/postings?round={round.Code}", form: "handler=DataIntern")).WasAccepted.ShouldBeTrue();

        var posting = await host.Db(db => db.Postings.AsNoTracking().SingleAsync(known => known.ProblemId == problem.Id));
        (posting.Content.Kind, posting.Content.Title, posting.Status).ShouldBe((PostingKind.Internship, "實習資料工程師", PostingStatus.Draft));
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == poser.Email && letter.Body.Contains(posting.Id.ToString())))).ShouldBe(1);
        (await officer.GetAsync($"/office/postings?round={round.Code}")).Text.ShouldNotContain("需要實習資料工程師的題目");
    }

    private Dictionary<string, string> Typed(int openings) => new()
    {
        ["Input.Title"] = "產線資料工程師",
        ["Input.Kind"] = nameof(PostingKind.Job),
        ["Input.Openings"] = $"{openings}",
        ["Input.Duties"] = "維護資料管線",
        ["Input.Place"] = "桃園市",
        ["Input.Pay"] = "月薪 60,000 元",
        ["Input.ApplyUntil"] = _given.Now.AddDays(9).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
    };

    private async Task<(Posting Posting, Person Poser)> OpenAsync(int openings = 1, bool publish = true)
    {
        var poser = await _given.Person(Roles.Poser);
        var round = await _given.Round();
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        var posting = new Posting(problem, new PostingContent { Title = "實習生", Openings = openings, Duties = "標註", Place = "臺中", Pay = "時薪 220 元", ApplyUntil = _given.Now.AddDays(5) }, [], _given.By(poser));
        if (publish)
        {
            posting.Open(_given.By(poser));
        }

        await host.Db(async db =>
        {
            db.Postings.Add(posting);
            await db.SaveChangesAsync();
        });
        return (posting, poser);
    }
}
