using AigoPortal.Web.Documents.Typesetting;

namespace AigoPortal.Web.Documents;

/// <summary>Fills pages with the ledger's table: where a page ends, what it carries over, what must stay together.</summary>
internal sealed class LedgerSheets
{
    private const string Furniture = "S", Grid = "G";
    private const double Left = LedgerColumns.Left, Right = LedgerColumns.Right, Leading = LedgerColumns.Leading, Pad = LedgerColumns.Pad;
    private const double TableTop = 48, SumHeight = 16, Limit = 559 - SumHeight, HeadingLeading = 12.5;

    private readonly LedgerLabels _labels;
    private readonly Face _bold;
    private readonly LedgerColumns _columns;
    private readonly LineBreaker _headings;
    private readonly Marker _marker;
    private readonly Part _table;
    private readonly List<byte[]> _pages = [];
    private readonly List<double> _rules = [];
    private Ink _ink = new(LedgerColumns.PageHeight);
    private LedgerSum _sum;
    private LedgerLine? _group;
    private double _y;
    private double _top;
    private double? _gridFrom;

    public LedgerSheets(LedgerLabels labels, Sheaf sheaf, LedgerColumns columns, LedgerLetterhead letterhead, Marker marker)
    {
        (_labels, _columns, _bold, _marker) = (labels, columns, sheaf.Bold, marker);
        _headings = new(sheaf.Bold, 8.5, Right - Left - (2 * Pad));
        Regular = sheaf.Regular;
        _y = letterhead.DrawFull(_ink);
        letterhead.DrawFirstChainHead(_ink);
        _table = marker.IsFine ? marker.Document.Add("Table") : marker.Document;
        _marker.OpenPage(_ink);
        _columns.DrawFirstHead(_ink, _y, marker, _table);
        _top = _y;
        _y += _columns.HeadHeight;
    }

    public IReadOnlyList<byte[]> Pages => _pages;

    private Face Regular { get; }

