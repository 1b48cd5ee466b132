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
        await foreach (var row in db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            rows.Add(row);
            if (rows.Count < ChunkSize)
            {
                continue;
            }

            hashing.Enqueue(HashAsync(rows, strange, cancel));
            rows = new List<LedgerRow>(ChunkSize);
            if (hashing.Count >= ChunksAhead && !Take(check, await hashing.Dequeue()))
            {
                return check.Verdict;
            }
        }

        hashing.Enqueue(HashAsync(rows, strange, cancel));
        while (hashing.TryDequeue(out var chunk))
        {
            if (!Take(check, await chunk))
            {
                return check.Verdict;
            }
        }

        return check.Ends(posted);
    }

    private static Task<Chunk> HashAsync(List<LedgerRow> rows, long? strange, CancellationToken cancel) =>
        Task.Run(() => new Chunk(rows, rows.ConvertAll(row => row.Sequence != strange && row.IsIntact)), cancel);

    // A word that is none of the enumeration's would be read as its first value.
    private Task<long?> FirstStrangeAsync(CancellationToken cancel)
    {
        var (kinds, tiers, statuses) = (Enum.GetValues<LedgerRowKind>(), Enum.GetValues<AwardTier>(), Enum.GetValues<TaxStatus>());
        return db.Ledger.Where(row => !kinds.Contains(row.Kind) || !tiers.Contains(row.Tier) || !statuses.Contains(row.TaxStatus))
            .MinAsync(row => (long?)row.Sequence, cancel);
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

    private sealed record Chunk(List<LedgerRow> Rows, List<bool> Intact);
}
