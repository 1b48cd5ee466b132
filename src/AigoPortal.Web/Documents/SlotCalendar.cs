using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Documents.ScheduleCalendar;

namespace AigoPortal.Web.Documents;

/// <summary>A booked slot for the calendars of both sides.</summary>
public static class SlotCalendar
{
    /// <summary><c>GET /slots/{id}.ics</c>; 404 for everybody but the team, the poser and the office.</summary>
    public static void MapSlotCalendar(this WebApplication app) =>
        app.MapGet("/slots/{id:guid}.ics", async (Guid id, PortalDbContext db, CurrentPerson me, IStringLocalizer<Portal> T, TimeProvider clock, CancellationToken cancel) =>
        {
            var isOffice = me.Is(Roles.Officer);
            var found = await (
                from slot in db.Slots
                join problem in db.Problems on slot.ProblemId equals problem.Id
                join organisation in db.Organisations on slot.OrganisationId equals organisation.Id
                join team in db.Teams on slot.TeamId ?? slot.FormerTeamId equals (Guid?)team.Id
                where slot.Id == id && (isOffice || team.Members.Any(member => member.PersonId == me.Id) || organisation.Contacts.Any(contact => contact.PersonId == me.Id))
                select new { slot, problem.Content.Title, Organisation = organisation.Name, Team = team.Name }).AsNoTracking().FirstOrDefaultAsync(cancel);
            return found is null
                ? Results.NotFound()
                : Results.Text(Write(found.slot, T.Sentence("接洽：{0}（{1} ／ {2}）", found.Title, found.Organisation, found.Team), clock.GetUtcNow()), "text/calendar", Encoding.UTF8);
        });

    /// <summary>A slot as a calendar of its own; called off, it is taken out of the reader's calendar.</summary>
    public static string Write(Slot slot, string summary, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AIGO//AIGO Portal//ZH");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{slot.Id:N}@aigo-portal");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, $"DTSTART:{Utc(slot.StartsAt)}");
        Line(text, $"DTEND:{Utc(slot.EndsAt)}");
        Line(text, $"SUMMARY:{Escape(summary)}");
        Line(text, $"LOCATION:{Escape(slot.Place)}");
        Line(text, slot.Status == SlotStatus.Booked ? "STATUS:CONFIRMED" : "STATUS:CANCELLED");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }
}
