using AigoPortal.Web.Documents.Typesetting;
using QRCoder;

namespace AigoPortal.Web.Documents;

/// <summary>Who issues the ledger, what it holds, when and by whom it was printed; in full on the first page, in one line on the others.</summary>
internal sealed class LedgerLetterhead(LedgerReport report, LedgerLabels labels, Face regular, Face bold, Marker marker)
{
    private const double Left = LedgerColumns.Left, Right = LedgerColumns.Right, Middle = (Left + Right) / 2, Small = 8.5, CodeSize = 68, CodeTop = 18, TitleWidth = Right - Left - (2 * CodeSize) - 20;

    private readonly string _printedAt = labels.PrintedAt + labels.Instant(report.PrintedAt);

    /// <summary>Draws the full letterhead and says where the table may begin.</summary>
    public double DrawFull(Ink ink)
    {
        DrawCode(ink);
        marker.Draw(ink, marker.Document.Add("P"), () => ink.TextAround(bold.Set(labels.Office), 11, Middle, 42, Tone.Accent));
        var y = 66.0;
        var title = marker.Document.Add("H1");
        foreach (var line in new LineBreaker(bold, 18, TitleWidth).Lines(report.Title))
        {
            marker.Draw(ink, title, () => ink.TextAround(line, 18, Middle, y));
            y += 22;
        }

        y -= 4;
        var round = marker.Document.Add("P");
        foreach (var line in new LineBreaker(regular, 11, TitleWidth).Lines(report.RoundName))
        {
            marker.Draw(ink, round, () => ink.TextAround(line, 11, Middle, y));
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

    /// <summary>At the foot of the first page, where it is read; elsewhere every page repeats it.</summary>
    public void DrawFirstChainHead(Ink ink) => marker.Draw(ink, marker.Document.Add("P"), () => DrawChainHead(ink));

    public void DrawChainHead(Ink ink)
    {
        ink.Fill(Left, 564, Right - Left, 0.5, Tone.Hairline);
        var run = regular.Set(labels.ChainHead + report.ChainHead);
        ink.Text(run, Math.Min(7, 620_000.0 / Math.Max(run.Width, 1)), Left, 574, Tone.Soft);
    }

    public byte[] PageOf(int page, int pages)
    {
        var ink = new Ink(LedgerColumns.PageHeight);
        ink.Artifact(() => ink.TextEndingAt(regular.Set(LedgerLabels.Fill(labels.PageOf, page, pages)), 8, Right, 574));
        return ink.Dry();
    }

    // The dark runs of each line: half as many rectangles as modules.
    private void DrawCode(Ink ink)
    {
        if (report.CheckAt is not { } address)
        {
            return;
        }

        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = Math.Floor(CodeSize * 10 / rows.Count) / 10;
        var (left, top) = (Right - (module * rows.Count), CodeTop);
        marker.Draw(ink, marker.Document.Add("Figure", address), () =>
        {
            for (var y = 0; y < rows.Count; y++)
            {
                for (var x = 0; x < rows.Count; x++)
                {
                    var from = x;
                    while (x < rows.Count && rows[y][x])
                    {
                        x++;
                    }

                    if (x > from)
                    {
                        ink.Fill(left + (from * module), top + (y * module), (x - from) * module, module, Tone.Black);
                    }
                }
            }
        });
        marker.Draw(ink, marker.Document.Add("P"), () => ink.TextAround(regular.Set(labels.CheckHere), 6.5, left + (module * rows.Count / 2), top + (module * rows.Count) + 3, Tone.Soft));
    }

    private double DrawFacts(Ink ink, double y)
    {
        var printed = _printedAt + "　" + labels.PrintedBy + report.PrintedBy;
        var right = new LineBreaker(regular, Small, 330).Lines(printed).Append(regular.Set(labels.Currency)).ToArray();
        var scope = labels.Scope + (report.Filters.Count == 0 ? labels.WholeLedger : string.Join(labels.Separator, report.Filters));
        var left = new LineBreaker(regular, Small, Right - Left - 350).Lines(scope);
        var (printedPart, scopePart) = (marker.Document.Add("P"), marker.Document.Add("P"));
        for (var i = 0; i < right.Length; i++)
        {
            var line = i;
            marker.Draw(ink, printedPart, () => ink.TextEndingAt(right[line], Small, Right, y + (line * 12)));
        }

        var drop = Math.Max(right.Length - left.Length, 0);
        for (var i = 0; i < left.Length; i++)
        {
            var line = i;
            marker.Draw(ink, scopePart, () => ink.Text(left[line], Small, Left, y + ((line + drop) * 12)));
        }

        return y + (Math.Max(left.Length, right.Length) * 12) - 8;
    }
}
