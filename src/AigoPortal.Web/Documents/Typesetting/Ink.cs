using System.Buffers;
using System.Buffers.Text;

namespace AigoPortal.Web.Documents.Typesetting;

internal enum Tone { Black, Soft, Accent, Hairline, HeadFill, GroupFill }

/// <summary>Writes a page's content stream. Measures are points from the top left corner; the file keeps tenths.</summary>
internal sealed class Ink(double pageHeight)
{
    private static readonly byte[][] Tones =
        [.. new[] { "0.1 g\n", "0.38 g\n", "0 0.36 0.36 rg\n", "0.62 0.67 0.67 rg\n", "0.89 0.93 0.92 rg\n", "0.955 0.97 0.965 rg\n" }.Select(t => t.Select(c => (byte)c).ToArray())];

    private readonly ArrayBufferWriter<byte> _bytes = new(8192);
    private bool _inText;
    private string _font = "";
    private double _size;
    private Tone? _tone;
    private int _x;
    private int _y;

    public void Text(Run run, double size, double x, double baseline, Tone tone = Tone.Black)
    {
        if (run.Width == 0)
        {
            return;
        }

        if (!_inText)
        {
            _bytes.Write("BT\n"u8);
            (_inText, _x, _y) = (true, 0, 0);
        }

        Use(tone);
        if (!string.Equals(_font, run.Font, StringComparison.Ordinal) || _size != size)
        {
            (_font, _size) = (run.Font, size);
            _bytes.Write("/"u8);
            Ascii(_font);
            Tenths(Round(size));
            _bytes.Write("Tf\n"u8);
        }

        int left = Round(x), up = Round(pageHeight - baseline);
        Tenths(left - _x);
        Tenths(up - _y);
        (_x, _y) = (left, up);
        _bytes.Write("Td"u8);
        _bytes.Write(run.Operand);
        _bytes.Write("Tj\n"u8);
    }

    public void TextEndingAt(Run run, double size, double right, double baseline, Tone tone = Tone.Black) =>
        Text(run, size, right - run.WidthAt(size), baseline, tone);

    public void TextAround(Run run, double size, double centre, double baseline, Tone tone = Tone.Black) =>
        Text(run, size, centre - (run.WidthAt(size) / 2), baseline, tone);

    public void Fill(double x, double y, double width, double height, Tone tone)
    {
        EndText();
        Use(tone);
        Rectangle(x, y, width, height);
        _bytes.Write("re f\n"u8);
    }

    public void Place(string form)
    {
        EndText();
        _bytes.Write("/"u8);
        Ascii(form);
        _bytes.Write(" Do\n"u8);
    }

    /// <summary>Places a form, but shows only what of it lies within a rectangle.</summary>
    public void Place(string form, double x, double y, double width, double height)
    {
        EndText();
        _bytes.Write("q "u8);
        Rectangle(x, y, width, height);
        _bytes.Write("re W n "u8);
        Place(form);
        _bytes.Write("Q\n"u8);
    }

    /// <summary>Draws a piece of a part of a tagged PDF.</summary>
    public void Marked(string role, int id, Action draw)
    {
        Open(role, id);
        draw();
        Close();
    }

    /// <summary>Begins a piece of a part; ends with <see cref="Close"/>.</summary>
    public void Open(string role, int id)
    {
        EndText();
        Ascii("/" + role);
        Ascii("<</MCID");
        Tenths(id * 10);
        _bytes.Write(">> BDC\n"u8);
    }

    /// <summary>Ends a piece of a part.</summary>
    public void Close()
    {
        EndText();
        _bytes.Write("EMC\n"u8);
    }

    /// <summary>Draws what a screen reader passes over: lines, page numbers, what every page repeats.</summary>
    public void Artifact(Action draw)
    {
        EndText();
        _bytes.Write("/Artifact BMC\n"u8);
        draw();
        EndText();
        _bytes.Write("EMC\n"u8);
    }

    public byte[] Dry()
    {
        EndText();
        return _bytes.WrittenSpan.ToArray();
    }

    private void EndText()
    {
        if (_inText)
        {
            _bytes.Write("ET\n"u8);
            _inText = false;
        }
    }

    private void Use(Tone tone)
    {
        if (_tone != tone)
        {
            _tone = tone;
            _bytes.Write(Tones[(int)tone]);
        }
    }

    private void Rectangle(double x, double y, double width, double height)
    {
        Tenths(Round(x));
        Tenths(Round(pageHeight - y - height));
        Tenths(Round(width));
        Tenths(Round(height));
    }

    private static int Round(double points) => (int)Math.Round(points * 10);

    private void Ascii(string text)
    {
        foreach (var c in text)
        {
            _bytes.GetSpan(1)[0] = (byte)c;
            _bytes.Advance(1);
        }

        _bytes.Write(" "u8);
    }

    private void Tenths(int value)
    {
        var span = _bytes.GetSpan(16);
        var at = 0;
        if (value < 0)
        {
            span[at++] = (byte)'-';
            value = -value;
        }

        Utf8Formatter.TryFormat(value / 10, span[at..], out var written);
        at += written;
        if (value % 10 != 0)
        {
            span[at++] = (byte)'.';
            span[at++] = (byte)('0' + (value % 10));
        }

        span[at++] = (byte)' ';
        _bytes.Advance(at);
    }
}
