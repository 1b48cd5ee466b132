using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>
/// What an entry's files are called for reviewers of a round in which neither side knows the other: a name that a team gave a file often says who they are.
/// </summary>
public static class BlindNames
{
    /// <summary>The name under which the person gets the file, such as <c>108-2-E003-1.pdf</c>; null when they may know its own.</summary>
    public static async Task<string?> BlindNameAsync(this PortalDbContext db, Guid fileId, string name, Guid personId, CancellationToken cancel)
    {
        var entry = await (
            from review in db.OpenTo(personId)
            join found in db.Entries on review.EntryId equals found.Id
            where db.Rounds.Any(round => round.Id == found.RoundId && round.Blindness == Blindness.Double)
            where found.Submissions.Any(submission => submission.FileId == fileId) || found.Attachments.Any(attachment => attachment.FileId == fileId)
                || db.DeliverySheets.Any(sheet => sheet.Id == found.Id && sheet.Parts.Any(part => part.FileId == fileId))
            select new { found.Id, found.Code }).FirstOrDefaultAsync(cancel);
        return entry is null ? null : (await db.BlindNamesAsync(entry.Id, entry.Code, cancel))(fileId, name);
    }

    /// <summary>Names the files of an entry by its code and a number: first what was submitted, then the pitch's files, then the deliverables.</summary>
    public static async Task<Func<Guid, string, string>> BlindNamesAsync(this PortalDbContext db, Guid entryId, string code, CancellationToken cancel)
    {
        var submitted = await db.Submissions.AsNoTracking().Where(submission => submission.EntryId == entryId)
            .OrderBy(submission => submission.ReceivedAt).ThenBy(submission => submission.Id).Select(submission => submission.FileId).ToListAsync(cancel);
        var attached = await db.Entries.AsNoTracking().Where(entry => entry.Id == entryId).SelectMany(entry => entry.Attachments)
            .OrderBy(attachment => attachment.Order).Select(attachment => attachment.FileId).ToListAsync(cancel);
        var delivered = await db.DeliverySheets.AsNoTracking().Where(sheet => sheet.Id == entryId).SelectMany(sheet => sheet.Parts)
            .Where(part => part.FileId != null).OrderBy(part => part.Order).Select(part => part.FileId!.Value).ToListAsync(cancel);
        List<Guid> all = [.. submitted.Concat(attached).Concat(delivered).Distinct()];
        return (fileId, name) => $"{code}-{all.IndexOf(fileId) + 1}{Path.GetExtension(name).ToLowerInvariant()}";
    }
}
