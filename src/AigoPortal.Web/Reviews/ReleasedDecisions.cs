using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>A reviewer's comment as a team reads it; with a name only in an open round.</summary>
public sealed record TeamComment(string? Name, string Text);

/// <summary>A decision that is known, as its team and its poser read it.</summary>
/// <param name="PanelId">The panel that decided.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Level">The level of an award.</param>
/// <param name="Reason">Why.</param>
/// <param name="AppealsUntil">The first instant at which no appeal is taken any more; null when there is no period.</param>
/// <param name="Appeal">The team's appeal, if it filed one.</param>
/// <param name="Comments">What the office passed on of the comments.</param>
public sealed record ReleasedDecision(
    Guid PanelId, ReviewStage Stage, Outcome Outcome, AwardLevel? Level, string Reason, DateTimeOffset? AppealsUntil, Appeal? Appeal, IReadOnlyList<TeamComment> Comments);

/// <summary>What is known of decisions: nothing before the release, and no reviewer's name but in an open round.</summary>
public static class ReleasedDecisions
{
    /// <summary>The released decisions on an entry, the concept's first.</summary>
    public static async Task<IReadOnlyList<ReleasedDecision>> ReleasedOnAsync(this PortalDbContext db, Guid entryId, CancellationToken cancel)
    {
        var panels = await db.Panels.AsNoTracking().Where(panel => panel.Status == PanelStatus.Released && panel.Decisions.Any(decision => decision.EntryId == entryId))
            .OrderBy(panel => panel.ReleasedAt)
            .Select(panel => new
            {
                panel.Id,
                panel.RoundId,
                panel.Stage,
                panel.AppealsUntil,
                Decision = panel.Decisions.Where(decision => decision.EntryId == entryId).Select(decision => new { decision.Outcome, decision.Level, decision.Reason }).First(),
            }).ToListAsync(cancel);
        if (panels.Count == 0)
        {
            return [];
        }

        var appeals = await db.Appeals.AsNoTracking().Where(appeal => appeal.EntryId == entryId).ToListAsync(cancel);
        var decisions = new List<ReleasedDecision>();
        foreach (var panel in panels)
        {
            decisions.Add(new ReleasedDecision(
                panel.Id, panel.Stage, panel.Decision.Outcome, panel.Decision.Level, panel.Decision.Reason, panel.AppealsUntil,
                appeals.FirstOrDefault(appeal => appeal.Stage == panel.Stage), [.. (await db.CommentsForTeamsAsync(panel.Id, panel.RoundId, [entryId], cancel))[entryId]]));
        }

        return decisions;
    }

    /// <summary>What teams get of their reviewers' comments, by entry, in order; only of reviews that stand.</summary>
    public static async Task<ILookup<Guid, TeamComment>> CommentsForTeamsAsync(this PortalDbContext db, Guid panelId, Guid roundId, IReadOnlyList<Guid> entryIds, CancellationToken cancel)
    {
        var given = await db.EntryFeedback.AsNoTracking().Where(feedback => feedback.PanelId == panelId && entryIds.Contains(feedback.EntryId)).ToListAsync(cancel);
        if (given.All(feedback => feedback.Comments.Count == 0))
        {
            return Array.Empty<TeamComment>().ToLookup(_ => Guid.Empty);
        }

        var standing = (await db.Reviews.AsNoTracking().Where(review => review.PanelId == panelId && entryIds.Contains(review.EntryId) && review.Status == ReviewStatus.Submitted)
            .Select(review => new { review.EntryId, review.ReviewerId }).ToListAsync(cancel)).Select(review => (review.EntryId, review.ReviewerId)).ToHashSet();
        var isOpen = await db.Rounds.AnyAsync(round => round.Id == roundId && round.Blindness == Blindness.Open, cancel);
        var reviewerIds = given.SelectMany(feedback => feedback.Comments).Select(comment => comment.ReviewerId).Distinct().ToList();
        var names = isOpen
            ? await db.People.AsNoTracking().Where(person => reviewerIds.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel)
            : [];
        return given.SelectMany(feedback => feedback.Comments.OrderBy(comment => comment.Order), (feedback, comment) => (feedback.EntryId, Comment: comment))
            .Where(one => standing.Contains((one.EntryId, one.Comment.ReviewerId)))
            .ToLookup(one => one.EntryId, one => new TeamComment(names.GetValueOrDefault(one.Comment.ReviewerId), one.Comment.Text));
    }
}
