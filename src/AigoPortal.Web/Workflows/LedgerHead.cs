using AigoPortal.Data;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// The end of the ledger, where new rows go. A number series stands for it: whoever posts locks that row first, so that
/// simultaneous posts wait for each other on both databases, and it remembers how many rows there are.
/// </summary>
public static class LedgerHead
{
    private const string Series = "ledger";

    /// <summary>How many rows were posted.</summary>
    public static async Task<long> PostedAsync(this PortalDbContext db, CancellationToken cancel) =>
        await db.NumberSeries.Where(series => series.Name == Series).Select(series => series.Last).FirstOrDefaultAsync(cancel);

    /// <summary>Makes sure that the series exists; call it before the transaction begins.</summary>
    public static async Task OpenLedgerAsync(this PortalDbContext db, CancellationToken cancel)
    {
        if (!await db.NumberSeries.AnyAsync(series => series.Name == Series, cancel))
        {
            await db.BeginAsync(Series, 0, cancel);
        }
    }

    /// <summary>Waits for other posts to end and gives the last row; the lock is held until the transaction ends.</summary>
    public static async Task<LedgerRow?> LockLedgerAsync(this PortalDbContext db, CancellationToken cancel)
    {
        await db.NumberSeries.Where(series => series.Name == Series)
            .ExecuteUpdateAsync(set => set.SetProperty(series => series.Last, series => series.Last), cancel);
        return await db.Ledger.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Adds a row that follows the locked head, and remembers it.</summary>
    public static async Task PostAsync(this PortalDbContext db, IReadOnlyList<LedgerRow> rows, CancellationToken cancel)
    {
        var last = checked((int)rows[^1].Sequence);
        db.Ledger.AddRange(rows);
        await db.NumberSeries.Where(series => series.Name == Series).ExecuteUpdateAsync(set => set.SetProperty(series => series.Last, last), cancel);
    }
}
