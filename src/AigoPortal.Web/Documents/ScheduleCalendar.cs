using System.Globalization;
using System.Text;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>The rounds' schedule as an iCalendar feed (RFC 5545).</summary>
public static class ScheduleCalendar
{
    private const int LongestLine = 75;

    /// <summary><c>GET /schedule.ics</c>.</summary>
    public static void MapScheduleCalendar(this WebApplication app) =>
        app.MapGet("/schedule.ics", async (PortalDbContext db, IStringLocalizer<Portal> T, TimeProvider clock, CancellationToken cancel) =>
        {
            var rounds = await db.Rounds.AsNoTracking().OrderBy(round => round.StartsAt).ToListAsync(cancel);
            return Results.Text(Write(rounds, T, clock.GetUtcNow()), "text/calendar", Encoding.UTF8);
        }).AllowAnonymous().WithMetadata(new OutputCacheAttribute { PolicyName = PublicCache.Policy });

    /// <summary><c>GET /events/{id}.ics</c>: one event of the programme.</summary>
    public static void MapEventCalendar(this WebApplication app) =>
        app.MapGet("/events/{id:guid}.ics", async (Guid id, PortalDbContext db, TimeProvider clock, CancellationToken cancel) =>
            await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id && EventStatuses.Public.Contains(known.Status), cancel) is { } known
                ? Results.Text(Write(known, clock.GetUtcNow()), "text/calendar", Encoding.UTF8)
                : Results.NotFound()).AllowAnonymous();

    /// <summary>An event as a calendar of its own; called off, it is taken out of the reader's calendar.</summary>
    public static string Write(ProgrammeEvent known, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AIGO//AIGO Portal//ZH");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{known.Id:N}@aigo-portal");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, $"DTSTART:{Utc(known.Plan.StartsAt)}");
        Line(text, $"DTEND:{Utc(known.Plan.EndsAt)}");
        Line(text, $"SUMMARY:{Escape(known.Plan.Title)}");
        Line(text, $"LOCATION:{Escape(known.Plan.Venue)}");
        Line(text, known.Status == EventStatus.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>An agreed site visit as a calendar of its own.</summary>
    public static string Write(SiteVisit visit, string title, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AIGO//AIGO Portal//ZH");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{visit.Id:N}@aigo-portal");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, $"DTSTART:{Utc(visit.StartsAt!.Value)}");
        Line(text, $"DTEND:{Utc(visit.EndsAt!.Value)}");
        Line(text, $"SUMMARY:{Escape(title)}");
        Line(text, $"LOCATION:{Escape(visit.Plan.Place)}");
        Line(text, $"DESCRIPTION:{Escape(visit.Plan.Visitors)}");
        Line(text, visit.Status == VisitStatus.Cancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>A panel's meeting as a calendar of its own; a later invitation replaces the one before.</summary>
    public static string Write(Meeting meeting, string title, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AIGO//AIGO Portal//ZH");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{meeting.Id:N}@aigo-portal");
        Line(text, $"DTSTAMP:{Utc(now)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{meeting.Sequence}"));
        Line(text, $"DTSTART:{Utc(meeting.Plan.StartsAt)}");
        Line(text, $"DTEND:{Utc(meeting.PlannedEnd)}");
        Line(text, $"SUMMARY:{Escape(title)}");
        Line(text, $"LOCATION:{Escape(meeting.Plan.Place.Length > 0 ? meeting.Plan.Place : meeting.Plan.Link)}");
        Line(text, $"DESCRIPTION:{Escape(meeting.Plan.Link)}");
        Line(text, "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>One event a step; days as whole days, deadlines as instants.</summary>
    public static string Write(IEnumerable<Round> rounds, IStringLocalizer T, DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//AIGO//AIGO Portal//ZH");
        Line(text, $"X-WR-CALNAME:{Escape(T["AIGO 時程"].Value)}");
        foreach (var round in rounds)
        {
            foreach (var step in round.Steps)
            {
                Event(text, round, step, T, now);
            }
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, Round round, RoundStep step, IStringLocalizer T, DateTimeOffset now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{round.Code}-{step.Kind}@aigo-portal");
        Line(text, $"DTSTAMP:{Utc(now)}");
        if (step.IsDeadline)
        {
            Line(text, $"DTSTART:{Utc(step.EndsAt)}");
        }
        else
        {
            Line(text, $"DTSTART;VALUE=DATE:{Day(step.StartsAt)}");
            Line(text, $"DTEND;VALUE=DATE:{Day(step.EndsAt)}");
        }

        Line(text, $"SUMMARY:{Escape($"{round.Code} {T.Word(step.Kind)}{(step.Tentative ? " *" : "")}")}");
        Line(text, $"DESCRIPTION:{Escape(T.When(step))}");
        Line(text, step.Tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
        Line(text, "END:VEVENT");
    }

    internal static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => TaipeiTime.DateOf(at).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    internal static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // Lines end with CRLF and are folded at 75 octets, never inside a character.
    internal static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
