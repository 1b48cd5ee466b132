using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Assigns by hand: the reviewers of one entry, or many pairs from a file.</summary>
public sealed class ChangeAssignment(PortalDbContext db, GiveReviews giveReviews)
{
    /// <summary>Gives an entry exactly these reviewers; who has handed in stays, and nobody is added across a conflict of interest.</summary>
    public async Task SetAsync(Panel panel, Guid entryId, IReadOnlyCollection<Guid> reviewers, Actor by, CancellationToken cancel)
    {
        Rule.Require(AssignmentRules.IsReviewing(panel.Status));
        var seated = panel.Accepted.Select(member => member.PersonId).ToHashSet();
        var now = await db.Reviews.Where(review => review.PanelId == panel.Id && review.EntryId == entryId && review.Status != ReviewStatus.Recused).ToListAsync(cancel);
        var gone = now.Where(review => !reviewers.Contains(review.ReviewerId)).ToList();
        var goneIds = gone.Select(review => review.ReviewerId).ToList();
        var names = await db.People.AsNoTracking().Where(person => goneIds.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancel);
        foreach (var review in gone)
        {
            Rule.Require(AssignmentRules.CanBeTakenBack(review.Status, names[review.ReviewerId]));
        }

        var added = reviewers.Where(reviewer => seated.Contains(reviewer) && now.All(review => review.ReviewerId != reviewer)).Distinct().Select(reviewer => (entryId, reviewer)).ToList();
        await giveReviews.RunAsync(panel, added, by, cancel);
        db.Reviews.RemoveRange(gone);
        if (added.Count + gone.Count > 0)
        {
            panel.NoteAssignment($"{entryId:D}: {added.Count} added, {gone.Count} taken back", by);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Adds pairs that are not assigned yet.</summary>
    public async Task AddAsync(Panel panel, IReadOnlyCollection<(Guid EntryId, Guid ReviewerId)> pairs, Actor by, CancellationToken cancel)
    {
        Rule.Require(AssignmentRules.IsReviewing(panel.Status));
        await giveReviews.RunAsync(panel, pairs, by, cancel);
        panel.NoteAssignment($"{pairs.Count} from a file", by);
        await db.SaveChangesAsync(cancel);
    }
}
