using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Entries;

/// <summary>On which paper a team gets to data, as both sides and the office see it.</summary>
public sealed record DataAccessLine(
    Guid Id, DataAccessKind Kind, string DataSets, DateOnly From, DateOnly Until, string RecordedBy, DateTimeOffset RecordedAt,
    DateTimeOffset? RevokedAt, string? RevokedReason, ListedFile File);

/// <summary>Reads that the entry's pages share.</summary>
public static class DataAccessLines
{
    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<DataAccessLine>> DataAccessesOfAsync(this PortalDbContext db, Guid entryId, CancellationToken cancel) => await (
        from access in db.DataAccesses.AsNoTracking()
        join file in db.Files on access.FileId equals file.Id
        where access.EntryId == entryId
        orderby access.RecordedAt descending
        select new DataAccessLine(
            access.Id, access.Kind, access.DataSets, access.From, access.Until, access.RecordedBy, access.RecordedAt, access.RevokedAt, access.RevokedReason,
            new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), null))).ToListAsync(cancel);
}
