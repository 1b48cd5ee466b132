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
    private Ink _ink = new(PageHeight);
    private double _y = Top;

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
        _ink.TextEndingAt(_sheaf.Regular.Set(_number), Small + 1, Right, _y, Tone.Soft);
        _ink.Text(_sheaf.Regular.Set(date), Small + 1, Left, _y, Tone.Soft);
        _ink.TextAround(_sheaf.Bold.Set(title), 22, PageWidth / 2, _y + 38);
        _y += 60;
        foreach (var line in Lines(_sheaf.Regular, below, Right - Left))
        {
            _ink.TextAround(line, Size, PageWidth / 2, _y, Tone.Soft);
            _y += Leading;
        }

        _y += 4;
    }

    public void Heading(string text)
    {
        Need((3 * Leading) + 12);
        _y += 12;
        _ink.Text(_sheaf.Bold.Set(text), 12, Left, _y + 11, Tone.Accent);
        _ink.Fill(Left, _y + 17, Right - Left, 0.7, Tone.Hairline);
        _y += 23;
    }

    public void Fact(string label, string value)
    {
        var names = Lines(_sheaf.Regular, label, LabelWidth - 8);
        var values = Lines(_sheaf.Regular, value.Length == 0 ? "—" : value, Right - Left - LabelWidth);
        for (var i = 0; i < Math.Max(names.Length, values.Length); i++)
        {
            Need(Leading);
            if (i < names.Length)
            {
                _ink.Text(names[i], Size, Left, _y + 11, Tone.Soft);
            }

            if (i < values.Length)
            {
                _ink.Text(values[i], Size, Left + LabelWidth, _y + 11);
            }

            _y += Leading;
        }
    }

    public void Paragraph(string text)
    {
        _y += 4;
        foreach (var line in Lines(_sheaf.Regular, text, Right - Left))
        {
            Need(Leading);
            _ink.Text(line, Size, Left, _y + 11);
            _y += Leading;
        }
    }

    public void Item(string number, string text)
    {
        const double indent = 22;
        foreach (var (index, line) in Lines(_sheaf.Regular, text, Right - Left - indent).Index())
        {
            Need(Leading);
            if (index == 0)
            {
                _ink.Text(_sheaf.Regular.Set(number), Size, Left, _y + 11);
            }

            _ink.Text(line, Size, Left + indent, _y + 11);
            _y += Leading;
        }

        _y += 3;
    }

    public void Table(string[] head, double[] shares, IEnumerable<string[]> rows, bool lastToTheRight = false)
    {
        Row(head, shares, _sheaf.Bold, lastToTheRight, shaded: true);
        foreach (var row in rows)
        {
            if (_y + HeightOf(row, shares, _sheaf.Regular) > Bottom)
            {
                NextPage();
                Row(head, shares, _sheaf.Bold, lastToTheRight, shaded: true);
            }

            Row(row, shares, _sheaf.Regular, lastToTheRight, shaded: false);
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
            foreach (var line in Lines(_sheaf.Bold, parties[i], width).Take(2))
            {
                _ink.Text(line, Size, x, y + 11);
                y += Leading;
            }

            y = _y + (2 * Leading) + 26;
            foreach (var blank in blanks)
            {
                var label = _sheaf.Regular.Set(blank);
                _ink.Text(label, Size, x, y, Tone.Soft);
                var from = x + label.WidthAt(Size) + 8;
                _ink.Fill(from, y + 3, x + width - from, 0.6, Tone.Black);
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
        pdf.Info.Title = title;
        pdf.Language = language;
        pdf.ViewerPreferences.DisplayDocTitle = true;
        using var file = new MemoryStream();
        pdf.Save(file, closeStream: false);
        return file.ToArray();
    }

    private void Row(string[] cells, double[] shares, Face face, bool lastToTheRight, bool shaded)
    {
        var wide = Right - Left;
        var lines = cells.Select((cell, index) => Lines(face, cell, (wide * shares[index]) - (2 * Pad))).ToArray();
        var height = (lines.Max(cell => cell.Length) * Leading) + 4;
        Need(height);
        if (shaded)
        {
            _ink.Fill(Left, _y, wide, height, Tone.HeadFill);
        }

        var x = Left;
        for (var column = 0; column < cells.Length; column++)
        {
            foreach (var (index, line) in lines[column].Index())
            {
                var baseline = _y + 13 + (index * Leading);
                if (lastToTheRight && column == cells.Length - 1)
                {
                    _ink.TextEndingAt(line, Size, Right - Pad, baseline);
                }
                else
                {
                    _ink.Text(line, Size, x + Pad, baseline);
                }
            }

            x += wide * shares[column];
        }

        _y += height;
        _ink.Fill(Left, _y - 0.5, wide, 0.5, Tone.Hairline);
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
        Mark();
        _ink.TextEndingAt(_sheaf.Regular.Set(_number), Small + 1, Right, 42, Tone.Soft);
        _y = Top;
    }

    private void Mark()
    {
        if (_mark is not null)
        {
            _ink.TextAround(_sheaf.Bold.Set(_mark), 150, PageWidth / 2, (PageHeight / 2) + 50, Tone.GroupFill);
        }
    }

    private static double HeightOf(string[] cells, double[] shares, Face face) =>
        (cells.Select((cell, index) => Lines(face, cell, ((Right - Left) * shares[index]) - (2 * Pad)).Length).Max() * Leading) + 4;

    private byte[] Foot(int page)
    {
        var ink = new Ink(PageHeight);
        ink.Fill(Left, 794, Right - Left, 0.5, Tone.Hairline);
        ink.Text(_sheaf.Regular.Set(_hash), 6.5, Left, 806, Tone.Soft);
        ink.TextEndingAt(_sheaf.Regular.Set(T["第 {0} 頁，共 {1} 頁", page, _pages.Count]), Small, Right, 806, Tone.Soft);
        return ink.Dry();
    }

    private static Run[] Lines(Face face, string text, double width) => new LineBreaker(face, Size, width).Lines(text);
}
