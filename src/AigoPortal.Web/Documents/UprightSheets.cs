using AigoPortal.Web.Documents.Typesetting;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Documents;

/// <summary>Fills upright A4 pages from top to bottom: headings, facts, tables whose head is repeated on every page, paragraphs, and the block for signatures.</summary>
internal sealed class UprightSheets
{
    private const double PageWidth = 595.3, PageHeight = 841.9, Left = 62, Right = 533, Top = 64, Bottom = 776;
    private const double Size = 10.5, Leading = 16, LabelWidth = 92, Pad = 5, Small = 8;

    private readonly Sheaf _sheaf = new(PageWidth, PageHeight);
    private readonly List<byte[]> _pages = [];
    private readonly string _number;
    private readonly string _hash;
    private readonly string? _mark;
    private readonly IStringLocalizer T;
    private readonly Part _document = new("Document");
    private Ink _ink = new(PageHeight);
    private double _y = Top;
    private int _marks;

    /// <param name="number">Stands at the top of every page.</param>
    /// <param name="hash">Stands at the foot of every page.</param>
    /// <param name="localizer">The reader's language.</param>
    /// <param name="mark">A word that stands large and pale behind every page, such as 草稿.</param>
    public UprightSheets(string number, string hash, IStringLocalizer localizer, string? mark = null)
    {
        (_number, _hash, T, _mark) = (number, hash, localizer, mark);
        Mark();
    }

    public void Title(string title, string below, string date)
    {
        Draw(_document.Add("P"), () => _ink.TextEndingAt(_sheaf.Regular.Set(_number), Small + 1, Right, _y, Tone.Soft));
        Draw(_document.Add("P"), () => _ink.Text(_sheaf.Regular.Set(date), Small + 1, Left, _y, Tone.Soft));
        Draw(_document.Add("H1"), () => _ink.TextAround(_sheaf.Bold.Set(title), 22, PageWidth / 2, _y + 38));
        _y += 60;
        var part = _document.Add("P");
        foreach (var line in Lines(_sheaf.Regular, below, Right - Left))
        {
            Draw(part, () => _ink.TextAround(line, Size, PageWidth / 2, _y, Tone.Soft));
            _y += Leading;
        }

        _y += 4;
    }

    public void Heading(string text)
    {
        Need((3 * Leading) + 12);
        _y += 12;
        Draw(_document.Add("H2"), () => _ink.Text(_sheaf.Bold.Set(text), 12, Left, _y + 11, Tone.Accent));
        _ink.Artifact(() => _ink.Fill(Left, _y + 17, Right - Left, 0.7, Tone.Hairline));
        _y += 23;
    }

    public void Fact(string label, string value)
    {
        var names = Lines(_sheaf.Regular, label, LabelWidth - 8);
        var values = Lines(_sheaf.Regular, value.Length == 0 ? "—" : value, Right - Left - LabelWidth);
        var (named, said) = (_document.Add("P"), _document.Add("P"));
        for (var i = 0; i < Math.Max(names.Length, values.Length); i++)
        {
            Need(Leading);
            var line = i;
            if (line < names.Length)
            {
                Draw(named, () => _ink.Text(names[line], Size, Left, _y + 11, Tone.Soft));
            }

            if (line < values.Length)
            {
                Draw(said, () => _ink.Text(values[line], Size, Left + LabelWidth, _y + 11));
            }

            _y += Leading;
        }
    }

    public void Paragraph(string text)
    {
        _y += 4;
        var part = _document.Add("P");
        foreach (var line in Lines(_sheaf.Regular, text, Right - Left))
        {
            Need(Leading);
            Draw(part, () => _ink.Text(line, Size, Left, _y + 11));
            _y += Leading;
        }
    }

    public void Item(string number, string text)
    {
        const double indent = 22;
        var part = _document.Add("P");
        foreach (var (index, line) in Lines(_sheaf.Regular, text, Right - Left - indent).Index())
        {
            Need(Leading);
            Draw(part, () =>
            {
                if (index == 0)
                {
                    _ink.Text(_sheaf.Regular.Set(number), Size, Left, _y + 11);
                }

                _ink.Text(line, Size, Left + indent, _y + 11);
            });
            _y += Leading;
        }

        _y += 3;
    }

    public void Table(string[] head, double[] shares, IEnumerable<string[]> rows, bool lastToTheRight = false)
    {
        var table = _document.Add("Table");
        Row(head, shares, table.Add("TR"), lastToTheRight);
        foreach (var row in rows)
        {
            if (_y + HeightOf(row, shares, _sheaf.Regular) > Bottom)
            {
                NextPage();
                Row(head, shares, null, lastToTheRight);
            }

            Row(row, shares, table.Add("TR"), lastToTheRight, isHead: false);
        }

        _y += 4;
    }

