using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Reads the whole ledger in order and checks sequence, chain and content of every row.</summary>
public sealed class VerifyLedger(PortalDbContext db)
{
    public async Task<LedgerVerdict> RunAsync(CancellationToken cancel)
    {
        // Read before the rows: what is posted meanwhile can only add to them.
        var posted = await db.PostedAsync(cancel);
        var check = new LedgerCheck();
        await foreach (var row in db.Ledger.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!check.Takes(row))
            {
                return check.Verdict;
            }
        }

        return check.Ends(posted);
    }
}
