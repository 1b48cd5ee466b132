using System.Net;
using System.Reflection;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.RoundTables;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Security;
using AigoPortal.Web.Tests.Workflows;
using AigoPortal.Web.Workflows;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>
/// Every form, filled in badly: it is refused with a sentence and what was typed is still there, or it is taken; it never fails.
/// The list of forms comes from the pages' handlers, so that a new form without an address here fails.
/// </summary>
public sealed class BadInputTests(PortalHost host) : IClassFixture<PortalHost>
{
    // Signing out has nothing to fill in; the choice of language and theme stands in every page's bar and only ever redirects.
    private static readonly string[] WithoutFields = ["/Account/Logout", "/Public/Preferences"];

    private static readonly List<(string Page, Type Model, MethodInfo Handler)> Handlers =
    [
        .. from model in typeof(Program).Assembly.GetTypes()
           where model.IsSubclassOf(typeof(PageModel)) && !model.IsAbstract
           let page = model.FullName!["AigoPortal.Web.Pages".Length..^"Model".Length].Replace('.', '/')
           where !WithoutFields.Contains(page)
           from handler in model.GetMethods()
           where handler.Name.StartsWith("OnPost", StringComparison.Ordinal)
           select (page, model, handler),
    ];

    [Fact]
    public Task EveryForm_Empty() => EveryFormIsHandledAsync(BadInput.Empty);

    [Fact]
    public Task EveryForm_WithOverlongText() => EveryFormIsHandledAsync(BadInput.TooLong);

    [Fact]
    public Task EveryForm_WithEmojiRightToLeftTextAndAScriptTag() => EveryFormIsHandledAsync(BadInput.Odd);

    [Fact]
    public Task EveryForm_WithControlCharacters() => EveryFormIsHandledAsync(BadInput.Control);

    [Fact]
    public Task EveryForm_WithForgedChoicesIdsAndNumbers() => EveryFormIsHandledAsync(BadInput.Forged);

