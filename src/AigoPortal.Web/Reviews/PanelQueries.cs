using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>Which entries are a panel's, and which of them a reviewer may know of. Every page, file, export and count for reviewers goes through here.</summary>
public static class PanelQueries
{
    /// <summary>The panel's entries: before the release what is under review in its track, afterwards what it decided.</summary>
    public static IQueryable<Entry> EntriesOf(this PortalDbContext db, Panel panel)
    {
        if (panel.Status == PanelStatus.Released)
        {
            var decided = panel.Decisions.Select(decision => decision.EntryId).ToList();
            return db.Entries.Where(entry => decided.Contains(entry.Id));
        }

        return db.UnderReview(panel.RoundId, panel.Stage, panel.Track);
    }

    /// <summary>What is under review in a track; an empty one takes what no announced panel of the stage reviews by its industry.</summary>
    public static IQueryable<Entry> UnderReview(this PortalDbContext db, Guid roundId, ReviewStage stage, string track)
    {
        var status = EntryStatuses.UnderReview(stage);
        var entries = db.Entries.Where(entry => entry.RoundId == roundId && entry.Status == status);
        return track.Length > 0
            ? entries.Where(entry => db.Problems.Any(problem => problem.Id == entry.ProblemId && problem.Content.Industry == track))
            : entries.Where(entry => !db.Problems.Any(problem => problem.Id == entry.ProblemId && db.Panels.Any(panel =>
                panel.RoundId == roundId && panel.Stage == stage && panel.Status != PanelStatus.Preparing && panel.Track != "" && panel.Track == problem.Content.Industry)));
    }

    /// <summary>Without what the reviewer has a conflict of interest with.</summary>
    public static IQueryable<Entry> WithoutConflict(this IQueryable<Entry> entries, PortalDbContext db, Guid reviewerId) =>
        entries.Where(entry => !db.ConflictsOfInterest.Any(conflict => conflict.EntryId == entry.Id && conflict.PersonId == reviewerId && conflict.LiftedAt == null));

    /// <summary>Panels on which the person holds an accepted seat.</summary>
    public static IQueryable<Panel> SeatedOn(this PortalDbContext db, Guid reviewerId) =>
        db.Panels.Where(panel => panel.Members.Any(member => member.PersonId == reviewerId && member.Status == SeatStatus.Accepted));

    /// <summary>
    /// The reviewer's own reviews that may be opened: an accepted seat, no conflict of interest, a panel that reviews what is still under review or has released.
    /// </summary>
    public static IQueryable<Review> OpenTo(this PortalDbContext db, Guid reviewerId)
    {
        var underReview = new[] { EntryStatus.ConceptSubmitted, EntryStatus.ProofSubmitted };
        return db.Reviews.Where(review => review.ReviewerId == reviewerId && review.Status != ReviewStatus.Recused
            && !db.ConflictsOfInterest.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == reviewerId && conflict.LiftedAt == null)
            && db.Panels.Any(panel => panel.Id == review.PanelId
                && panel.Members.Any(member => member.PersonId == reviewerId && member.Status == SeatStatus.Accepted)
                && (panel.Status == PanelStatus.Released
                    || (panel.Status == PanelStatus.Reviewing && db.Entries.Any(entry => entry.Id == review.EntryId && underReview.Contains(entry.Status))))));
    }

    /// <summary>Whether a panel of the round reviews or has reviewed.</summary>
    public static Task<bool> ReviewHasBegunAsync(this PortalDbContext db, Guid roundId, CancellationToken cancel) =>
        db.Panels.AnyAsync(panel => panel.RoundId == roundId && (panel.Status == PanelStatus.Reviewing || panel.Status == PanelStatus.Released), cancel);

    /// <summary>Keeps a reviewer's own word on a conflict of interest; the caller saves.</summary>
    public static async Task DeclareAsync(this PortalDbContext db, Review review, ConflictKind kind, string note, Actor by, CancellationToken cancel)
    {
        if (await db.ConflictsOfInterest.FirstOrDefaultAsync(
            known => known.PersonId == review.ReviewerId && known.EntryId == review.EntryId && known.Source == ConflictSource.Declared, cancel) is { } known)
        {
            known.State(kind, note, by);
        }
        else
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(review.ReviewerId, review.EntryId, kind, ConflictSource.Declared, note, by));
        }
    }
}
