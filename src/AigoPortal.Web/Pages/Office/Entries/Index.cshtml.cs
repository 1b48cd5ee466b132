using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>All entries of the round, fifty a page, or up to a thousand on one.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int Most = 1000;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "status")]
    public EntryStatus? Status { get; set; }

    /// <summary>Only those that wait for the poser's answer or the team's confirmation, the oldest first.</summary>
    [BindProperty(SupportsGet = true, Name = "waiting")]
    public bool Waiting { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    /// <summary>Rows a page.</summary>
    [BindProperty(SupportsGet = true, Name = "size")]
    public int Size { get; set; } = 50;

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public string Round { get; private set; } = "";

    public IReadOnlyList<EntryRow> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        var dates = JourneyDates.Of(round);
        Round = round.Code;
        var entries =
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.RoundId == round.Id
            select new { entry, problem, team };
        if (Status is { } status)
        {
            entries = entries.Where(row => row.entry.Status == status);
        }

        if (Waiting)
        {
            entries = entries.Where(row => row.entry.Status == EntryStatus.Applied);
        }

        if (Search?.Trim() is { Length: > 0 } text)
        {
            var code = text.ToUpperInvariant();
            entries = entries.Where(row => row.entry.Code.Contains(code) || row.problem.Content.Title.Contains(text) || row.team.Name.Contains(text));
        }

        Size = Math.Clamp(Size, 10, Most);
        Count = await entries.CountAsync(cancellation);
        Pages = (Count + Size - 1) / Size;
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        var ordered = Waiting ? entries.OrderBy(row => row.entry.AnsweredAt ?? row.entry.AppliedAt) : entries.OrderBy(row => row.entry.Code);
        var rows = await ordered.Skip((P - 1) * Size).Take(Size).Select(row => new
        {
            row.entry.Code,
            row.problem.Content.Title,
            Team = row.team.Name,
            row.entry.Status,
            row.entry.PreviousStatus,
            row.entry.AppliedAt,
            row.entry.AnsweredAt,
            Signed = row.entry.Cooperation.PoserFileId != null && row.entry.Cooperation.TeamFileId != null,
            Visited = row.entry.SiteVisit.Passed,
            HandedIn = row.entry.Deliverables.HandedInAt != null && row.entry.Deliverables.AcceptedAt == null,
            HasUnpaid = row.entry.Status == EntryStatus.Decided && db.Milestones.Any(milestone => milestone.EntryId == row.entry.Id
                && milestone.Status != MilestoneStatus.Paid && milestone.Status != MilestoneStatus.Forfeited),
        }).ToListAsync(cancellation);
        Entries = [.. rows.Select(row => new EntryRow(row.Code, row.Title, row.Team, row.Status, DaysWaited(row.Status, row.AnsweredAt ?? row.AppliedAt), EntryJourney.Next(JourneySide.Office, new EntryPosition
        {
            Status = row.Status,
            PreviousStatus = row.PreviousStatus,
            AnsweredAt = row.AnsweredAt,
            Cooperation = row.Signed ? CooperationDocument.None with { PoserFileId = Guid.Empty, TeamFileId = Guid.Empty } : CooperationDocument.None,
            SiteVisit = VisitOutcome.None with { Passed = row.Visited },
            Deliverables = row.HandedIn ? Deliverables.None with { HandedInAt = me.Now } : Deliverables.None,
            HasUnpaid = row.HasUnpaid,
        }, dates, me.Now)))];
        return Page();
    }

    private int? DaysWaited(EntryStatus status, DateTimeOffset since) => status == EntryStatus.Applied ? (int)(me.Now - since).TotalDays : null;
}

/// <summary>An entry in the list.</summary>
public sealed record EntryRow(string Code, string Problem, string Team, EntryStatus Status, int? DaysWaited, NextStep? Next);
