using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Gathers all waiting transfers into a batch. Whoever builds locks the number series first, so that two at once don't share transfers.</summary>
public sealed class BuildPaymentBatch(PortalDbContext db)
{
    /// <summary>Of one round, or of all.</summary>
    /// <exception cref="BrokenRuleException">No transfer waits, perhaps because somebody else has just built a batch.</exception>
    public async Task<PaymentBatch> RunAsync(Guid? roundId, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var number = await db.NextCodeAsync(string.Create(CultureInfo.InvariantCulture, $"{RocDate.YearOf(Taipei.DateOf(by.At))}-B"), cancel);
        var waiting = await db.Transfers
            .Where(transfer => transfer.Status == TransferStatus.Waiting && (roundId == null || transfer.RoundId == roundId))
            .OrderBy(transfer => transfer.LedgerSequence).ToListAsync(cancel);
        var batch = new PaymentBatch(number, waiting, by);
        db.PaymentBatches.Add(batch);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return batch;
    }
}
