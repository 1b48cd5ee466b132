namespace AigoPortal.Web.Documents;

/// <summary>The ledger as a workbook: the rows with typed cells, and a second sheet that says what they are and adds them up.</summary>
public static class LedgerXlsx
{
    private static readonly int[] Widths = [8, 12, 13, 18, 32, 22, 12, 16, 18, 10, 14, 10, 12, 14, 14, 14, 68, 10, 10, 32];

    public static async Task WriteAsync(LedgerReport report, LedgerLabels labels, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        await using var book = await Workbook.BeginAsync(output, [labels.Sheet, labels.About], cancellationToken);
        var head = LedgerCsv.Header(labels);
        await book.BeginSheetAsync(1, head, Widths, cancellationToken);
        var sum = default(LedgerSum);
        await foreach (var line in report.Lines.WithCancellation(cancellationToken))
        {
            Write(book, line, labels);
            await book.EndRowAsync(cancellationToken);
            sum = sum.Plus(line);
        }

        await book.EndSheetAsync(head.Length, cancellationToken);
        await AboutAsync(book, report, labels, sum, cancellationToken);
    }

    private static void Write(Workbook book, LedgerLine line, LedgerLabels labels)
    {
        book.BeginRow();
        book.Number(line.Sequence);
        book.Date(line.Date);
        foreach (var text in new[]
        {
            line.VoucherNumber, line.EntryNumber, line.ProblemTitle, line.TeamName, line.TierName, line.MilestoneName, line.PayeeName, line.TaxStatusName,
        })
        {
            book.Text(text);
        }

        book.Number(line.Gross);
        book.Percent(line.TaxRate);
        book.Number(line.Tax);
        book.Number(line.Net);
        book.Text(line.ApproverName);
        book.Text(line.ReleaserName);
        book.Text(line.Hash);
        book.Text(labels.KindOf(line));
        if (line.ReversalOf is { } reversed)
        {
            book.Number(reversed);
            book.Text(line.Reason);
        }
    }

    private static async Task AboutAsync(Workbook book, LedgerReport report, LedgerLabels labels, LedgerSum sum, CancellationToken cancel)
    {
        await book.BeginSheetAsync(2, [labels.About, ""], [28, 70], cancel);
        (string Label, string Text)[] facts =
        [
            (report.Title, report.RoundName), (labels.Scope.TrimEnd('：', ':', ' '), report.Filters.Count == 0 ? labels.WholeLedger : string.Join(labels.Separator, report.Filters)),
            (labels.PrintedAt.TrimEnd('：', ':', ' '), labels.Instant(report.PrintedAt)), (labels.PrintedBy.TrimEnd('：', ':', ' '), report.PrintedBy),
            (labels.ChainHead.TrimEnd('：', ':', ' '), report.ChainHead), (labels.Currency, ""),
        ];
        foreach (var (label, text) in facts)
        {
            book.BeginRow();
            book.Text(label);
            book.Text(text);
            await book.EndRowAsync(cancel);
        }

        foreach (var (label, number) in new[] { (LedgerLabels.Fill(labels.Total, LedgerLabels.Amount(sum.Count)), (long)sum.Count), (labels.Gross, sum.Gross), (labels.Tax, sum.Tax), (labels.Net, sum.Net) })
        {
            book.BeginRow();
            book.Text(label);
            book.Number(number);
            await book.EndRowAsync(cancel);
        }

        await book.EndSheetAsync(2, cancel);
    }
}
