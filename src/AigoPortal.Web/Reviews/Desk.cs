using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>One review of a reviewer's desk.</summary>
/// <param name="Id">The review.</param>
/// <param name="PanelId">Its panel.</param>
/// <param name="Code">The entry's code.</param>
/// <param name="Title">The problem's title.</param>
/// <param name="Team">The team's name; null where reviewers do not learn it.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="HasDraft">Something is written and not handed in.</param>
/// <param name="Total">The reviewer's own total.</param>
public sealed record DeskLine(Guid Id, Guid PanelId, string Code, string Title, string? Team, ReviewStatus Status, bool HasDraft, decimal? Total);

/// <summary>A reviewer's desk.</summary>
public static class Desks
{
    /// <summary>The reviews that may be opened, by the entry's code: of one panel, or of all.</summary>
    public static async Task<IReadOnlyList<DeskLine>> DeskAsync(this PortalDbContext db, Guid reviewerId, Guid? panelId, CancellationToken cancel) => await (
        from review in db.OpenTo(reviewerId).AsNoTracking()
        join panel in db.Panels on review.PanelId equals panel.Id
        join entry in db.Entries on review.EntryId equals entry.Id
        join round in db.Rounds on entry.RoundId equals round.Id
        join problem in db.Problems on entry.ProblemId equals problem.Id
        join team in db.Teams on entry.TeamId equals team.Id
        where panelId == null || review.PanelId == panelId
        where panel.Status == PanelStatus.Released
            || (panel.Stage == ReviewStage.Concept && entry.Status == EntryStatus.ConceptSubmitted)
            || (panel.Stage == ReviewStage.Proof && entry.Status == EntryStatus.ProofSubmitted)
        orderby entry.Code
        select new DeskLine(
            review.Id, review.PanelId, entry.Code, problem.Content.Title, round.Blindness == Blindness.Double ? null : team.Name,
            review.Status, review.Draft != null, review.Total)).ToListAsync(cancel);

    /// <summary>How many entries of each panel the reviewer does not see because of a conflict of interest; which ones is not said.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> RecusedAsync(this PortalDbContext db, Guid reviewerId, CancellationToken cancel) => (await db.Reviews
        .Where(review => review.ReviewerId == reviewerId && (review.Status == ReviewStatus.Recused || db.ConflictsOfInterest.Any(conflict =>
            conflict.EntryId == review.EntryId && conflict.PersonId == reviewerId && conflict.LiftedAt == null)))
        .GroupBy(review => review.PanelId).Select(panel => new { panel.Key, Count = panel.Count() }).ToListAsync(cancel))
        .ToDictionary(panel => panel.Key, panel => panel.Count);
}
