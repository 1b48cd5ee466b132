using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Writes a batch as the bank's file (docs/payments.md). It opens the accounts, so every download is in the audit trail.</summary>
public sealed class ExportPaymentBatch(PortalDbContext db, SecretText secrets)
{
    public async Task RunAsync(PaymentBatch batch, Actor by, Stream output, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(new Trace(by, "batch.export", batch.Number), nameof(PaymentBatch), batch.Id));
        await db.SaveChangesAsync(cancel);
        var transfers = await db.Transfers.AsNoTracking().Where(transfer => transfer.BatchId == batch.Id)
            .OrderBy(transfer => transfer.LedgerSequence).ThenBy(transfer => transfer.Attempt).ToListAsync(cancel);
        await BankFileCsv.WriteAsync(transfers.Select(transfer => new BankFileLine(
            transfer.BankCode, secrets.Open(transfer.SealedAccount), transfer.PayeeName, transfer.Amount.Dollars, transfer.VoucherNumber)), output, cancel);
    }
}
