using AigoPortal.Data;
using AigoPortal.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Messages;

/// <summary>A conversation with something unread.</summary>
public sealed record UnreadConversation(string Code, string Problem, string Team, int Count);

/// <summary>What people have not read yet.</summary>
public static class MessageQueries
{
    extension(PortalDbContext db)
    {
        /// <summary>Messages of others that a person has not seen; those taken back don't count.</summary>
        public IQueryable<Message> UnreadBy(Guid personId) => db.Messages.Where(message => message.AuthorId != personId && message.RetractedAt == null
            && !db.ReadMarks.Any(mark => mark.EntryId == message.EntryId && mark.PersonId == personId && mark.Number >= message.Number));

        /// <summary>Notes how far a person has read; never back.</summary>
        public async Task MarkReadAsync(Guid entryId, Guid personId, int number, CancellationToken cancel)
        {
            if (number == 0 || await db.ReadMarks.AnyAsync(mark => mark.EntryId == entryId && mark.PersonId == personId && mark.Number >= number, cancel))
            {
                return;
            }

            var moved = await db.ReadMarks.Where(mark => mark.EntryId == entryId && mark.PersonId == personId && mark.Number < number)
                .ExecuteUpdateAsync(set => set.SetProperty(mark => mark.Number, number), cancel);
            if (moved == 0)
            {
                db.ReadMarks.Add(ReadMark.At(entryId, personId, number));
                await db.SaveChangesAsync(cancel);
            }
        }
    }
}
