using AigoPortal.Web.Documents.Typesetting;

namespace AigoPortal.Web.Documents;

/// <summary>Who issues the ledger, what it holds, when and by whom it was printed; in full on the first page, in one line on the others.</summary>
internal sealed class LedgerLetterhead(LedgerReport report, LedgerLabels labels, Face regular, Face bold)
{
    private const double Left = LedgerColumns.Left, Right = LedgerColumns.Right, Middle = (Left + Right) / 2, Small = 8.5;

    private readonly string _printedAt = labels.PrintedAt + labels.Instant(report.PrintedAt);

    /// <summary>Draws the full letterhead and says where the table may begin.</summary>
    public double DrawFull(Ink ink)
    {
        ink.TextAround(bold.Set(labels.Office), 11, Middle, 42, Tone.Accent);
        var y = 66.0;
        foreach (var line in new LineBreaker(bold, 18, Right - Left).Lines(report.Title))
        {
            ink.TextAround(line, 18, Middle, y);
            y += 22;
        }

        y -= 4;
        foreach (var line in new LineBreaker(regular, 11, Right - Left).Lines(report.RoundName))
        {
            ink.TextAround(line, 11, Middle, y);
            y += 14;
        }

        y += 6;
        return DrawFacts(ink, y) + 2;
    }

    /// <summary>What every later page repeats above its table, and the hash below it.</summary>
    public void DrawShort(Ink ink)
    {
        var printed = regular.Set(_printedAt);
        var room = Right - Left - printed.WidthAt(8) - 20;
        var title = new LineBreaker(regular, 8, room).Lines($"{labels.Office}　{report.Title}　{report.RoundName}")[0];
        ink.Text(title, 8, Left, 40, Tone.Soft);
        ink.TextEndingAt(printed, 8, Right, 40, Tone.Soft);
    }

    public void DrawChainHead(Ink ink)
    {
        ink.Fill(Left, 564, Right - Left, 0.5, Tone.Hairline);
        var run = regular.Set(labels.ChainHead + report.ChainHead);
        ink.Text(run, Math.Min(7, 620_000.0 / Math.Max(run.Width, 1)), Left, 574, Tone.Soft);
    }

    public byte[] PageOf(int page, int pages)
    {
        var ink = new Ink(LedgerColumns.PageHeight);
        ink.TextEndingAt(regular.Set(LedgerLabels.Fill(labels.PageOf, page, pages)), 8, Right, 574);
        return ink.Dry();
    }

    private double DrawFacts(Ink ink, double y)
    {
        var printed = _printedAt + "　" + labels.PrintedBy + report.PrintedBy;
        var right = new LineBreaker(regular, Small, 330).Lines(printed).Append(regular.Set(labels.Currency)).ToArray();
        var scope = labels.Scope + (report.Filters.Count == 0 ? labels.WholeLedger : string.Join(labels.Separator, report.Filters));
        var left = new LineBreaker(regular, Small, Right - Left - 350).Lines(scope);
        for (var i = 0; i < right.Length; i++)
        {
            ink.TextEndingAt(right[i], Small, Right, y + (i * 12));
        }

        var drop = Math.Max(right.Length - left.Length, 0);
        for (var i = 0; i < left.Length; i++)
        {
            ink.Text(left[i], Small, Left, y + ((i + drop) * 12));
        }

        return y + (Math.Max(left.Length, right.Length) * 12) - 8;
    }
}
