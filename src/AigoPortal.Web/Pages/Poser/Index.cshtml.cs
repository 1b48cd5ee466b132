using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser;

/// <summary>A poser's home: what waits for them, and their problems.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public Round Round { get; private set; } = null!;

    public string? Organisation { get; private set; }

    public IReadOnlyList<Line> Problems { get; private set; } = [];

    public IReadOnlyList<Waiting> Entries { get; private set; } = [];

    public int Submitted { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Organisation = await db.OrganisationsOf(me.Id).OrderBy(organisation => organisation.Id).Select(organisation => organisation.Name).FirstOrDefaultAsync(cancellation);
        Problems = await db.ProblemsOf(me.Id).OrderByDescending(problem => problem.SavedAt)
            .Select(problem => new Line(problem.Id, problem.Code, problem.Content.Title, problem.Status, problem.SavedAt,
                db.Entries.Count(entry => entry.ProblemId == problem.Id && entry.Status != EntryStatus.Withdrawn)))
            .ToListAsync(cancellation);
        Submitted = await db.ProblemsOf(me.Id).CountAsync(problem => problem.RoundId == Round.Id && problem.QuotaSlot != null, cancellation);
        Entries = await WaitingAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    private async Task<IReadOnlyList<Waiting>> WaitingAsync(CancellationToken cancellation)
    {
        var rows = await (
            from entry in db.EntriesFor(me.Id)
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where (entry.Status == EntryStatus.Applied && entry.AnsweredAt == null) || (entry.Status == EntryStatus.Shortlisted && entry.Cooperation.PoserFileId == null)
            orderby entry.AppliedAt
            select new { entry.Code, Team = team.Name, problem.Content.Title, entry.Status, entry.RoundId, entry.AppliedAt }).ToListAsync(cancellation);
        var ids = rows.Select(row => row.RoundId).Distinct().ToList();
        var rounds = await db.Rounds.AsNoTracking().Where(round => ids.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancellation);
        return [.. rows.Select(row => new Waiting(row.Code, row.Team, row.Title, row.Status, row.AppliedAt,
            row.Status == EntryStatus.Applied ? rounds[row.RoundId].MatchingEndsAt : rounds[row.RoundId].CooperationDeadline)).OrderBy(row => row.Due)];
    }

    /// <summary>One of my problems.</summary>
    public sealed record Line(Guid Id, string? Code, string Title, ProblemStatus Status, DateTimeOffset SavedAt, int Teams);

    /// <summary>A team that waits for my answer or my signature.</summary>
    public sealed record Waiting(string Code, string Team, string Problem, EntryStatus Status, DateTimeOffset AppliedAt, DateTimeOffset Due);
}
