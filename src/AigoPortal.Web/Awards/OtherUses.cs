using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>The same receipt number somewhere else.</summary>
/// <param name="Key">The number as it is compared.</param>
/// <param name="MilestoneId">Where.</param>
/// <param name="EntryCode">Whose.</param>
/// <param name="TeamName">The team.</param>
/// <param name="MilestoneName">Its milestone.</param>
/// <param name="Status">How far that is.</param>
/// <param name="Vendor">Who issued it there.</param>
/// <param name="Amount">How much there.</param>
public sealed record OtherUse(string Key, Guid MilestoneId, string EntryCode, string TeamName, string MilestoneName, MilestoneStatus Status, string Vendor, Twd Amount);

/// <summary>Finds receipt numbers that are used twice, in any milestone of any team.</summary>
public static class OtherUses
{
    /// <summary>Other receipts with a number of this milestone's, by the number.</summary>
    public static async Task<ILookup<string, OtherUse>> OtherUsesAsync(this PortalDbContext db, Milestone milestone, CancellationToken cancel)
    {
        var keys = milestone.Receipts.Select(receipt => receipt.NumberKey).ToList();
        var own = milestone.Receipts.Select(receipt => receipt.Id).ToList();
        var uses = keys.Count == 0 ? [] : await (
            from other in db.Milestones
            from receipt in other.Receipts
            where keys.Contains(receipt.NumberKey) && !own.Contains(receipt.Id)
            join entry in db.Entries on other.EntryId equals entry.Id
            join team in db.Teams on entry.TeamId equals team.Id
            orderby entry.Code, other.Order, receipt.Id
            select new OtherUse(receipt.NumberKey, other.Id, entry.Code, team.Name, other.Name, other.Status, receipt.Vendor, receipt.Amount)).ToListAsync(cancel);
        return uses.ToLookup(use => use.Key, StringComparer.Ordinal);
    }
}