    [Fact]
    public async Task SomebodyElsesThings_AreNotThere()
    {
        var places = await ArrangeAsync();
        var strangers = new Dictionary<string, PortalClient>(StringComparer.Ordinal);
        var given = new Given(host);
        foreach (var (folder, role) in new[] { ("/Team/", Roles.Participant), ("/Poser/", Roles.Poser), ("/Review/", Roles.Reviewer), ("/Mentor/", Roles.Mentor) })
        {
            strangers[folder] = await host.As(await given.Person(role));
        }

        var wrong = new List<string>();
        var asked = 0;
        foreach (var (page, model, handler) in Handlers)
        {
            var place = places[page];
            if (strangers.FirstOrDefault(stranger => page.StartsWith(stranger.Key, StringComparison.Ordinal)).Value is { } stranger && place.IsOwned)
            {
                var answer = await stranger.ForgeAsync("/account/profile", Action(place.Address, handler), BadInput.Odd.Fill(model, handler));
                asked++;
                if (answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                {
                    wrong.Add($"{page} {handler.Name}: {(int)answer.Status} {answer.Location}");
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
        asked.ShouldBeGreaterThan(15);
    }

    private async Task EveryFormIsHandledAsync(BadInput bad)
    {
        var places = await ArrangeAsync();
        Handlers.Select(form => form.Page).Where(page => !places.ContainsKey(page)).Distinct().ShouldBeEmpty("Say where the page is:");
        var wrong = new List<string>();
        var browsers = new Dictionary<Guid, PortalClient> { [Guid.Empty] = host.Visitor() };
        foreach (var (page, model, handler) in Handlers)
        {
            var place = places[page];
            if (!browsers.TryGetValue(place.Person?.Id ?? Guid.Empty, out var browser))
            {
                browsers[place.Person!.Id] = browser = await host.As(place.Person);
            }

            var typed = bad.Fill(model, handler);
            var answer = await browser.ForgeAsync(place.Person is null ? "/account/forgot" : "/account/profile", Action(place.Address, handler), typed);
            wrong.AddRange(Complaints(answer, handler, typed, bad).Select(complaint => $"{page} {handler.Name}: {complaint}"));
            var shown = await browser.GetAsync(place.Address);
            wrong.AddRange(Failures(shown).Select(complaint => $"{page} after {handler.Name}: {complaint}"));
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static IEnumerable<string> Complaints(Answer answer, MethodInfo handler, Dictionary<string, string> typed, BadInput bad)
    {
        foreach (var failure in Failures(answer))
        {
            yield return failure;
        }

        if (answer.Status == HttpStatusCode.UnprocessableEntity)
        {
            if (!answer.Page.QuerySelectorAll(".summary, .error").Any(element => element.TextContent.Trim().Length > 0))
            {
                yield return "refused without a sentence";
            }

            foreach (var (name, value) in typed.Where(field => field.Value == bad.Text && bad != BadInput.Control))
            {
                if (IsTextOf(answer, handler, name) && answer.ValueOf(name) is { } held && held.Trim() != value.Trim())
                {
                    yield return $"{name} lost what was typed, it holds «{held[..Math.Min(held.Length, 40)]}»";
                }
            }
        }
        else if (answer.Status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError && answer.Text.Length < 20)
        {
            yield return $"{(int)answer.Status} without a page";
        }
    }

    private static IEnumerable<string> Failures(Answer answer)
    {
        if (answer.Status >= HttpStatusCode.InternalServerError)
        {
            yield return $"{(int)answer.Status}";
        }

        if (answer.Body.Contains("<script>alert", StringComparison.OrdinalIgnoreCase))
        {
            yield return "the script tag is in the page";
        }
    }

    // A browser sends the fields of the form whose button is pressed, and only those.
    private static bool IsTextOf(Answer answer, MethodInfo handler, string name) =>
        answer.Page.QuerySelector($"[name='{name}']") is IHtmlTextAreaElement or IHtmlInputElement { Type: "text" or "email" or "tel" or "url" or "search" }
        && answer.Page.QuerySelector($"[name='{name}']")!.Closest("form") is { } form
        && form.QuerySelectorAll("button").Select(button => button.GetAttribute("formaction")).Append(form.GetAttribute("action"))
            .Any(action => HandlerIn(action ?? "").Equals(NameOf(handler), StringComparison.OrdinalIgnoreCase));

    private static string HandlerIn(string action) => action.Split("handler=", 2) is [_, var name] ? name.Split('&')[0] : "";

    private static string NameOf(MethodInfo handler) =>
        handler.Name.EndsWith("Async", StringComparison.Ordinal) ? handler.Name["OnPost".Length..^"Async".Length] : handler.Name["OnPost".Length..];

    private static string Action(string address, MethodInfo handler)
    {
        var name = NameOf(handler);
        return name.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={name}";
    }

    /// <summary>A season in which every form stands somewhere.</summary>
    private async Task<Dictionary<string, Place>> ArrangeAsync()
    {
        var season = await PanelSeason.BeginAsync(host);
        var given = season.Given;
        var panelId = await season.ReviewingAsync();
        var meeting = await MeetingSeason.BeginAsync(host);
        await meeting.RunAsync();
        await meeting.Season.ScoreAsync(meeting.Free, meeting.Entry, 70, 70, 70, 70);
        await meeting.Season.RunAsync<DiscussEntry>(discuss => discuss.OpenAsync(meeting.PanelId, meeting.Entry.Id, open: true, given.By(meeting.Officer), CancellationToken.None));
        var preparing = await PanelSeason.BeginAsync(host);
        var preparedId = await preparing.PrepareAsync();
        var awarded = await Awarded.ByAsync(host);
        var signing = await Awarded.ByAsync(host, EntryStatus.Shortlisted);
        var visit = await given.Visit(awarded.Entry, VisitStatus.Confirmed);
        await given.Delivery(awarded.Entry, handedIn: true);
        var (admin, other) = (await given.Person(Roles.Administrator), await given.Person());
        var draft = await given.Problem(season.Round, season.Organisation, season.Poser, ProblemStatus.Draft);
        var submitted = await given.Problem(await given.Round(), season.Organisation, season.Poser, ProblemStatus.Submitted);
        var optimised = await given.Problem(await given.Round(), season.Organisation, season.Poser, ProblemStatus.Optimising);
        var mentor = await given.Person(Roles.Mentor);
        await given.Workshop(optimised, mentor);
        var matching = await given.Round();
        var listed = await given.Problem(matching, season.Organisation, season.Poser);
        var (leader, invited) = (await given.Person(), await given.Person());
        var team = await given.Team(matching, leader, await given.Person());
        var applied = await given.Entry(matching, await given.Problem(matching, season.Organisation, season.Poser, slot: 2), team, EntryStatus.Applied);
        var matched = await given.Entry(matching, await given.Problem(matching, season.Organisation, season.Poser, slot: 3), team);
        var shortlisted = await given.Entry(matching, listed, await given.Team(matching, await given.Person(), await given.Person()), EntryStatus.Shortlisted);
        var gathering = new ProgrammeEvent(matching, new EventPlan { Title = "說明會", Venue = "臺北", StartsAt = given.Now.AddDays(3), EndsAt = given.Now.AddDays(4), RegistrationEndsAt = given.Now.AddDays(2), Capacity = 9 }, given.Portal(1));
        gathering.Publish(given.Portal(1));
        var asked = await given.Question(listed, leader, season.Poser);
        var answered = await given.Question(listed, leader, season.Poser, QuestionStatus.Answered);
        var contact = await given.Person(Roles.Poser);
        await given.Organisation(contact);
        var posting = new Posting(listed, new PostingContent { Title = "實習生", Duties = "標註", Place = "臺中", Pay = "時薪 220 元", ApplyUntil = given.Now.AddDays(5) }, [], given.By(season.Poser));
        posting.Open(given.By(season.Poser));
        var application = new JobApplication(posting, other, "我會。", null, given.By(other));
        var scheme = new AwardScheme(matching, 2, given.By(season.Officer));
        var slots = Slot.Open(listed, matching, null, new SlotPlan(given.Now.AddDays(2), 20, 5, 2, "第 1 桌"), opensToAll: true, given.By(season.Poser));
        slots[0].Book(team, null, matching, given.By(leader));
        var manager = await given.Person();
        await given.Team(matching, manager, await given.Person());
        var token = Guid.NewGuid().ToString("N");
        await host.Db(async db =>
        {
            var found = await db.Teams.Include(known => known.Invitations).Include(known => known.Members).SingleAsync(known => known.Id == team.Id);
            found.Invite(invited.Email, token, matching, given.By(leader));
            db.Events.Add(gathering);
            db.AwardSchemes.AddRange(AwardScheme.Founding(matching, given.Portal()), scheme);
            db.Postings.Add(posting);
            db.JobApplications.Add(application);
            db.Slots.AddRange(slots);
            await db.SaveChangesAsync();
        });
        var (appealed, waiting) = await AppealedAsync();
        var paying = await Awarded.ByAsync(host);
        return new Dictionary<string, Place>(StringComparer.Ordinal)
        {
            ["/Team/Entries/Appeal"] = new(await appealed.LeaderAsync(appealed.Entries[0]), $"/team/entries/{appealed.Entries[0].Code}/appeal", IsOwned: true),
            ["/Office/Panels/Appeals"] = new(season.Officer, $"/office/panels/{waiting.PanelId}/appeals?appeal={waiting.Id}"),
            ["/Office/Panels/Release"] = new(season.Officer, $"/office/panels/{panelId}/release"),
            ["/Office/Panels/Letter"] = new(season.Officer, $"/office/panels/{panelId}/release/letters/Poser"),
            ["/Office/Panels/Feedback"] = new(season.Officer, $"/office/panels/{panelId}/release/feedback/{season.Entries[0].Code}"),
            ["/Office/Rounds/Awards"] = new(season.Officer, "/office/rounds/awards"),
            ["/Office/Rounds/AwardsVersion"] = new(season.Officer, $"/office/rounds/awards/{scheme.Id}"),
            ["/Office/Rounds/Criteria"] = new(season.Officer, "/office/rounds/criteria"),
            ["/Account/Register"] = new(null, "/account/register"),
            ["/Account/Login"] = new(null, "/account/login"),
            ["/Account/Forgot"] = new(null, "/account/forgot"),
            ["/Account/Reset"] = new(null, await LetterLinkAsync("reset", await given.Person(), UserManager<AigoPortal.Data.Identity.Account>.ResetPasswordTokenPurpose)),
            ["/Account/Accept"] = new(null, await LetterLinkAsync("accept", await given.Person(), "invitation")),
            ["/Account/Events/Details"] = new(other, $"/account/events/{gathering.Id}"),
            ["/Office/Events/Edit"] = new(season.Officer, "/office/events/edit"),
            ["/Office/Events/Details"] = new(season.Officer, $"/office/events/{gathering.Id}"),
            ["/Account/Profile"] = new(other, "/account/profile"),
            ["/Account/Skills"] = new(other, "/account/skills"),
            ["/Account/Consent"] = new(other, "/account/consent"),
            ["/Account/Data"] = new(other, "/account/data"),
            ["/Team/Manage"] = new(manager, "/team/manage"),
            ["/Team/Teammates"] = new(leader, "/team/teammates"),
            ["/Team/People"] = new(leader, $"/team/people/{leader.Id}", IsOwned: true),
            ["/Office/Rounds/Eligibility"] = new(season.Officer, "/office/rounds/eligibility"),
            ["/Team/Index"] = new(leader, "/team"),
            ["/Team/Entries/Messages"] = new(leader, $"/team/entries/{applied.Code}/messages", IsOwned: true),
            ["/Poser/Entries/Messages"] = new(season.Poser, $"/poser/entries/{applied.Code}/messages", IsOwned: true),
            ["/Office/Entries/Messages"] = new(season.Officer, $"/office/entries/{applied.Code}/messages"),
            ["/Team/Slots/Index"] = new(leader, "/team/slots"),
            ["/Poser/Problems/Slots"] = new(season.Poser, $"/poser/problems/{listed.Id}/slots", IsOwned: true),
            ["/Office/Tax/Index"] = new(season.Officer, "/office/tax"),
            ["/Office/Slots/Index"] = new(season.Officer, "/office/slots"),
            ["/Team/Jobs/Index"] = new(other, "/team/jobs"),
            ["/Team/Jobs/Apply"] = new(leader, $"/team/jobs/apply/{posting.Id}"),
            ["/Poser/Postings/Edit"] = new(season.Poser, $"/poser/postings/edit/{posting.Id}", IsOwned: true),
            ["/Poser/Postings/Details"] = new(season.Poser, $"/poser/postings/{posting.Id}", IsOwned: true),
            ["/Poser/Postings/Application"] = new(season.Poser, $"/poser/postings/applications/{application.Id}", IsOwned: true),
            ["/Office/Postings/Index"] = new(season.Officer, "/office/postings"),
            ["/Team/Form"] = new(await given.Person(), "/team/form"),
            ["/Team/Apply"] = new(leader, $"/team/apply/{listed.Code}"),
            ["/Team/Recommended"] = new(leader, "/team/recommended"),
            ["/Team/Follow"] = new(leader, $"/team/follow/{listed.Code}"),
            ["/Team/Questions/Ask"] = new(leader, $"/team/questions/ask/{listed.Code}"),
            ["/Team/Submit"] = new(leader, $"/team/submit/concept/{matched.Code}", IsOwned: true),
            ["/Team/Invitation"] = new(invited, $"/team/invitation/{token}"),
            ["/Team/Legal"] = new(leader, $"/team/legal/{team.Id}", IsOwned: true),
            ["/Team/Payee"] = new(leader, "/team/payee"),
            ["/Team/Milestone"] = new(awarded.Leader, await awarded.Address(2), IsOwned: true),
            ["/Team/Entries/Cooperation"] = new(signing.Leader, $"/team/entries/{signing.Entry.Code}/cooperation", IsOwned: true),
            ["/Team/Entries/Visits"] = new(awarded.Leader, $"/team/entries/{awarded.Entry.Code}/visits", IsOwned: true),
            ["/Team/Entries/Deliverables"] = new(awarded.Leader, $"/team/entries/{awarded.Entry.Code}/deliverables", IsOwned: true),
            ["/Poser/Entries/Cooperation"] = new(season.Poser, $"/poser/entries/{shortlisted.Code}/cooperation", IsOwned: true),
            ["/Office/Cooperation/Index"] = new(season.Officer, "/office/cooperation"),
            ["/Office/Entries/Cooperation"] = new(season.Officer, $"/office/entries/{signing.Entry.Code}/cooperation"),
            ["/Office/Entries/Deliverables"] = new(season.Officer, $"/office/entries/{awarded.Entry.Code}/deliverables"),
            ["/Office/Visits/Plan"] = new(season.Officer, $"/office/visits/plan/{awarded.Entry.Code}"),
            ["/Office/Visits/Details"] = new(season.Officer, $"/office/visits/{visit.Id}"),
            ["/Office/Rounds/Cooperation"] = new(season.Officer, "/office/rounds/cooperation"),
            ["/Team/Entries/Details"] = new(awarded.Leader, $"/team/entries/{awarded.Entry.Code}", IsOwned: true),
            ["/Poser/Problems/Edit"] = new(season.Poser, $"/poser/problems/edit/{draft.Id}", IsOwned: true),
            ["/Poser/Problems/Details"] = new(season.Poser, $"/poser/problems/details/{draft.Id}", IsOwned: true),
            ["/Poser/Problems/Teams"] = new(season.Poser, $"/poser/problems/{listed.Id}/teams", IsOwned: true),
            ["/Poser/Problems/Readiness"] = new(season.Poser, $"/poser/problems/readiness/{draft.Id}", IsOwned: true),
            ["/Poser/Organisation"] = new(contact, "/poser/organisation"),
            ["/Poser/Problems/Workshop"] = new(season.Poser, $"/poser/problems/workshop/{optimised.Id}", IsOwned: true),
            ["/Mentor/Problems/Details"] = new(mentor, $"/mentor/problems/{optimised.Id}", IsOwned: true),
            ["/Poser/Entries/Details"] = new(season.Poser, $"/poser/entries/{applied.Code}", IsOwned: true),
            ["/Poser/Problems/Applications"] = new(season.Poser, $"/poser/problems/{applied.ProblemId}/applications", IsOwned: true),
            ["/Poser/Entries/Data"] = new(season.Poser, $"/poser/entries/{matched.Code}/data", IsOwned: true),
            ["/Office/Entries/Data"] = new(season.Officer, $"/office/entries/{matched.Code}/data"),
            ["/Team/Entries/Pitch"] = new(leader, $"/team/entries/{applied.Code}/pitch", IsOwned: true),
            ["/Poser/Questions/Details"] = new(season.Poser, $"/poser/questions/{asked.Id}", IsOwned: true),
            ["/Review/Invitation"] = new(await preparing.InviteAsync(preparedId), $"/review/panels/{preparedId}", IsOwned: true),
            ["/Review/Score"] = new(season.Reviewers[0], $"/review/score/{await season.ReviewIdAsync(season.Reviewers[0], season.Entries[0])}", IsOwned: true),
            ["/Office/Problems/Details"] = new(season.Officer, $"/office/problems/{submitted.Id}"),
            ["/Office/Questions/Details"] = new(season.Officer, $"/office/questions/{answered.Id}"),
            ["/Office/Problems/Index"] = new(season.Officer, "/office/problems"),
            ["/Office/Problems/Workshop"] = new(season.Officer, $"/office/problems/{optimised.Id}/workshop"),
            ["/Audit/Exports/Index"] = new(await given.Person(Roles.Auditor), "/audit/exports"),
            ["/Office/Milestones/Details"] = new(awarded.Approver, await awarded.OfficeAddress(1)),
            ["/Office/Milestones/Reversal"] = new(paying.Approver, $"{await paying.OfficeAddress(1)}/reversal"),
            ["/Office/Payments/Index"] = new(paying.Approver, "/office/payments"),
            ["/Office/Payments/Details"] = new(paying.Approver, await paying.SentBatchAsync()),
            ["/Review/Declare"] = new(season.Reviewers[1], $"/review/panels/{panelId}/declare", IsOwned: true),
            ["/Office/Panels/Conflicts"] = new(season.Officer, $"/office/panels/{panelId}/conflicts"),
            ["/Office/Panels/Assignment"] = new(season.Officer, $"/office/panels/{panelId}/assignment?entry={season.Entries[0].Code}"),
            ["/Office/Panels/AutoAssign"] = new(season.Officer, $"/office/panels/{panelId}/assignment/auto"),
            ["/Office/Panels/ImportAssignment"] = new(season.Officer, $"/office/panels/{panelId}/assignment/import"),
            ["/Office/Panels/Index"] = new(season.Officer, "/office/panels"),
            ["/Office/Panels/Details"] = new(preparing.Officer, $"/office/panels/{preparedId}"),
            ["/Office/Panels/Scores"] = new(season.Officer, $"/office/panels/{panelId}/scores"),
            ["/Office/Panels/ScoresOf"] = new(season.Officer, $"/office/panels/{panelId}/scores/{season.Entries[0].Code}"),
            ["/Office/Panels/Decide"] = new(season.Officer, $"/office/panels/{panelId}/decide?entry={season.Entries[0].Code}"),
            ["/Office/Panels/Meeting"] = new(meeting.Officer, meeting.Office),
            ["/Office/Panels/Discussion"] = new(meeting.Officer, $"/office/panels/{meeting.PanelId}/discussions/{meeting.Entry.Code}"),
            ["/Review/Meeting"] = new(meeting.Free, meeting.Room, IsOwned: true),
            ["/Review/Discussion"] = new(meeting.Free, $"/review/panels/{meeting.PanelId}/discussions/{meeting.Entry.Code}", IsOwned: true),
            ["/Office/Rounds/Index"] = new(season.Officer, $"/office/rounds?round={season.Round.Code}"),
            ["/Office/Teams/Details"] = new(season.Officer, $"/office/teams/{team.Id}"),
            ["/Office/People"] = new(season.Officer, "/office/people"),
            ["/Office/Entries/Details"] = new(season.Officer, $"/office/entries/{awarded.Entry.Code}"),
            ["/Admin/Index"] = new(admin, "/admin"),
            ["/Admin/Accounts/Details"] = new(admin, $"/admin/accounts/{other.Id}"),
        };
    }

    /// <summary>A released concept round: the first entry may still appeal, the second did.</summary>
    private async Task<(PanelSeason Season, Domain.Reviews.Appeal Waiting)> AppealedAsync()
    {
        var season = await PanelSeason.BeginAsync(host);
        await season.ReleasedAsync(Domain.Reviews.Outcome.NotShortlisted, Domain.Reviews.Outcome.NotShortlisted);
        return (season, await season.AppealAsync(season.Entries[1]));
    }

    private async Task<string> LetterLinkAsync(string page, Person person, string purpose)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<AigoPortal.Data.Identity.Account>>();
        var account = await accounts.FindByIdAsync(person.Id.ToString()) ?? throw new InvalidOperationException("No such account.");
        return $"/account/{page}?id={person.Id}&token={Registration.InLink(await accounts.GenerateUserTokenAsync(account, TokenOptions.DefaultProvider, purpose))}";
    }

    /// <summary>Where a page stands and who uses it.</summary>
    private sealed record Place(Person? Person, string Address, bool IsOwned = false);
}
