using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>A visit as pages show it.</summary>
public sealed record VisitView(SiteVisit Visit, IReadOnlyList<ListedFile> Photos, string CalendarUrl)
{
    /// <summary>The visits of an entry, the last planned first.</summary>
    public static async Task<IReadOnlyList<VisitView>> OfAsync(PortalDbContext db, Guid entryId, CancellationToken cancel) =>
        await WithPhotosAsync(db, await db.SiteVisits.AsNoTracking().Where(visit => visit.EntryId == entryId).OrderByDescending(visit => visit.PlannedAt).ToListAsync(cancel), cancel);

    /// <summary>Visits with the names of their pictures.</summary>
    public static async Task<IReadOnlyList<VisitView>> WithPhotosAsync(PortalDbContext db, IReadOnlyList<SiteVisit> visits, CancellationToken cancel)
    {
        var ids = visits.SelectMany(visit => visit.Photos).Select(photo => photo.FileId).ToList();
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
        return [.. visits.Select(visit => new VisitView(
            visit,
            [.. visit.Photos.OrderBy(photo => photo.At).Select(photo => files[photo.FileId]).Select(file => new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id)))],
            $"?handler=Calendar&visit={visit.Id}"))];
    }
}
