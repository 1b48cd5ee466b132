using System.Globalization;
using CsvHelper;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>The ledger for a spreadsheet: one row a line, UTF-8 with a byte order mark so that Excel reads the Chinese.</summary>
public static class LedgerCsv
{
    /// <param name="report">What is written.</param>
    /// <param name="labels">The language.</param>
    /// <param name="output">Where to.</param>
    /// <param name="withHashes">Whether each row's hash is among the columns; hashes don't pack, and a print does without.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task WriteAsync(LedgerReport report, LedgerLabels labels, Stream output, bool withHashes = true, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([.. Header(labels).Where(name => withHashes || name != labels.Hash)], cancellationToken);
        await foreach (var line in report.Lines.WithCancellation(cancellationToken))
        {
            Write(csv, line, labels, withHashes);
            await csv.EndRecordAsync(cancellationToken);
        }
    }

    internal static string[] Header(LedgerLabels labels) =>
    [
        labels.Sequence, labels.Date, labels.Voucher, labels.EntryNumber, labels.Problem, labels.Team, labels.Tier, labels.Milestone, labels.Payee,
        labels.TaxStatus, labels.Gross, labels.Rate, labels.Tax, labels.Net, labels.Approver, labels.Releaser, labels.Hash,
        labels.Kind, labels.ReversalOf, labels.Reason,
    ];

    private static void Write(CsvWriter csv, LedgerLine line, LedgerLabels labels, bool withHashes)
    {
        csv.WriteField(line.Sequence);
        csv.WriteField(line.Date);
        csv.WriteField(Harmless(line.VoucherNumber));
        csv.WriteField(Harmless(line.EntryNumber));
        csv.WriteField(Harmless(line.ProblemTitle));
        csv.WriteField(Harmless(line.TeamName));
        csv.WriteField(Harmless(line.TierName));
        csv.WriteField(Harmless(line.MilestoneName));
        csv.WriteField(Harmless(line.PayeeName));
        csv.WriteField(Harmless(line.TaxStatusName));
        csv.WriteField(line.Gross);
        csv.WriteField(line.TaxRate);
        csv.WriteField(line.Tax);
        csv.WriteField(line.Net);
        csv.WriteField(Harmless(line.ApproverName));
        csv.WriteField(Harmless(line.ReleaserName));
        if (withHashes)
        {
            csv.WriteField(Harmless(line.Hash));
        }

        csv.WriteField(labels.KindOf(line));
        csv.WriteField(line.ReversalOf?.ToString(CultureInfo.InvariantCulture) ?? "");
        csv.WriteField(Harmless(line.Reason));
    }
}
