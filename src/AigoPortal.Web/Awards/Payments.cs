using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>A transfer as the tables show it; the account stays masked.</summary>
public sealed record TransferLine(
    Guid Id, string VoucherNumber, int Attempt, string EntryCode, string MilestoneName, string PayeeName, string BankCode, string AccountHint, Twd Amount,
    TransferStatus Status, DateOnly? PaidOn, string? BankReference, string? Reason, DateTimeOffset MadeAt, string MakerName, DateTimeOffset? AnsweredAt, Guid? BatchId);

/// <summary>A table of transfers.</summary>
/// <param name="Lines">What it shows.</param>
/// <param name="Answer">The page's address that opens the form for one transfer's answer; null where nobody answers.</param>
public sealed record TransferTable(IReadOnlyList<TransferLine> Lines, string? Answer = null);

/// <summary>Reads transfers for pages.</summary>
public static class Payments
{
    public static Task<List<TransferLine>> LinesAsync(this IQueryable<Transfer> transfers, CancellationToken cancel) => transfers.AsNoTracking()
        .OrderBy(transfer => transfer.LedgerSequence).ThenBy(transfer => transfer.Attempt)
        .Select(transfer => new TransferLine(
            transfer.Id, transfer.VoucherNumber, transfer.Attempt, transfer.EntryCode, transfer.MilestoneName, transfer.PayeeName, transfer.BankCode, transfer.AccountHint,
            transfer.Amount, transfer.Status, transfer.PaidOn, transfer.BankReference, transfer.Reason, transfer.MadeAt, transfer.MakerName, transfer.AnsweredAt, transfer.BatchId))
        .ToListAsync(cancel);

    /// <summary>A page of batches, newest first.</summary>
    public static Task<List<PaymentBatch>> BatchesAsync(this PortalDbContext db, int page, int size, CancellationToken cancel) => db.PaymentBatches.AsNoTracking()
        .OrderByDescending(batch => batch.BuiltAt).ThenByDescending(batch => batch.Number).Skip((page - 1) * size).Take(size).ToListAsync(cancel);

    /// <summary>How many transfers of the batches are in each state.</summary>
    public static async Task<ILookup<Guid, (TransferStatus Status, int Count)>> AnswersAsync(this PortalDbContext db, IEnumerable<PaymentBatch> batches, CancellationToken cancel)
    {
        var ids = batches.Select(batch => (Guid?)batch.Id).ToList();
        var counts = await db.Transfers.Where(transfer => ids.Contains(transfer.BatchId))
            .GroupBy(transfer => new { transfer.BatchId, transfer.Status }).Select(group => new { group.Key.BatchId, group.Key.Status, Count = group.Count() }).ToListAsync(cancel);
        return counts.ToLookup(one => one.BatchId!.Value, one => (one.Status, one.Count));
    }
}
