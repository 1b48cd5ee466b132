using AigoPortal.Web.Documents.Typesetting;
using PdfSharp.Pdf;

namespace AigoPortal.Web.Documents;

/// <summary>The award ledger as an official print: grouped by entry, carried from page to page, closed with the sums and the signatures.</summary>
public static class LedgerPdf
{
    // Up to here a screen reader is told row by row and cell by cell, beyond it page by page.
    private const int ToldCellByCell = 1_000;

    public static async Task WriteAsync(
        LedgerReport report, LedgerLabels labels, Stream output, Action<PdfDocument>? sign = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(output);
        var sheaf = new Sheaf(LedgerColumns.PageWidth, LedgerColumns.PageHeight);
        var marker = new Marker(report.Count <= ToldCellByCell);
        var letterhead = new LedgerLetterhead(report, labels, sheaf.Regular, sheaf.Bold, marker);
        var sheets = new LedgerSheets(labels, sheaf, new(labels, sheaf.Regular, sheaf.Bold), letterhead, marker);
        await FillAsync(sheets, report.Lines, cancellationToken);

        var feet = Enumerable.Range(1, sheets.Pages.Count).Select(page => letterhead.PageOf(page, sheets.Pages.Count)).ToArray();
        using var pdf = sheaf.Bind(sheets.Pages, page => feet[page], sheets.Forms(letterhead));
        marker.Document.Tag(pdf);
        if (report.Attached is { } write)
        {
            await Attachment.AddAsync(pdf, "ledger.csv", "text/csv", report.PrintedAt, write);
        }

        pdf.Info.Title = $"{report.Title} {report.RoundName}";
        pdf.Info.Author = labels.Office;
        pdf.Info.Subject = string.Join(labels.Separator, report.Filters);
        pdf.Info.CreationDate = report.PrintedAt.UtcDateTime;
        pdf.Language = labels.Language;
        pdf.ViewerPreferences.DisplayDocTitle = true;

        sign?.Invoke(pdf);

        // PDFsharp writes synchronously, which a response body refuses.
        using var file = new MemoryStream();
        await pdf.SaveAsync(file, closeStream: false);
        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }

    private static async Task FillAsync(LedgerSheets sheets, IAsyncEnumerable<LedgerLine> lines, CancellationToken cancellationToken)
    {
        LedgerLine? before = null, line = null;
        var subtotal = default(LedgerSum);
        await foreach (var next in lines.WithCancellation(cancellationToken))
        {
            subtotal = Place(sheets, before, line, next, subtotal);
            (before, line) = (line, next);
        }

        Place(sheets, before, line, null, subtotal);
        sheets.Close();
    }

    // A line is placed when its successor is known: the last of an entry stays together with the subtotal.
    private static LedgerSum Place(LedgerSheets sheets, LedgerLine? before, LedgerLine? line, LedgerLine? next, LedgerSum subtotal)
    {
        if (line is null)
        {
            return subtotal;
        }

        bool first = !SameEntry(before, line), last = !SameEntry(line, next);
        if (first)
        {
            sheets.OpenGroup(line, last);
            subtotal = default;
        }

        sheets.Add(line, first, last);
        subtotal = subtotal.Plus(line);
        if (last)
        {
            sheets.CloseGroup(subtotal);
        }

        return subtotal;
    }

    private static bool SameEntry(LedgerLine? one, LedgerLine? other) => string.Equals(one?.EntryNumber, other?.EntryNumber, StringComparison.Ordinal);
}
