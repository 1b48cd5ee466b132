using System.Globalization;
using System.Runtime.CompilerServices;
using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Localization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>Prints rows of the ledger as PDF or CSV, in the reader's language, and writes into the audit trail who took them.</summary>
public sealed class ExportLedger(PortalDbContext db, IStringLocalizer<Portal> T)
{
    public Task PdfAsync(IQueryable<LedgerRow> rows, string? round, IReadOnlyList<string> filters, Actor by, Stream output, CancellationToken cancel) =>
        WriteAsync(rows, round, filters, by, "ledger.export-pdf", (report, labels) => LedgerPdf.WriteAsync(report, labels, output, cancel), cancel);

    public Task CsvAsync(IQueryable<LedgerRow> rows, string? round, IReadOnlyList<string> filters, Actor by, Stream output, CancellationToken cancel) =>
        WriteAsync(rows, round, filters, by, "ledger.export-csv", (report, labels) => LedgerCsv.WriteAsync(report, labels, output, cancel), cancel);

    private async Task WriteAsync(
        IQueryable<LedgerRow> rows, string? round, IReadOnlyList<string> filters, Actor by, string verb, Func<LedgerReport, LedgerLabels, Task> write, CancellationToken cancel)
    {
        db.AuditEvents.Add(new AuditEvent(new Trace(by, verb, string.Join('；', filters)), nameof(LedgerRow), Guid.Empty));
        await db.SaveChangesAsync(cancel);

        var head = await db.Ledger.OrderByDescending(row => row.Sequence).Select(row => new { row.Sequence, row.Hash }).FirstOrDefaultAsync(cancel);
        var name = await db.Rounds.Where(of => of.Code == round).Select(of => of.SeasonName).FirstOrDefaultAsync(cancel);
        var last = head?.Sequence ?? 0; // rows posted while it is printed belong to the next print
        var report = new LedgerReport(
            T["獎金清冊"], name is null ? T["所有場次"] : $"{name} {round}", filters, by.At, by.Name, head?.Hash ?? LedgerRow.Origin,
            LinesAsync(rows.Where(row => row.Sequence <= last), cancel));
        await write(report, LedgerLabels.For(CultureInfo.CurrentUICulture));
    }

    private async IAsyncEnumerable<LedgerLine> LinesAsync(IQueryable<LedgerRow> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tiers = Enum.GetValues<AwardTier>().ToDictionary(tier => tier, tier => T.Word(tier));
        var statuses = Enum.GetValues<TaxStatus>().ToDictionary(status => status, status => T.Word(status));
        await foreach (var row in rows.AsNoTracking().OrderBy(row => row.EntryCode).ThenBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return new LedgerLine(
                row.Sequence, row.Date, row.EntryCode, row.ProblemTitle, row.TeamName, tiers[row.Tier], T[row.MilestoneName], row.PayeeName, statuses[row.TaxStatus],
                row.Gross.Dollars, row.TaxRate, row.Tax.Dollars, row.Net.Dollars, row.VoucherNumber, row.ApproverName, row.ReleaserName, row.Hash,
                row.ReversalOf, row.Reason);
        }
    }
}
