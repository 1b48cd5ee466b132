using AigoPortal.Web.Documents.Typesetting;

namespace AigoPortal.Web.Documents;

internal enum Align { Left, Centre, Right }

/// <summary>The table's columns across an A4 page on its side.</summary>
internal sealed class LedgerColumns
{
    public const double PageWidth = 841.9, PageHeight = 595.3, Left = 34, Right = 808;
    public const double TextSize = 8, Leading = 10, Pad = 2.6;

    private const double HeadSize = 8;
    private const int Grossing = 7, Taxing = 9, Netting = 10;
    private readonly Column[] _columns;
    private readonly Face _bold;

    public LedgerColumns(LedgerLabels labels, Face regular, Face bold)
    {
        _bold = bold;
        (string Label, double Width, Align Align)[] plan =
        [
            (labels.Sequence, 36, Align.Right), (labels.Date, 46, Align.Centre), (labels.Voucher, 66, Align.Left),
            (labels.Both(labels.EntryNumber, labels.Team), 92, Align.Left), (labels.Both(labels.Tier, labels.Milestone), 126, Align.Left),
            (labels.Payee, 74, Align.Left), (labels.TaxStatus, 46, Align.Centre), (labels.Gross, 58, Align.Right), (labels.Rate, 36, Align.Right),
            (labels.Tax, 52, Align.Right), (labels.Net, 58, Align.Right), (labels.Both(labels.Approver, labels.Releaser), 84, Align.Left),
        ];
        var x = Left;
        _columns = new Column[plan.Length];
        for (var i = 0; i < plan.Length; i++)
        {
            var (label, width, align) = plan[i];
            _columns[i] = new(x, width, align, new(regular, TextSize, width - (2 * Pad)), new LineBreaker(bold, HeadSize, width - (2 * Pad)).Lines(label));
            x += width;
        }

        HeadHeight = (_columns.Max(c => c.Head.Length) * Leading) + 8;
    }

    public double HeadHeight { get; }

    public double LabelEnd => _columns[Grossing].X - Pad;

    /// <summary>Every column's cell as lines. The team is named once an entry, its number on every line.</summary>
    public Run[][] Cells(LedgerLine line, LedgerLabels labels, bool first) =>
    [
        Lines(0, LedgerLabels.Amount(line.Sequence)), Lines(1, labels.ShortDate(line.Date)), Lines(2, line.VoucherNumber),
        first ? [.. Lines(3, line.EntryNumber), .. Lines(3, line.TeamName)] : Lines(3, line.EntryNumber), Lines(4, labels.Both(line.TierName, line.MilestoneName) + Reversal(line, labels)),
        Lines(5, line.PayeeName), Lines(6, line.TaxStatusName), Number(line.Gross), [_columns[8].Text.Set(LedgerLabels.Percent(line.TaxRate))],
        Number(line.Tax), Number(line.Net), Lines(11, labels.Both(line.ApproverName, line.ReleaserName)),
    ];

    /// <summary>The head where it is read; on later pages it is only repeated.</summary>
    public void DrawFirstHead(Ink ink, double y, Marker marker, Part table)
    {
        marker.Draw(ink, null, () => DrawHeadFill(ink, y));
        var row = marker.IsFine ? table.Add("TR") : null;
        foreach (var column in _columns)
        {
            marker.Draw(ink, row?.Add("TH"), () => DrawName(ink, column, y));
        }

        marker.Draw(ink, null, () => DrawHeadRules(ink, y));
    }

    public void DrawHead(Ink ink, double y)
    {
        DrawHeadFill(ink, y);
        foreach (var column in _columns)
        {
            DrawName(ink, column, y);
        }

        DrawHeadRules(ink, y);
    }

    private void DrawHeadFill(Ink ink, double y)
    {
        ink.Fill(Left, y, Right - Left, HeadHeight, Tone.HeadFill);
        ink.Fill(Left, y, Right - Left, 1, Tone.Accent);
    }