    public IReadOnlyDictionary<string, byte[]> Forms(LedgerLetterhead letterhead) => new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        [Furniture] = DrawFurniture(letterhead),
        [Grid] = _columns.DrawGrid(),
    };

    private byte[] DrawFurniture(LedgerLetterhead letterhead)
    {
        var ink = new Ink(LedgerColumns.PageHeight);
        letterhead.DrawShort(ink);
        _columns.DrawHead(ink, TableTop);
        letterhead.DrawChainHead(ink);
        return ink.Dry();
    }

    public void OpenGroup(LedgerLine first, bool onlyLine)
    {
        _group = null;
        var heading = Heading(first, continued: false);
        if (_y + HeightOf(heading) + HeightOf(_columns.Cells(first, _labels, first: true)) + (onlyLine ? SumHeight : 0) > Limit)
        {
            NextPage();
        }

        _group = first;
        DrawHeading(heading);
    }

    public void Add(LedgerLine line, bool firstOfGroup, bool lastOfGroup)
    {
        var cells = _columns.Cells(line, _labels, firstOfGroup);
        var after = lastOfGroup ? SumHeight : 0;
        var parts = _marker.IsFine ? _columns.Parts(_table.Add("TR")) : null;
        int lines = cells.Max(c => c.Length), drawn = 0;
        while (drawn < lines)
        {
            var rest = lines - drawn;
            var fit = LinesFitting(Limit - _y - after);
            if (fit >= rest)
            {
                DrawRow(cells, drawn, rest, parts);
                drawn += rest;
            }
            else if (rest <= LinesOfAFreshPage(after))
            {
                NextPage();
            }
            else
            {
                // Taller than a page: broken between lines rather than cut.
                fit = Math.Min(rest - 1, Math.Max(LinesFitting(Limit - _y), 1));
                DrawRow(cells, drawn, fit, parts);
                drawn += fit;
                NextPage();
            }
        }

        _sum = _sum.Plus(line);
    }

    public void CloseGroup(LedgerSum subtotal)
    {
        DrawSum(LedgerLabels.Fill(_labels.Subtotal, LedgerLabels.Amount(subtotal.Count)), subtotal, heavy: true);
        _group = null;
    }

    public void Close()
    {
        if (_sum.Count == 0)
        {
            _marker.Draw(_ink, Row(), () => _ink.TextAround(Regular.Set(_labels.Nothing), 9, (Left + Right) / 2, _y + 17, Tone.Soft));
            _y += 28;
            _marker.Draw(_ink, null, () => _ink.Fill(Left, _y - 0.4, Right - Left, 0.4, Tone.Hairline));
        }

        if (_y + LedgerClosing.Height > Limit + SumHeight)
        {
            NextPage();
        }

        DrawSum(LedgerLabels.Fill(_labels.Total, LedgerLabels.Amount(_sum.Count)), _sum, heavy: true);
        _marker.Draw(_ink, null, () =>
        {
            _ink.Fill(Left, _y, Right - Left, 0.6, Tone.Black);
            _ink.Fill(Left, _y + 2, Right - Left, 0.6, Tone.Black);
            DrawBorder();
        });
        _marker.Draw(_ink, _marker.IsFine ? _marker.Document.Add("P") : null, () => new LedgerClosing(_labels, Regular, _bold).Draw(_ink, _sum, _y + 4));
        _marker.EndPage(_ink);
        _pages.Add(_ink.Dry());
    }

    private void NextPage()
    {
        CloseGrid();
        DrawSum(_labels.CarriedForward, _sum, heavy: false, isRead: false);
        _marker.Draw(_ink, null, DrawBorder);
        _marker.EndPage(_ink);
        _pages.Add(_ink.Dry());
        _ink = new(LedgerColumns.PageHeight);
        _marker.Draw(_ink, null, () => _ink.Place(Furniture));
        _marker.OpenPage(_ink);
        _top = TableTop;
        _y = TableTop + _columns.HeadHeight;
        DrawSum(_labels.BroughtForward, _sum, heavy: false, isRead: false);
        if (_group is { } group)
        {
            DrawHeading(Heading(group, continued: true), isRead: false);
        }
    }

    private Run[] Heading(LedgerLine line, bool continued) =>
        _headings.Lines($"{line.EntryNumber}{(continued ? _labels.Continued : "")}　{line.TeamName}　{line.ProblemTitle}");

    private void DrawHeading(Run[] heading, bool isRead = true)
    {
        CloseGrid();
        var height = HeightOf(heading);
        _marker.Draw(_ink, null, () => _ink.Fill(Left, _y, Right - Left, height, Tone.GroupFill));
        _marker.Draw(_ink, isRead ? Row() : null, () =>
        {
            for (var i = 0; i < heading.Length; i++)
            {
                _ink.Text(heading[i], 8.5, Left + Pad, _y + 4 + (i * HeadingLeading) + 8.3);
            }
        });
        _y += height;
        _marker.Draw(_ink, null, () => _ink.Fill(Left, _y - 0.4, Right - Left, 0.4, Tone.Hairline));
    }

    // A row of one cell: a heading, a sum.
    private Part? Row() => _marker.IsFine ? _table.Add("TR").Add("TD") : null;

    private void DrawRow(Run[][] cells, int fromLine, int lines, IReadOnlyList<Part>? parts)
    {
        _gridFrom ??= _y;
        _columns.DrawCells(_ink, cells, fromLine, lines, _y, _marker, parts);
        _y += (lines * Leading) + (2 * Pad);
        _rules.Add(_y);
    }

    private void DrawSum(string label, LedgerSum sum, bool heavy, bool isRead = true)
    {
        CloseGrid();
        _marker.Draw(_ink, isRead ? Row() : null, () =>
        {
            _ink.TextEndingAt((heavy ? _bold : Regular).Set(label), LedgerColumns.TextSize, _columns.LabelEnd, _y + 11);
            _columns.DrawSum(_ink, sum, _y + 11, heavy);
        });
        _y += SumHeight;
        _marker.Draw(_ink, null, () => _ink.Fill(Left, _y - 0.6, Right - Left, 0.6, Tone.Hairline));
    }

    private void CloseGrid()
    {
        if (_gridFrom is { } from)
        {
            // After the rows' text, not between: text broken up by rules packs badly.
            _marker.Draw(_ink, null, () =>
            {
                foreach (var rule in _rules)
                {
                    _ink.Fill(Left, rule - 0.4, Right - Left, 0.4, Tone.Hairline);
                }

                _ink.Place(Grid, Left, from, Right - Left, _y - from);
            });
            _rules.Clear();
            _gridFrom = null;
        }
    }

    private void DrawBorder()
    {
        _ink.Fill(Left, _top, 0.4, _y - _top, Tone.Hairline);
        _ink.Fill(Right - 0.4, _top, 0.4, _y - _top, Tone.Hairline);
    }

    private int LinesOfAFreshPage(double after)
    {
        var heading = _group is { } group ? HeightOf(Heading(group, continued: true)) : 0;
        return LinesFitting(Limit - TableTop - _columns.HeadHeight - SumHeight - heading - after);
    }

    private static int LinesFitting(double height) => (int)((height - (2 * Pad) + 0.01) / Leading);

    private static double HeightOf(Run[][] cells) => (cells.Max(c => c.Length) * Leading) + (2 * Pad);

    private static double HeightOf(Run[] heading) => (heading.Length * HeadingLeading) + 5.5;
}
