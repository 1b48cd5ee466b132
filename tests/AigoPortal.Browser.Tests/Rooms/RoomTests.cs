using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Browser.Tests.Walk;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Rooms;

/// <summary>The demonstration in a browser.</summary>
public sealed class DemonstrationBrowserHost : BrowserHost
{
    protected override bool HasDemonstration => true;
}

/// <summary>Pages that the season's walk does not pass through, each opened by its own role and looked at like those.</summary>
public sealed class RoomTests(DemonstrationBrowserHost host) : IClassFixture<DemonstrationBrowserHost>
{
    private const string Password = "aigo-demo-2026";
    private const string Comparing = "main a[href*='/applications']";
    private const string Mending = "main a[href*='/poser/problems/edit/']";

    [Fact]
    public async Task PosingAndEvents_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var visitor = await host.OpenAsync();
        await VisitAsync(visitor, "pose", "/pose");
        await VisitAsync(visitor, "open-data", "/open-data");
        await VisitAsync(visitor, "problems", "/problems");
        await VisitAsync(visitor, "problem", "/problems", "main #results a[href*='/problems/']");
        await VisitAsync(visitor, "events", "/events");
        await VisitAsync(visitor, "event", "/events", "main a[href*='/events/']");

        var participant = await SignInAsync("participant");
        await VisitAsync(participant, "my-event", "/events", "main a[href*='/events/']", "main a[href*='/account/events/']");
        await VisitAsync(participant, "my-questions", "/team/questions");
        await VisitAsync(participant, "problem-for-teams", "/problems", "main #results a[href*='/problems/']");