    public void Signatures(string[] parties, string[] blanks)
    {
        const double height = 150, gap = 20;
        Need(height);
        _y += 24;
        var width = (Right - Left - gap) / 2;
        for (var i = 0; i < parties.Length; i++)
        {
            var (x, y) = (Left + (i * (width + gap)), _y);
            var part = _document.Add("P");
            foreach (var line in Lines(_sheaf.Bold, parties[i], width).Take(2))
            {
                Draw(part, () => _ink.Text(line, Size, x, y + 11));
                y += Leading;
            }

            y = _y + (2 * Leading) + 26;
            foreach (var blank in blanks)
            {
                var label = _sheaf.Regular.Set(blank);
                Draw(_document.Add("P"), () => _ink.Text(label, Size, x, y, Tone.Soft));
                var from = x + label.WidthAt(Size) + 8;
                _ink.Artifact(() => _ink.Fill(from, y + 3, x + width - from, 0.6, Tone.Black));
                y += 38;
            }
        }

        _y += height - 24;
    }

    public byte[] Bind(string title, string language)
    {
        _pages.Add(_ink.Dry());
        var feet = Enumerable.Range(1, _pages.Count).Select(Foot).ToArray();
        using var pdf = _sheaf.Bind(_pages, page => feet[page], new Dictionary<string, byte[]>(StringComparer.Ordinal));
        _document.Tag(pdf);
        pdf.Info.Title = title;
        pdf.Language = language;
        pdf.ViewerPreferences.DisplayDocTitle = true;
        using var file = new MemoryStream();
        pdf.Save(file, closeStream: false);
        return file.ToArray();
    }

    // A head that is repeated on a further page belongs to no part: it was read already.
    private void Row(string[] cells, double[] shares, Part? row, bool lastToTheRight, bool isHead = true)
    {
        var wide = Right - Left;
        var face = isHead ? _sheaf.Bold : _sheaf.Regular;
        var lines = cells.Select((cell, index) => Lines(face, cell, (wide * shares[index]) - (2 * Pad))).ToArray();
        var height = HeightOf(cells, shares, face);
        Need(height);
        if (isHead)
        {
            _ink.Artifact(() => _ink.Fill(Left, _y, wide, height, Tone.HeadFill));
        }

        var x = Left;
        for (var column = 0; column < cells.Length; column++)
        {
            var (cell, from, toTheRight) = (lines[column], x, lastToTheRight && column == cells.Length - 1);
            Draw(row?.Add(isHead ? "TH" : "TD"), () => Cell(cell, from, toTheRight));
            x += wide * shares[column];
        }

        _y += height;
        _ink.Artifact(() => _ink.Fill(Left, _y - 0.5, wide, 0.5, Tone.Hairline));
    }

    private void Cell(Run[] lines, double x, bool toTheRight)
    {
        foreach (var (index, line) in lines.Index())
        {
            var baseline = _y + 13 + (index * Leading);
            if (toTheRight)
            {
                _ink.TextEndingAt(line, Size, Right - Pad, baseline);
            }
            else
            {
                _ink.Text(line, Size, x + Pad, baseline);
            }
        }
    }

    private void Draw(Part? part, Action draw)
    {
        if (part is null)
        {
            _ink.Artifact(draw);
            return;
        }

        _ink.Marked(part.Role, _marks, draw);
        part.Stands(_pages.Count, _marks++);
    }

    private void Need(double height)
    {
        if (_y + height > Bottom)
        {
            NextPage();
        }
    }

    private void NextPage()
    {
        _pages.Add(_ink.Dry());
        _ink = new Ink(PageHeight);
        _marks = 0;
        Mark();
        _ink.Artifact(() => _ink.TextEndingAt(_sheaf.Regular.Set(_number), Small + 1, Right, 42, Tone.Soft));
        _y = Top;
    }

    private void Mark()
    {
        if (_mark is not null)
        {
            _ink.Artifact(() => _ink.TextAround(_sheaf.Bold.Set(_mark), 150, PageWidth / 2, (PageHeight / 2) + 50, Tone.GroupFill));
        }
    }

    private static double HeightOf(string[] cells, double[] shares, Face face) =>
        (cells.Select((cell, index) => Lines(face, cell, ((Right - Left) * shares[index]) - (2 * Pad)).Length).Max() * Leading) + 4;

    private byte[] Foot(int page)
    {
        var ink = new Ink(PageHeight);
        ink.Artifact(() =>
        {
            ink.Fill(Left, 794, Right - Left, 0.5, Tone.Hairline);
            ink.Text(_sheaf.Regular.Set(_hash), 6.5, Left, 806, Tone.Soft);
            ink.TextEndingAt(_sheaf.Regular.Set(T["第 {0} 頁，共 {1} 頁", page, _pages.Count]), Small, Right, 806, Tone.Soft);
        });
        return ink.Dry();
    }

    private static Run[] Lines(Face face, string text, double width) => new LineBreaker(face, Size, width).Lines(text);
}