    private void DrawName(Ink ink, Column column, double y)
    {
        var top = y + ((HeadHeight - (column.Head.Length * Leading)) / 2);
        for (var i = 0; i < column.Head.Length; i++)
        {
            ink.TextAround(column.Head[i], HeadSize, column.X + (column.Width / 2), top + (i * Leading) + 8);
        }
    }

    private void DrawHeadRules(Ink ink, double y)
    {
        DrawGrid(ink, y + 1, y + HeadHeight);
        ink.Fill(Left, y + HeadHeight - 0.5, Right - Left, 0.5, Tone.Hairline);
    }

    /// <summary>The rules between the columns, down the whole page; what a page shows of them is clipped to its rows.</summary>
    public byte[] DrawGrid()
    {
        var ink = new Ink(PageHeight);
        DrawGrid(ink, 0, PageHeight);
        return ink.Dry();
    }

    private void DrawGrid(Ink ink, double from, double to)
    {
        foreach (var column in _columns)
        {
            ink.Fill(column.X, from, 0.4, to - from, Tone.Hairline);
        }

        ink.Fill(Right - 0.4, from, 0.4, to - from, Tone.Hairline);
    }

    /// <summary>Draws lines of a row's cells, each as the part of its column when parts are told by themselves.</summary>
    public void DrawCells(Ink ink, Run[][] cells, int fromLine, int lines, double y, Marker marker, IReadOnlyList<Part>? parts)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var (cell, column, to) = (cells[i], _columns[i], Math.Min(cells[i].Length, fromLine + lines));
            if (parts is null)
            {
                DrawLines(ink, column, cell, fromLine, to, y);
            }
            else if (to > fromLine)
            {
                marker.Draw(ink, parts[i], () => DrawLines(ink, column, cell, fromLine, to, y));
            }
        }
    }

    /// <summary>The parts of a row's cells.</summary>
    public IReadOnlyList<Part> Parts(Part row) => [.. _columns.Select(_ => row.Add("TD"))];

    private static void DrawLines(Ink ink, Column column, Run[] cell, int from, int to, double y)
    {
        for (var line = from; line < to; line++)
        {
            Draw(ink, column, cell[line], y + Pad + ((line - from) * Leading) + 7.4);
        }
    }

    public void DrawSum(Ink ink, LedgerSum sum, double baseline, bool heavy)
    {
        DrawAmount(ink, _columns[Grossing], sum.Gross, baseline, heavy);
        DrawAmount(ink, _columns[Taxing], sum.Tax, baseline, heavy);
        DrawAmount(ink, _columns[Netting], sum.Net, baseline, heavy);
    }

    private static string Reversal(LedgerLine line, LedgerLabels labels) =>
        line.ReversalOf is { } reversed ? " " + LedgerLabels.Fill(labels.Reverses, reversed, line.Reason.ReplaceLineEndings(" ")) : "";

    private Run[] Lines(int column, string text) => _columns[column].Text.Lines(text);

    private Run[] Number(long amount) => [_columns[Grossing].Text.Set(LedgerLabels.Amount(amount))];

    private void DrawAmount(Ink ink, Column column, long amount, double baseline, bool heavy)
    {
        var text = LedgerLabels.Amount(amount);
        Draw(ink, column, heavy ? _bold.Set(text) : column.Text.Set(text), baseline);
    }

    private static void Draw(Ink ink, Column column, Run run, double baseline)
    {
        // A figure is never broken: one too wide for its column is set smaller.
        var size = Math.Min(TextSize, (column.Width - (2 * Pad)) * 1000 / Math.Max(run.Width, 1));
        switch (column.Align)
        {
            case Align.Right: ink.TextEndingAt(run, size, column.X + column.Width - Pad, baseline); break;
            case Align.Centre: ink.TextAround(run, size, column.X + (column.Width / 2), baseline); break;
            default: ink.Text(run, size, column.X + Pad, baseline); break;
        }
    }

    private sealed record Column(double X, double Width, Align Align, LineBreaker Text, Run[] Head);
}
