using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Panels;

public sealed class AssignmentTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task WithANumberOfReviews_NothingIsAssignedAtTheOpening_AndTheOfficeAssignsAutomatically()
    {
        var season = await BeginAsync(entries: 3, reviewers: 3);
        var panelId = await season.BiddingAsync(2);
        var officer = await host.As(season.Officer);
        (await ReviewsAsync(panelId)).ShouldBeEmpty();
        await PreferAsync(season.Reviewers[2], season.Entries[0].Id, PreferenceLevel.Wanted);

        var planned = await PlanAsync(officer, panelId, 2, 7);
        planned.Text.ShouldContain("6筆新的分派");
        planned.Text.ShouldContain("2案，每位委員");
        (await ReviewsAsync(panelId)).ShouldBeEmpty();
        var applied = await officer.PostAsync(Auto(panelId, 2, 7), form: "handler=apply");

        applied.WasAccepted.ShouldBeTrue(applied.Text);
        var reviews = await ReviewsAsync(panelId);
        reviews.Count.ShouldBe(6);
        reviews.GroupBy(review => review.ReviewerId).ShouldAllBe(load => load.Count() == 2);
        reviews.ShouldContain(review => review.EntryId == season.Entries[0].Id && review.ReviewerId == season.Reviewers[2].Id);
        (await season.LettersToAsync(season.Reviewers[0])).Count(subject => subject.Contains("審查開始", StringComparison.Ordinal)).ShouldBe(1);
        (await host.Db(db => db.AuditEvents.SingleAsync(line => line.Verb == "panel.assign" && line.SubjectId == panelId))).Why!.ShouldContain("seed 7");
        (await officer.GetAsync($"/office/panels/{panelId}/assignment")).Text.ShouldContain(season.Reviewers[0].Name);
    }

    [Fact]
    public async Task APlan_IsStale_WhenAnythingChangedMeanwhile()
    {
        var season = await BeginAsync(entries: 3, reviewers: 3);
        var panelId = await season.BiddingAsync(1);
        var officer = await host.As(season.Officer);
        var plan = await PlanAsync(officer, panelId, 1, 1);
        await PreferAsync(season.Reviewers[0], season.Entries[0].Id, PreferenceLevel.Unwanted);

        var stale = await ApplyAsync(officer, panelId, plan);

        stale.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stale.Text.ShouldContain("請重新試算");
        (await ReviewsAsync(panelId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task TwoOfficersWhoApplyAtOnce_AssignOnce()
    {
        var season = await BeginAsync(entries: 3, reviewers: 3);
        var panelId = await season.BiddingAsync(2);
        var officers = new[] { await host.As(season.Officer), await host.As(await season.Given.Person(Roles.Officer)) };
        var plan = await PlanAsync(officers[0], panelId, 2, 1);

        var answers = await Task.WhenAll(officers.Select(officer => ApplyAsync(officer, panelId, plan)));

        answers.Count(answer => answer.WasAccepted).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity).ShouldBe(1);
        (await ReviewsAsync(panelId)).Count.ShouldBe(6);
        (await season.LettersToAsync(season.Reviewers[0])).Count(subject => subject.Contains("審查開始", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task TooManyConflicts_AreNamed_AndNeverCrossed()
    {
        var season = await BeginAsync(entries: 2, reviewers: 3);
        var panelId = await season.BiddingAsync(2);
        var officer = await host.As(season.Officer);
        foreach (var reviewer in season.Reviewers.Take(2))
        {
            (await officer.PostAsync($"/office/panels/{panelId}/conflicts", new Dictionary<string, string>
            {
                ["Input.ReviewerId"] = reviewer.Id.ToString(),
                ["Input.EntryCode"] = season.Entries[0].Code,
                ["Input.Kind"] = "Family",
                ["Input.Note"] = "親屬",
            }, "handler=set")).WasAccepted.ShouldBeTrue();
        }

        var plan = await PlanAsync(officer, panelId, 2, 1);
        plan.Text.ShouldContain($"{season.Entries[0].Code}：只有 1 位委員可以審查，2 位有利益關係");
        (await ApplyAsync(officer, panelId, plan)).WasAccepted.ShouldBeTrue();

        (await ReviewsAsync(panelId)).Where(review => review.EntryId == season.Entries[0].Id).ShouldHaveSingleItem().ReviewerId.ShouldBe(season.Reviewers[2].Id);
    }

    [Fact]
    public async Task ByHand_AReviewerIsAddedAndTakenBack_ButNotOnceHandedIn_NorAcrossAConflict()
    {
        var season = await BeginAsync(entries: 1, reviewers: 3);
        var panelId = await season.BiddingAsync(2);
        var (officer, address) = (await host.As(season.Officer), $"/office/panels/{panelId}/assignment?entry={season.Entries[0].Code}");
        var ids = season.Reviewers.Select(reviewer => reviewer.Id.ToString()).ToList();

        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Reviewers"] = ids[0] })).WasAccepted.ShouldBeTrue();
        (await ReviewsAsync(panelId)).ShouldHaveSingleItem().ReviewerId.ShouldBe(season.Reviewers[0].Id);
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Reviewers"] = ids[1] })).WasAccepted.ShouldBeTrue();
        (await ReviewsAsync(panelId)).ShouldHaveSingleItem().ReviewerId.ShouldBe(season.Reviewers[1].Id);

        await season.ScoreAsync(season.Reviewers[1], season.Entries[0], 80, 80, 80, 80);
        var submitted = await officer.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Reviewers"] = ids[0] });
        submitted.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        submitted.Text.ShouldContain($"{season.Reviewers[1].Name} 已送出評分，不能取消分派。");
        await host.Db(async db =>
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(season.Reviewers[2].Id, season.Entries[0].Id, ConflictKind.Family, ConflictSource.Set, "親屬", season.Given.By(season.Officer)));
            await db.SaveChangesAsync();
        });
        (await officer.GetAsync(address)).Page.QuerySelector($"input[value='{ids[2]}']")!.HasAttribute("disabled").ShouldBeTrue();
        var forged = await officer.ForgeAsync(address, address, new Dictionary<string, string> { ["Input.Reviewers[0]"] = ids[1], ["Input.Reviewers[1]"] = ids[2] });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forged.Text.ShouldContain("與這一案有利益關係，不能分派。");
        (await officer.GetAsync($"/office/panels/{panelId}/assignment?entry=NONE")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AfterALiftedConflict_TheReviewerGetsTheEntryAgain_Empty()
    {
        var season = await BeginAsync(entries: 1, reviewers: 2);
        var panelId = await season.ReviewingAsync();
        await season.ScoreAsync(season.Reviewers[0], season.Entries[0], 80, 80, 80, 80);
        var officer = await host.As(season.Officer);
        await officer.PostAsync($"/office/panels/{panelId}/conflicts", new Dictionary<string, string>
        {
            ["Input.ReviewerId"] = season.Reviewers[0].Id.ToString(),
            ["Input.EntryCode"] = season.Entries[0].Code,
            ["Input.Kind"] = "Family",
            ["Input.Note"] = "親屬",
        }, "handler=set");
        await officer.PostAsync($"/office/panels/{panelId}/conflicts", new Dictionary<string, string> { ["Input.LiftReason"] = "同名" }, "handler=lift");

        var saved = await officer.ForgeAsync("/office", $"/office/panels/{panelId}/assignment?entry={season.Entries[0].Code}", new Dictionary<string, string>
        {
            ["Input.Reviewers[0]"] = season.Reviewers[0].Id.ToString(),
            ["Input.Reviewers[1]"] = season.Reviewers[1].Id.ToString(),
        });

        saved.WasAccepted.ShouldBeTrue(saved.Text);
        var review = (await ReviewsAsync(panelId)).Single(review => review.ReviewerId == season.Reviewers[0].Id);
        (review.Status, review.Scores.Count, review.ConflictReason).ShouldBe((ReviewStatus.Assigned, 0, null));
        (await (await host.As(season.Reviewers[0])).GetAsync($"/review/score/{review.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task AFile_IsCheckedLineByLine_BeforeAnythingChanges()
    {
        var season = await BeginAsync(entries: 2, reviewers: 2);
        var panelId = await season.BiddingAsync(1);
        var (officer, address) = (await host.As(season.Officer), $"/office/panels/{panelId}/assignment/import");
        var (code, email) = (season.Entries[0].Code, season.Reviewers[0].Email);
        var bad = $"案號,電子郵件\n{code},{email}\n{code},{email}\n115-9-E999,{email}\n{code},nobody@aigo.test\n";

        var preview = await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Lines"] = bad }, "handler=preview");
        preview.Text.ShouldContain("共 4 列：1 筆新的分派、0 筆已經分派、3 列有誤。");
        foreach (var complaint in new[] { "重複", "這個審查會沒有這一案", "這個審查會沒有這位委員" })
        {
            preview.Text.ShouldContain(complaint);
        }

        var forged = await officer.ForgeAsync(address, $"{address}?handler=Apply", new Dictionary<string, string> { ["Input.Lines"] = bad });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ReviewsAsync(panelId)).ShouldBeEmpty();

        var file = new Upload("分派.csv", [.. "\uFEFF"u8, .. System.Text.Encoding.UTF8.GetBytes($"\"{code}\",'{email}\r\n")]);
        var good = await officer.PostAsync(address, null, "handler=preview", new Dictionary<string, Upload> { ["Input.File"] = file });
        good.Text.ShouldContain("匯入 1 筆");
        var applied = await officer.ForgeAsync(address, $"{address}?handler=Apply", new Dictionary<string, string> { ["Input.Lines"] = $"{code},{email}" });
        applied.WasAccepted.ShouldBeTrue(applied.Text);
        (await ReviewsAsync(panelId)).ShouldHaveSingleItem().EntryId.ShouldBe(season.Entries[0].Id);

        var exported = await (await officer.GetRawAsync($"/office/panels/{panelId}/assignment?handler=Export")).Content.ReadAsStringAsync();
        exported.ShouldContain($"{code},{email},");
        (await officer.PostAsync(address, new Dictionary<string, string> { ["Input.Lines"] = exported }, "handler=preview")).Text.ShouldContain("共 1 列：0 筆新的分派、1 筆已經分派、0 列有誤。");
        (await host.Db(db => db.AuditEvents.CountAsync(line => line.Verb == "panel.export-assignment" && line.SubjectId == panelId))).ShouldBe(1);
    }

    private async Task<PanelSeason> BeginAsync(int entries, int reviewers)
    {
        var season = await PanelSeason.BeginAsync(host, entries);
        for (var more = 2; more < reviewers; more++)
        {
            season.Reviewers.Add(await season.Given.Person(Roles.Reviewer));
        }

        return season;
    }

    private static string Auto(Guid panelId, int reviews, int seed) => $"/office/panels/{panelId}/assignment/auto?reviews={reviews}&seed={seed}";

    private static async Task<Answer> PlanAsync(PortalClient officer, Guid panelId, int reviews, int seed)
    {
        var planned = await officer.PostAsync($"/office/panels/{panelId}/assignment/auto", new Dictionary<string, string> { ["Input.Reviews"] = $"{reviews}", ["Input.Seed"] = $"{seed}" }, "handler=plan");
        planned.WasAccepted.ShouldBeTrue(planned.Text);
        return await officer.GetAsync(planned.Location!);
    }

    private static Task<Answer> ApplyAsync(PortalClient officer, Guid panelId, Answer plan) => officer.ForgeAsync(
        "/office", $"/office/panels/{panelId}/assignment/auto?handler=Apply",
        new[] { "Reviews", "Seed", "Fingerprint" }.ToDictionary(name => $"Input.{name}", name => plan.Page.QuerySelector($"#plan input[name='Input.{name}']")!.GetAttribute("value")!));

    private Task PreferAsync(Person reviewer, Guid entryId, PreferenceLevel level) => host.Db(async db =>
    {
        db.Preferences.Add(new Preference(reviewer.Id, entryId, level, reviewer.RegisteredAt));
        await db.SaveChangesAsync();
    });

    private Task<List<Domain.Reviews.Review>> ReviewsAsync(Guid panelId) => host.Db(db => db.Reviews.AsNoTracking().Where(review => review.PanelId == panelId && review.Status != ReviewStatus.Recused).ToListAsync());
}
