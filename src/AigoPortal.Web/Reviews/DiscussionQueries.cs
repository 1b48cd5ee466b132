using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>Who reads a panel's discussions: accepted members without a conflict of interest who handed in their own review of the entry, or have none to write; and the office.</summary>
public static class DiscussionQueries
{
    extension(PortalDbContext db)
    {
        /// <summary>The panel's entries that a member may discuss.</summary>
        public IQueryable<Entry> DiscussableBy(Panel panel, Guid reviewerId) => db.EntriesOf(panel).WithoutConflict(db, reviewerId)
            .Where(entry => db.SeatedOn(reviewerId).Any(seated => seated.Id == panel.Id)
                && !db.Reviews.Any(review => review.PanelId == panel.Id && review.EntryId == entry.Id && review.ReviewerId == reviewerId && review.Status != ReviewStatus.Submitted));

        /// <summary>Members who may read an entry's discussion, and so may be named in it.</summary>
        public IQueryable<Person> ReadersOf(Panel panel, Guid entryId)
        {
            var seated = panel.Accepted.Select(member => member.PersonId).ToList();
            return db.People.Where(person => seated.Contains(person.Id)
                && !db.ConflictsOfInterest.Any(conflict => conflict.EntryId == entryId && conflict.PersonId == person.Id && conflict.LiftedAt == null)
                && !db.Reviews.Any(review => review.PanelId == panel.Id && review.EntryId == entryId && review.ReviewerId == person.Id && review.Status != ReviewStatus.Submitted));
        }

        /// <summary>Notes how far a person has read; never back.</summary>
        public async Task MarkDiscussionReadAsync(Guid discussionId, Guid personId, int number, CancellationToken cancel)
        {
            if (number == 0 || await db.DiscussionMarks.AnyAsync(mark => mark.DiscussionId == discussionId && mark.PersonId == personId && mark.Number >= number, cancel))
            {
                return;
            }

            var moved = await db.DiscussionMarks.Where(mark => mark.DiscussionId == discussionId && mark.PersonId == personId && mark.Number < number)
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Number, number), cancel);
            if (moved == 0)
            {
                db.DiscussionMarks.Add(DiscussionMark.At(discussionId, personId, number));
                await db.SaveChangesAsync(cancel);
            }
        }

        /// <summary>The discussions of a panel with how much of each the person has not read.</summary>
        public Task<List<DiscussionLine>> DiscussionLinesAsync(IQueryable<Entry> entries, Guid panelId, Guid personId, CancellationToken cancel) => (
            from entry in entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join discussion in db.Discussions on entry.Id equals discussion.EntryId
            where discussion.PanelId == panelId
            orderby entry.Code
            select new DiscussionLine(
                entry.Id, entry.Code, problem.Content.Title, discussion.Status,
                db.DiscussionPosts.Count(post => post.DiscussionId == discussion.Id && post.RetractedAt == null),
                db.DiscussionPosts.Count(post => post.DiscussionId == discussion.Id && post.RetractedAt == null && post.AuthorId != personId
                    && !db.DiscussionMarks.Any(mark => mark.DiscussionId == discussion.Id && mark.PersonId == personId && mark.Number >= post.Number)))).ToListAsync(cancel);
    }
}

/// <summary>An entry's discussion in a list.</summary>
public sealed record DiscussionLine(Guid EntryId, string Code, string Title, DiscussionStatus Status, int Posts, int Unread);
