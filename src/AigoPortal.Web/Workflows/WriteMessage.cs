using AigoPortal.Data;
using AigoPortal.Domain.Messages;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Messages;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Somebody writes in the conversation of an entry, or takes a message back. Letters follow as a digest.</summary>
public sealed class WriteMessage(PortalDbContext db)
{
    /// <param name="entryId">An entry the author may see.</param>
    /// <param name="side">For whom the author writes.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="fileIds">Files already taken.</param>
    /// <param name="by">The author.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The entry has ended, or there are no words.</exception>
    public async Task WriteAsync(Guid entryId, MessageSide side, string text, IReadOnlyList<Guid> fileIds, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changing the entry's row first makes others who write wait here, so that numbers have no gap and nobody is refused.
        await db.Entries.Where(entry => entry.Id == entryId).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Code, entry => entry.Code), cancel);
        var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == entryId, cancel);
        var conversation = await db.Conversations.FirstOrDefaultAsync(known => known.Id == entryId, cancel);
        if (conversation is null)
        {
            db.Conversations.Add(conversation = new Conversation(entry, by));
        }

        var message = conversation.Write(entry, side, text, fileIds, by);
        await db.SaveChangesAsync(cancel);
        await db.MarkReadAsync(entryId, by.PersonId, message.Number, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The author takes a message back.</summary>
    /// <returns>False when there is no such message.</returns>
    /// <exception cref="BrokenRuleException">It is somebody else's, or it is too late.</exception>
    public async Task<bool> RetractAsync(Guid entryId, int number, Actor by, CancellationToken cancel)
    {
        var message = await db.Messages.FirstOrDefaultAsync(message => message.EntryId == entryId && message.Number == number, cancel);
        if (message is null)
        {
            return false;
        }

        var conversation = await db.Conversations.SingleAsync(known => known.Id == entryId, cancel);
        conversation.Retract(message, by);
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
