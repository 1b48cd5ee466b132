using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A reviewer's desk: what is to be scored, and how far it is.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<PanelDesk> Desks { get; private set; } = [];

    /// <summary>Panels that ask for the reviewer and wait for an answer.</summary>
    public IReadOnlyList<PanelAsking> Invitations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var panels = await db.Panels.AsNoTracking()
            .Where(panel => panel.Status != PanelStatus.Preparing && panel.Members.Any(member => member.PersonId == me.Id && member.Status == SeatStatus.Accepted))
            .Select(panel => new { panel.Id, panel.Name, panel.Stage, panel.Status, panel.RoundId }).ToListAsync(cancellation);
        Invitations = await db.Panels.AsNoTracking()
            .Where(panel => panel.Status != PanelStatus.Released && panel.Members.Any(member => member.PersonId == me.Id && member.Status == SeatStatus.Invited))
            .OrderBy(panel => panel.Id).Select(panel => new PanelAsking(panel.Id, panel.Name)).ToListAsync(cancellation);
        var roundIds = panels.Select(panel => panel.RoundId).ToList();
        var rounds = await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToDictionaryAsync(round => round.Id, cancellation);
        var reviews = (await (
            from review in db.Reviews.AsNoTracking()
            join entry in db.Entries on review.EntryId equals entry.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where review.ReviewerId == me.Id
            orderby entry.Code
            select new { review.PanelId, entry.Status, Line = new ReviewLine(review.Id, entry.Code, problem.Content.Title, team.Name, review.Status, review.Total) })
            .ToListAsync(cancellation)).ToLookup(review => review.PanelId);
        Desks =
        [
            .. panels.OrderBy(panel => panel.Status).ThenByDescending(panel => rounds[panel.RoundId].StartsAt).Select(panel =>
            {
                var mine = reviews[panel.Id].Where(review => panel.Status == PanelStatus.Released || review.Status == EntryStatuses.UnderReview(panel.Stage)).ToList();
                return new PanelDesk(panel.Id, panel.Name, panel.Stage, panel.Status, rounds[panel.RoundId].DeadlineOf(panel.Stage), Meeting(rounds[panel.RoundId], panel.Stage),
                    [.. mine.Select(review => review.Line).OrderBy(line => line.Status)]);
            }),
        ];
        return Page();
    }

    private static DateTimeOffset? Meeting(Round round, ReviewStage stage) => round.Steps
        .FirstOrDefault(step => step.Kind == (stage == ReviewStage.Concept ? RoundStepKind.ConceptReview : RoundStepKind.ProofReview))?.StartsAt;
}

/// <summary>An invitation to a panel.</summary>
public sealed record PanelAsking(Guid Id, string Name);

/// <summary>A panel the reviewer sits on.</summary>
public sealed record PanelDesk(
    Guid Id, string Name, ReviewStage Stage, PanelStatus Status, DateTimeOffset Deadline, DateTimeOffset? Meeting, IReadOnlyList<ReviewLine> Reviews)
{
    public IReadOnlyList<ReviewLine> ToScore => [.. Reviews.Where(review => review.Status != ReviewStatus.Recused)];

    public int Submitted => Reviews.Count(review => review.Status == ReviewStatus.Submitted);

    public ReviewLine? Next => Status == PanelStatus.Reviewing ? Reviews.FirstOrDefault(review => review.Status == ReviewStatus.Assigned) : null;
}

/// <summary>One review of the desk.</summary>
public sealed record ReviewLine(Guid Id, string Code, string Title, string Team, ReviewStatus Status, decimal? Total);
