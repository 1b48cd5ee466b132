using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// Reads the whole ledger in order and checks sequence, chain and content of every row. Rows are hashed by the thousand on other
/// threads while the next are read; the verdict is as if they were checked one by one.
/// </summary>
public sealed class VerifyLedger(PortalDbContext db)
{
    private const int ChunkSize = 2_000;
    private const int ChunksAhead = 4;

    public async Task<LedgerVerdict> RunAsync(CancellationToken cancel)
    {
        // Read before the rows: what is posted meanwhile can only add to them.
        var posted = await db.PostedAsync(cancel);
        var strange = await FirstStrangeAsync(cancel);
        var check = new LedgerCheck();
        var hashing = new Queue<Task<Chunk>>();
        var rows = new List<LedgerRow>(ChunkSize);
        var readable = strange is { } end ? db.Ledger.Where(row => row.Sequence < end.Sequence) : db.Ledger;
        await foreach (var row in readable.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows.Add(row);
            if (rows.Count < ChunkSize)
            {
                continue;
            }

            hashing.Enqueue(HashAsync(rows, cancel));
            rows = new List<LedgerRow>(ChunkSize);
            if (hashing.Count >= ChunksAhead && !Take(check, await hashing.Dequeue()))
            {
                return check.Verdict;
            }
        }

        hashing.Enqueue(HashAsync(rows, cancel));
        while (hashing.TryDequeue(out var chunk))
        {
            if (!Take(check, await chunk))
            {
                return check.Verdict;
            }
        }

        return strange is null ? check.Ends(posted) : check.Stumbles(strange.Sequence, strange.VoucherNumber);
    }

    private static Task<Chunk> HashAsync(List<LedgerRow> rows, CancellationToken cancel) =>
        Task.Run(() => new Chunk(rows, rows.ConvertAll(row => row.IsIntact)), cancel);

    // A word that is none of the enumeration's can't be read as a row.
    private Task<Stranger?> FirstStrangeAsync(CancellationToken cancel)
    {
        var (kinds, tiers, statuses) = (Enum.GetValues<LedgerRowKind>(), Enum.GetValues<AwardTier>(), Enum.GetValues<TaxStatus>());
        return db.Ledger.Where(row => !kinds.Contains(row.Kind) || !tiers.Contains(row.Tier) || !statuses.Contains(row.TaxStatus))
            .OrderBy(row => row.Sequence).Select(row => new Stranger(row.Sequence, row.VoucherNumber)).FirstOrDefaultAsync(cancel);
    }

    private static bool Take(LedgerCheck check, Chunk chunk)
    {
        for (var index = 0; index < chunk.Rows.Count; index++)
        {
            if (!check.Takes(chunk.Rows[index], chunk.Intact[index]))
            {
                return false;
            }
        }

        return true;
    }

    private sealed record Stranger(long Sequence, string VoucherNumber);

    private sealed record Chunk(List<LedgerRow> Rows, List<bool> Intact);
}
