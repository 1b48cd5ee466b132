using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Entries;

/// <summary>The visits to an entry and what its team delivered, for the posing organisation.</summary>
public sealed class ProgressModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public string Problem { get; private set; } = "";

    public string Team { get; private set; } = "";

    public IReadOnlyList<VisitView> Visits { get; private set; } = [];

    public IReadOnlyList<DeliveryLine> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var known = await (
            from entry in db.EntriesFor(me.Id)
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Code == Code
            select new { entry.Id, problem.Content.Title, Team = team.Name }).FirstOrDefaultAsync(cancellation);
        if (known is null)
        {
            return NotFound();
        }

        (Problem, Team) = (known.Title, known.Team);
        Visits = await VisitView.OfAsync(db, known.Id, cancellation);
        Parts = await db.DeliverySheets.AsNoTracking().FirstOrDefaultAsync(sheet => sheet.Id == known.Id && sheet.Status != DeliveryStatus.Collecting, cancellation) is { } sheet
            ? await DeliveryLine.OfAsync(db, sheet, cancellation)
            : [];
        return Page();
    }

    public async Task<IActionResult> OnGetCalendarAsync(Guid visit, CancellationToken cancellation) =>
        await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(one => one.Id == visit && one.StartsAt != null
            && db.EntriesFor(me.Id).Any(entry => entry.Id == one.EntryId && entry.Code == Code), cancellation) is { } known
            ? Content(ScheduleCalendar.Write(known, T["{0} 訪視", Code], me.Now), "text/calendar", Encoding.UTF8)
            : NotFound();
}
