using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Shared;

/// <summary>A deliverable as pages show it.</summary>
public sealed record DeliveryLine(DeliveryPart Part, ListedFile? File)
{
    /// <summary>The items of a sheet with the names of their files.</summary>
    public static async Task<IReadOnlyList<DeliveryLine>> OfAsync(PortalDbContext db, DeliverySheet sheet, CancellationToken cancel)
    {
        var ids = sheet.Parts.Select(part => part.FileId).ToList();
        var files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
        return [.. sheet.Parts.OrderBy(part => part.Order).Select(part => new DeliveryLine(part,
            part.FileId is { } id && files.TryGetValue(id, out var file) ? new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id)) : null))];
    }
}
