using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Visits;

/// <summary>All visits by week, those without a time first, and the entries that still need one.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int Most = 200;

    [BindProperty(SupportsGet = true, Name = "status")]
    public VisitStatus? Status { get; set; }

    public IReadOnlyList<NeedingLine> Needing { get; private set; } = [];

    public IReadOnlyList<VisitWeek> Weeks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Needing = await (
            from entry in db.Entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where (entry.Status == EntryStatus.Cooperating || entry.Status == EntryStatus.ProofSubmitted) && !entry.SiteVisit.Passed
                && !db.SiteVisits.Any(visit => visit.EntryId == entry.Id && (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Confirmed))
            orderby entry.Code
            select new NeedingLine(entry.Code, problem.Content.Title, team.Name,
                db.SiteVisits.Where(visit => visit.EntryId == entry.Id).OrderByDescending(visit => visit.PlannedAt).Select(visit => visit.FollowUpOn).FirstOrDefault())).ToListAsync(cancellation);
        var lines = await (
            from visit in db.SiteVisits.AsNoTracking()
            join entry in db.Entries on visit.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where Status == null || visit.Status == Status
            orderby visit.PlannedAt descending
            select new { visit, entry.Code, problem.Content.Title, Team = team.Name }).Take(Most).ToListAsync(cancellation);
        Weeks = [.. lines
            .Select(line => new VisitLine(line.visit.Id, line.Code, line.Title, line.Team, line.visit.Plan.Place, line.visit.Plan.Visitors, line.visit.Status,
                line.visit.StartsAt, line.visit.Slots.Count, line.visit.Result, line.visit.Wish is not null))
            .GroupBy(line => line.StartsAt is { } at ? Monday(Taipei.DateOf(at)) : (DateOnly?)null)
            .OrderByDescending(week => week.Key ?? DateOnly.MaxValue)
            .Select(week => new VisitWeek(week.Key, [.. week.OrderBy(line => line.StartsAt).ThenBy(line => line.Code, StringComparer.Ordinal)]))];
        return Page();
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <summary>An entry whose visit is not arranged.</summary>
public sealed record NeedingLine(string Code, string Problem, string Team, DateOnly? FollowUpOn);

/// <summary>A visit in the list.</summary>
public sealed record VisitLine(
    Guid Id, string Code, string Problem, string Team, string Place, string Visitors, VisitStatus Status, DateTimeOffset? StartsAt, int Slots, VisitResult? Result, bool HasWish);

/// <summary>The visits of a week; without a Monday those whose time is not agreed.</summary>
public sealed record VisitWeek(DateOnly? Monday, IReadOnlyList<VisitLine> Lines);
