using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A panel's meeting for the calendars of its accepted members: when and where, and no entry.</summary>
public sealed class MeetingCalendarModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.SeatedOn(me.Id).AsNoTracking().Where(panel => panel.Id == Id && (panel.Status == PanelStatus.Reviewing || panel.Status == PanelStatus.Released)).Select(panel => panel.Name).FirstOrDefaultAsync(cancellation) is not { } name
            || await db.Meetings.AsNoTracking().FirstOrDefaultAsync(known => known.PanelId == Id, cancellation) is not { } meeting)
        {
            return NotFound();
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "meeting.take-calendar", null), nameof(Meeting), meeting.Id));
        await db.SaveChangesAsync(cancellation);
        return Content(ScheduleCalendar.Write(meeting, T["{0} 會議", name].Value, me.Now), "text/calendar", Encoding.UTF8);
    }
}
