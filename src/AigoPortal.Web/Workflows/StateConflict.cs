using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Records conflicts of interest; whoever has a review of the entry loses it with the same save: nothing of what was written is kept.</summary>
public sealed class StateConflict(PortalDbContext db)
{
    /// <summary>A reviewer declares a conflict, or an officer sets one; the caller saves. Said again, it stands from now on.</summary>
    public async Task RunAsync(Guid personId, Guid entryId, ConflictKind kind, ConflictSource source, string note, Actor by, CancellationToken cancel)
    {
        if (await db.ConflictsOfInterest.FirstOrDefaultAsync(
            known => known.PersonId == personId && known.EntryId == entryId && known.Source == source, cancel) is { } known)
        {
            known.State(kind, note, by);
        }
        else
        {
            db.ConflictsOfInterest.Add(new ConflictOfInterest(personId, entryId, kind, source, note, by));
        }

        await StepBackAsync([(personId, entryId)], note, by, cancel);
    }

    /// <summary>Takes entries from reviewers: a review with something written is recused, an empty one goes; released panels keep theirs. The caller saves.</summary>
    public async Task StepBackAsync(IReadOnlyCollection<(Guid PersonId, Guid EntryId)> pairs, string reason, Actor by, CancellationToken cancel)
    {
        var (people, entries) = (pairs.Select(pair => pair.PersonId).Distinct().ToList(), pairs.Select(pair => pair.EntryId).Distinct().ToList());
        var reviews = await db.Reviews.Where(review => people.Contains(review.ReviewerId) && entries.Contains(review.EntryId) && review.Status != ReviewStatus.Recused
            && db.Panels.Any(panel => panel.Id == review.PanelId && panel.Status != PanelStatus.Released)).ToListAsync(cancel);
        var panelIds = reviews.Select(review => review.PanelId).Distinct().ToList();
        var panels = await db.Panels.Where(panel => panelIds.Contains(panel.Id)).ToDictionaryAsync(panel => panel.Id, cancel);
        var taken = pairs.ToHashSet();
        foreach (var review in reviews.Where(review => taken.Contains((review.ReviewerId, review.EntryId))))
        {
            if (review.Status == ReviewStatus.Submitted || review.Draft is not null)
            {
                review.Recuse(reason, panels[review.PanelId], by);
            }
            else
            {
                db.Reviews.Remove(review);
            }
        }
    }
}
