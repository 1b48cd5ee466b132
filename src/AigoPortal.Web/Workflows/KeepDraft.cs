using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Keeps what a team has of its concept or proof, before anything can refuse it.</summary>
public sealed class KeepDraft(PortalDbContext db, Uploads uploads, CurrentPerson me)
{
    /// <param name="code">An entry of my team.</param>
    /// <param name="stage">Concept or proof.</param>
    /// <param name="text">The text so far.</param>
    /// <param name="upload">A new document; null keeps the earlier one.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <returns>The entry with drafts and submissions, and the draft's document.</returns>
    /// <exception cref="BrokenRuleException">The document can't be taken; the text is kept all the same.</exception>
    public async Task<(Entry Entry, StoredFile? File)> RunAsync(string code, ReviewStage stage, string text, IFormFile? upload, CancellationToken cancel)
    {
        var entry = await db.OfMember(me.Id).Include(entry => entry.Drafts).Include(entry => entry.Submissions).AsSplitQuery()
            .FirstAsync(entry => entry.Code == code, cancel);
        try
        {
            var file = await uploads.TakeAsync(upload, "File", FileKind.Documents, me.Actor, cancel);
            entry.SaveDraft(stage, text, file?.Id, me.Actor);
            await db.SaveChangesAsync(cancel);
            return (entry, file ?? await EarlierAsync(entry.Draft(stage)?.FileId, cancel));
        }
        catch (BrokenRuleException)
        {
            entry.SaveDraft(stage, text, null, me.Actor);
            await db.SaveChangesAsync(cancel);
            throw;
        }
    }

    private async Task<StoredFile?> EarlierAsync(Guid? fileId, CancellationToken cancel) =>
        fileId is { } id ? await db.Files.FirstOrDefaultAsync(file => file.Id == id, cancel) : null;
}
