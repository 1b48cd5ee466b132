using System.Globalization;
using System.Runtime.CompilerServices;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>What somebody takes away of the ledger.</summary>
/// <param name="Format">As what.</param>
/// <param name="Filter">Which rows.</param>
/// <param name="By">Who takes it.</param>
/// <param name="Root">The portal's address, for what is read outside it.</param>
public sealed record LedgerOrder(LedgerFormat Format, LedgerFilter Filter, Actor By, string Root);

/// <summary>Writes rows of the ledger as PDF, CSV, workbook or JSON, in the reader's language, and into the audit trail who took them.</summary>
public sealed class ExportLedger(PortalDbContext db, IStringLocalizer<Portal> T, DocumentSigning signing)
{
    private const int TellEvery = 500;

    /// <summary>Writes into the audit trail who takes what.</summary>
    public async Task NoteAsync(LedgerOrder order, CancellationToken cancel)
    {
        var trace = new Trace(order.By, $"ledger.export-{order.Format.Extension()}", string.Join('；', order.Filter.InWords(T)));
        db.AuditEvents.Add(new AuditEvent(trace, nameof(LedgerRow), Guid.Empty));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="order">What.</param>
    /// <param name="output">Where to; rows are written as they are read, only the PDF is put together first.</param>
    /// <param name="progress">Is told now and then how many rows are written.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task WriteAsync(LedgerOrder order, Stream output, Func<int, Task>? progress, CancellationToken cancel)
    {
        var head = await db.Ledger.OrderByDescending(row => row.Sequence).Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(cancel);
        var name = await db.Rounds.Where(of => of.Code == order.Filter.Round).Select(of => of.SeasonName).FirstOrDefaultAsync(cancel);
        var last = head?.Sequence ?? 0; // rows posted while it is written belong to the next export
        var rows = order.Filter.Of(db).AsNoTracking().Where(row => row.Sequence <= last).OrderBy(row => row.EntryCode).ThenBy(row => row.Sequence);
        var labels = LedgerLabels.For(CultureInfo.CurrentUICulture);
        var report = new LedgerReport(
            T["獎金清冊"], name is null ? T["所有場次"] : $"{name} {order.Filter.Round}", order.Filter.InWords(T), order.By.At, order.By.Name, head?.Hash ?? LedgerRow.Origin,
            LinesAsync(RowsAsync(rows, progress, cancel), cancel));
        switch (order.Format)
        {
            case LedgerFormat.Pdf:
                var print = report with
                {
                    Count = await rows.CountAsync(cancel),
                    CheckAt = head is null ? null : string.Create(CultureInfo.InvariantCulture, $"{order.Root.TrimEnd('/')}/audit/ledger/verify?row={head.Sequence}&head={head.Hash[..16]}"),
                    Attached = attachment => LedgerCsv.WriteAsync(report with { Lines = LinesAsync(RowsAsync(rows, null, cancel), cancel) }, labels, attachment, withHashes: false, cancel),
                };
                await LedgerPdf.WriteAsync(print, labels, output, signing.Sign, cancel);
                break;
            case LedgerFormat.Csv: await LedgerCsv.WriteAsync(report, labels, output, cancellationToken: cancel); break;
            case LedgerFormat.Xlsx: await LedgerXlsx.WriteAsync(report, labels, output, cancel); break;
            default: await LedgerJson.WriteAsync(report, RowsAsync(rows, progress, cancel), output, cancel); break;
        }
    }

    private static async IAsyncEnumerable<LedgerRow> RowsAsync(IQueryable<LedgerRow> rows, Func<int, Task>? progress, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = 0;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return row;
            if (++count % TellEvery == 0 && progress is not null)
            {
                await progress(count);
            }
        }
    }

    private async IAsyncEnumerable<LedgerLine> LinesAsync(IAsyncEnumerable<LedgerRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tiers = Enum.GetValues<AwardTier>().ToDictionary(tier => tier, tier => T.Word(tier));
        var statuses = Enum.GetValues<TaxStatus>().ToDictionary(status => status, status => T.Word(status));
        await foreach (var row in rows.WithCancellation(cancel))
        {
            yield return new LedgerLine(
                row.Sequence, row.Date, row.EntryCode, row.ProblemTitle, row.TeamName, tiers[row.Tier], T[row.MilestoneName], row.PayeeName, statuses[row.TaxStatus],
                row.Gross.Dollars, row.TaxRate, row.Tax.Dollars, row.Net.Dollars, row.VoucherNumber, row.ApproverName, row.ReleaserName, row.Hash, row.ReversalOf, row.Reason ?? "");
        }
    }
}