        var poser = await SignInAsync("poser");
        await VisitAsync(poser, "organisation", "/poser/organisation");
        await VisitAsync(poser, "questions", "/poser/questions");
        await VisitAsync(poser, "form", "/poser/problems/edit");
        await VisitAsync(poser, "mending", "/poser", Mending);
        await VisitAsync(poser, "readiness", "/poser", Mending, "main a[href*='/readiness/']");
        await VisitAsync(poser, "answers", "/poser", "main a[href*='/poser/problems/details/']");

        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "desk", "/office/problems?Lane=All");
        await VisitAsync(officer, "screening", "/office/problems", "main table a[href*='/office/problems/']");
        await VisitAsync(officer, "versions", "/office/problems?Lane=Optimising", "main table a[href*='/office/problems/']", "main a[href*='/versions']");
        await VisitAsync(officer, "workshop", "/office/problems?Lane=Optimising", "main table a[href*='/office/problems/']", "main a[href*='/workshop']");
        await VisitAsync(officer, "office-questions", "/office/questions");
        await VisitAsync(officer, "office-events", "/office/events");
        await VisitAsync(officer, "office-event", "/office/events", "main table a[href*='/office/events/']");
        await VisitAsync(officer, "office-event-form", "/office/events/edit");

        var mentor = await SignInAsync("mentor");
        await VisitAsync(mentor, "mentor", "/mentor");
        await VisitAsync(mentor, "mentor-problem", "/mentor", "main a[href*='/mentor/problems/']");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reviewing_ReadsWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var reviewer = await SignInAsync("reviewer");
        await VisitAsync(reviewer, "desk-of-reviews", "/review");
        await VisitAsync(reviewer, "score", "/review", "main td a[href*='/review/score/']");

        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "scores", "/office/panels", "main a[href*='/decide']", "main nav a[href$='/scores']");
        await VisitAsync(officer, "scores-of-entry", "/office/panels", "main a[href*='/decide']", "main nav a[href$='/scores']", "main td a[href*='/scores/']");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Payments_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "payments", "/office/payments");
        await VisitAsync(officer, "payment-batch", "/office/payments", "main table a[href*='/office/payments/']");
        await VisitAsync(officer, "reversal", "/office/milestones?queue=Paid", "main table a[href*='/office/milestones/']", "main a[href$='/reversal']");

        var auditor = await SignInAsync("auditor");
        await VisitAsync(auditor, "audit-payments", "/audit/payments");
        await VisitAsync(auditor, "audit-payment-batch", "/audit/payments", "main table a[href*='/audit/payments/']");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task PeopleAndTeams_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        await VisitAsync(await host.OpenAsync(), "privacy", "/privacy");

        var participant = await SignInAsync("participant");
        await VisitAsync(participant, "profile", "/account/profile");
        await VisitAsync(participant, "skills", "/account/skills");
        await VisitAsync(participant, "consent", "/account/consent");
        await VisitAsync(participant, "data", "/account/data");
        await VisitAsync(participant, "team", "/team");
        await VisitAsync(participant, "manage-team", "/team/manage");
        await VisitAsync(participant, "teammates", "/team/teammates");
        await VisitAsync(participant, "teammate", "/team/teammates", "main a[href*='/team/people/']");

        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "eligibility", "/office/rounds/eligibility");
        await VisitAsync(officer, "office-team", "/office/teams", "main table a[href*='/office/teams/']");
        await VisitAsync(await SignInAsync("auditor"), "exceptions", "/audit/exceptions");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task MessagesSlotsAndPostings_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var visitor = await host.OpenAsync();
        await VisitAsync(visitor, "jobs", "/jobs");
        await VisitAsync(visitor, "job", "/jobs", "main article a[href*='/jobs/']");

        var participant = await SignInAsync("participant");
        await VisitAsync(participant, "team-messages", "/team", "main section a[href*='/messages']");
        await VisitAsync(participant, "team-slots", "/team/slots");
        await VisitAsync(participant, "my-applications", "/team/jobs");
        await VisitAsync(participant, "apply-for-job", "/jobs?q=交通數據", "main article a[href*='/jobs/']", "main a[href*='/team/jobs/apply/']");

        var poser = await SignInAsync("poser");
        await VisitAsync(poser, "poser-messages", "/poser", "main section a[href*='/messages']");
        await VisitAsync(poser, "poser-slots", "/poser", "main a[href*='/poser/problems/details/']:has-text('病例')", "main a[href$='/slots']");
        await VisitAsync(poser, "postings", "/poser/postings");
        await VisitAsync(poser, "posting-form", "/poser/postings", "main table a[href*='/poser/postings/']", "main a[href*='/poser/postings/edit/']");
        await VisitAsync(poser, "posting", "/poser/postings", "main table a[href*='/poser/postings/']");
        await VisitAsync(poser, "application", "/poser/postings", "main table a[href*='/poser/postings/']", "main table a[href*='/applications/']");

        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "office-slots", "/office/slots");
        await VisitAsync(officer, "office-postings", "/office/postings");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cooperation_ReadsWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "office-cooperation", "/office/cooperation");
        await VisitAsync(officer, "office-paper", "/office/cooperation", "main table a[href*='/cooperation']");
        await VisitAsync(officer, "office-visits", "/office/visits");
        await VisitAsync(officer, "office-visit-planned", "/office/visits?status=Planned", "main table a[href*='/office/visits/']");
        await VisitAsync(officer, "office-visit-agreed", "/office/visits?status=Confirmed", "main table a[href*='/office/visits/']");
        await VisitAsync(officer, "office-visit-held", "/office/visits?status=Held", "main table a[href*='/office/visits/']");
        await VisitAsync(officer, "office-visit-plan", "/office/visits?status=Planned", "main table a[href*='/office/visits/']", "main a[href*='/office/visits/plan/']");
        await VisitAsync(officer, "office-deliverables", "/office/visits?status=Held", "main table a[href*='/office/visits/']", "main nav a[href*='/office/entries/']", "main a[href$='/deliverables']");
        await VisitAsync(officer, "office-cooperation-terms", "/office/rounds/cooperation");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task PanelsReleaseAndAppeals_ReadWellInBothLanguagesAndOnAPhone()
    {
        const string Reviewing = "main table tr:has-text('審查中') a[href*='/office/panels/']";
        const string Released = "main table tr:has-text('已公布') a[href*='/office/panels/']";
        Looking.Complaints.Clear();
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "review-settings", "/office/rounds/criteria");
        await VisitAsync(officer, "award-scheme", "/office/rounds/awards");
        await VisitAsync(officer, "award-scheme-proposed", "/office/rounds/awards", "main section.next a[href*='/office/rounds/awards/']");
        await VisitAsync(officer, "budget", "/office/budget");
        await VisitAsync(officer, "panel-preparing", "/office/panels", "main table tr:has-text('籌備中') a[href*='/office/panels/']");
        await VisitAsync(officer, "release", "/office/panels", Reviewing, "main nav a[href$='/release']");
        await VisitAsync(officer, "letter-template", "/office/panels", Reviewing, "main nav a[href$='/release']", "main a[href*='/release/letters/']");
        await VisitAsync(officer, "feedback", "/office/panels", Reviewing, "main nav a[href$='/release']", "main a[href*='/release/feedback/']");
        await VisitAsync(officer, "letters-sent", "/office/panels", Released, "main nav a[href$='/release']");
        await VisitAsync(officer, "appeals", "/office/panels", Released, "main nav a[href$='/appeals']");
        await VisitAsync(officer, "appeal-answer", "/office/panels", Released, "main nav a[href$='/appeals']", "main a[href*='appeal=']");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task MeetingsAndDiscussions_ReadWellInBothLanguagesAndOnAPhone()
    {
        const string running = "main tr:has-text('審查中') a[href*='/office/panels/']";
        Looking.Complaints.Clear();
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "office-meeting", "/office/panels", running, "main nav a[href$='/meeting']");
        await VisitAsync(officer, "office-decide", "/office/panels", running, "main nav a[href$='/decide']");
        await VisitAsync(officer, "office-decision", "/office/panels", running, "main nav a[href$='/decide']", "main table a[href*='entry=']");
        await VisitAsync(officer, "office-discussions", "/office/panels", running, "main nav a[href$='/decide']", "main a[href$='/discussions']");
        await VisitAsync(officer, "office-discussion", "/office/panels", running, "main nav a[href$='/decide']", "main a[href$='/discussions']", "main table tr:has-text('討論中') a[href*='/discussions/']");

        var reviewer = await SignInAsync("reviewer");
        await VisitAsync(reviewer, "review-meeting", "/review", "main a[href$='/meeting']");
        await VisitAsync(reviewer, "review-discussions", "/review", "main a[href$='/discussions']");
        await VisitAsync(reviewer, "review-discussion", "/review", "main a[href$='/discussions']", "main table a[href*='/discussions/']");

        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task PitchesAndTheirComparison_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var participant = await SignInAsync("participant");
        await VisitAsync(participant, "pitch-draft", "/team", "main a[href*='/team/apply/']");
        await VisitAsync(participant, "pitch-accepted", "/team", "main tr:has-text('確認媒合') a[href*='/team/entries/']");
        await VisitAsync(participant, "pitch-sent", "/team", "main a[href*='/team/entries/']", "main a[href$='/pitch']");

        var poser = await SignInAsync("poser");
        await VisitAsync(poser, "compare", "/poser", Comparing);
        await VisitAsync(poser, "application-to-answer", "/poser", Comparing, "main .shortlist a[href*='/poser/entries/']");
        await VisitAsync(poser, "data-access", "/poser", Comparing, "main .shortlist a[href*='/poser/entries/']", "main a[href$='/data']");

        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "waiting", "/office/entries?waiting=true");
        await VisitAsync(officer, "mediate", "/office/entries?waiting=true", "main table a[href*='/office/entries/']");
        Looking.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task ConflictsAndAssignment_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        const string Panel = "main tr:has-text('審查中') td.headline a[href*='/office/panels/']";
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "conflicts", "/office/panels", Panel, "main nav a[href$='/conflicts']");
        await VisitAsync(officer, "conflict-grid", "/office/panels", Panel, "main nav a[href$='/conflicts']", "main a[href$='view=grid']");
        await VisitAsync(officer, "assignment", "/office/panels", Panel, "main nav a[href$='/assignment']");
        await VisitAsync(officer, "assign-by-hand", "/office/panels", Panel, "main nav a[href$='/assignment']", "main table a[href*='entry=']");
        await VisitAsync(officer, "assign-automatically", "/office/panels", Panel, "main nav a[href$='/assignment']", "main a[href$='/assignment/auto']");
        await VisitAsync(officer, "import-assignment", "/office/panels", Panel, "main nav a[href$='/assignment']", "main a[href$='/assignment/import']");
        await VisitAsync(await SignInAsync("reviewer"), "declare", "/review", "main a[href$='/declare']");

        Looking.Complaints.ShouldBeEmpty();
    }

    private async Task<IPage> SignInAsync(string name)
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/account/login");
        await page.TypeAsync(("Email", $"{name}@aigo.example"), ("Password", Password));
        await page.PressAsync("登入");
        await page.Locator("header form[action*=logout]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    [Fact]
    public async Task Recommendations_ReadWellInBothLanguagesAndOnAPhone()
    {
        Looking.Complaints.Clear();
        var participant = await SignInAsync("participant");
        await VisitAsync(participant, "recommended", "/team/recommended");
        await VisitAsync(participant, "recommended-to-me", "/team/recommended?who=Mine");
        var poser = await SignInAsync("poser");
        await VisitAsync(poser, "fitting-teams", "/poser", "main tr:has(.state.good) a[href*='/poser/problems/details/']", "main a[href$='/teams']");
        var officer = await SignInAsync("officer");
        await VisitAsync(officer, "office-matching", "/office/matching");

        Looking.Complaints.ShouldBeEmpty();
    }

    // From an address along links, the first that fits at each page.
    private static async Task VisitAsync(IPage page, string name, string address, params string[] links)
    {
        (await page.GotoAsync(address))!.Status.ShouldBe(200, address);
        foreach (var link in links)
        {
            var next = await page.Locator(link).First.GetAttributeAsync("href");
            (await page.GotoAsync(next!))!.Status.ShouldBe(200, next);
        }

        await page.LookAsync($"room-{name}", goesBack: false);
    }
}
