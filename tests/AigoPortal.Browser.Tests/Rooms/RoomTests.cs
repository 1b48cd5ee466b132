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
[Collection(Looking.OneAtATime)]
public sealed class RoomTests(DemonstrationBrowserHost host) : IClassFixture<DemonstrationBrowserHost>
{
    private const string Password = "aigo-demo-2026";
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

    private async Task<IPage> SignInAsync(string name)
    {
        var page = await host.OpenAsync();
        await page.GotoAsync("/account/login");
        await page.TypeAsync(("Email", $"{name}@aigo.example"), ("Password", Password));
        await page.PressAsync("登入");
        await page.Locator("header form[action*=logout]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
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

        await page.LookAsync($"room-{name}");
    }
}
