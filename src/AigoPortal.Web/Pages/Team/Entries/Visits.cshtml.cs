using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>The visits to an entry, for its team: its leader chooses the time or asks for another.</summary>
public sealed class VisitsModel(PortalDbContext db, CurrentPerson me, ArrangeVisit arrange) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public VisitInput Input { get; set; } = new();

    public string Problem { get; private set; } = "";

    public bool Leads { get; private set; }

    public IReadOnlyList<VisitView> Visits { get; private set; } = [];

    /// <summary>The visit that is still to come.</summary>
    public SiteVisit? Open => Visits.Select(view => view.Visit).FirstOrDefault(visit => visit.Status.IsOpen());

    public IEnumerable<SelectListItem> Slots => Open!.Slots.Select((slot, index) =>
        new SelectListItem($"{TaipeiTime.Text(slot.StartsAt)} – {TaipeiTime.Text(slot.EndsAt)[^5..]}", index.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var known = await (
            from entry in db.OfMember(me.Id)
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new { entry.Id, problem.Content.Title, Leads = team.LeaderId == me.Id }).FirstOrDefaultAsync(cancellation);
        if (known is null)
        {
            return NotFound();
        }

        (Problem, Leads) = (known.Title, known.Leads);
        Visits = await VisitView.OfAsync(db, known.Id, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnGetCalendarAsync(Guid visit, CancellationToken cancellation) =>
        await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(one => one.Id == visit && one.StartsAt != null
            && db.OfMember(me.Id).Any(entry => entry.Id == one.EntryId && entry.Code == Code), cancellation) is { } known
            ? Content(ScheduleCalendar.Write(known, T["{0} 訪視", Code], me.Now), "text/calendar", Encoding.UTF8)
            : NotFound();

    public Task<IActionResult> OnPostChooseAsync(CancellationToken cancellation) => ActAsync(async (visit, entry) =>
    {
        visit.Choose(Input.Slot ?? -1, me.Actor);
        await arrange.AgreedAsync(visit, entry, me.Now, cancellation);
        Say("訪視時間已約定");
    }, cancellation);

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancellation) => ActAsync((visit, _) =>
    {
        Rule.Require(Input.Wish.Length > 1000 ? new BrokenRule("visit.wish-long", "Wish", "最多 {0} 個字", 1000) : null);
        visit.AskAnotherTime(Input.Wish, me.Actor);
        Say("已請計畫辦公室改時間");
        return Task.CompletedTask;
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<SiteVisit, Entry, Task> act, CancellationToken cancellation)
    {
        if (await db.OfMember(me.Id).AsNoTracking().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry
            || await db.SiteVisits.FirstOrDefaultAsync(visit => visit.Id == Input.Visit && visit.EntryId == entry.Id, cancellation) is not { } visit)
        {
            return NotFound();
        }

        Rule.Require(EntryRules.IsLeader(await db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancellation), me.Id));
        await act(visit, entry);
        await db.SaveChangesAsync(cancellation);
        return Redirect(Url.Content($"~/team/entries/{Code}/visits"));
    }
}

/// <summary>What the forms of a visit send.</summary>
public sealed class VisitInput
{
    public Guid Visit { get; set; }

    public int? Slot { get; set; }

    public string Wish { get; set => field = Written.Text(value); } = "";
}
