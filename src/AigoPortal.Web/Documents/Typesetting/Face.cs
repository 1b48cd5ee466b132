using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>
/// One weight of the font in one document. Glyphs and widths are looked up once per character, not per cell: measuring and drawing each
/// cell through XGraphics costs ten times as long.
/// </summary>
internal sealed class Face(string name, bool bold)
{
    private static readonly ConcurrentDictionary<(bool Bold, int CodePoint), Glyph> Glyphs = new();
    private static readonly Lock Measuring = new();
    private static readonly Rune Missing = new('〓'); // what typesetters put for a sort they lack

    private readonly HashSet<Rune> _used = [];

    public string AsciiName { get; } = name + "a";
    public string UnicodeName { get; } = name + "u";

    public Run Set(string text) => Set(Printable(text).ToArray());

    public Run Set(ReadOnlySpan<Rune> text)
    {
        var width = 0;
        var ascii = true;
        foreach (var rune in text)
        {
            width += WidthOf(rune);
            ascii &= rune.IsAscii;
        }

        return ascii ? new(AsciiName, AsciiOperand(text), width) : new(UnicodeName, UnicodeOperand(text), width);
    }

    public int WidthOf(Rune rune) => GlyphOf(rune).Width;

    /// <summary>What of a text can be printed: no control or direction marks, and a visible stand-in for what the font lacks.</summary>
    public IEnumerable<Rune> Printable(string text)
    {
        foreach (var rune in Composed(text).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    yield return new Rune(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.EnclosingMark:
                case var _ when rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF): // variation selectors
                    break;
                default:
                    yield return GlyphOf(rune).Index == 0 ? Missing : rune;
                    break;
            }
        }
    }

    /// <summary>Makes the document embed exactly the characters that were set, and gives the two fonts' objects by name.</summary>
    public void Embed(XGraphics specimen)
    {
        var ascii = string.Concat(Enumerable.Range(' ', 95).Select(c => (char)c));
        specimen.DrawString(ascii, PortalFonts.Font(bold, PdfFontEncoding.WinAnsi), XBrushes.Black, 0, 0);
        specimen.DrawString("〓" + string.Concat(_used), PortalFonts.Font(bold, PdfFontEncoding.Unicode), XBrushes.Black, 0, 0);
    }

    // Composition is left alone without marks: it would replace compatibility ideographs, which people have in their names.
    private static string Composed(string text)
    {
        if (!text.Any(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
        {
            return text;
        }

        return string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC);
    }

    private static byte[] AsciiOperand(ReadOnlySpan<Rune> text)
    {
        var operand = new List<byte>(text.Length + 2) { (byte)'(' };
        foreach (var rune in text)
        {
            if (rune.Value is '(' or ')' or '\\')
            {
                operand.Add((byte)'\\');
            }

            operand.Add((byte)rune.Value);
        }

        operand.Add((byte)')');
        return [.. operand];
    }

    private byte[] UnicodeOperand(ReadOnlySpan<Rune> text)
    {
        var operand = new byte[(text.Length * 4) + 2];
        operand[0] = (byte)'<';
        operand[^1] = (byte)'>';
        for (var i = 0; i < text.Length; i++)
        {
            _used.Add(text[i]);
            Utf8Formatter.TryFormat(GlyphOf(text[i]).Index, operand.AsSpan(1 + (i * 4), 4), out _, new('X', 4));
        }

        return operand;
    }

    private Glyph GlyphOf(Rune rune) => Glyphs.TryGetValue((bold, rune.Value), out var known) ? known : Measure(rune);

    private Glyph Measure(Rune rune)
    {
        lock (Measuring)
        {
            var font = PortalFonts.Font(bold, PdfFontEncoding.Unicode);
            using var context = XGraphics.CreateMeasureContext(new XSize(1, 1), XGraphicsUnit.Point, XPageDirection.Downwards);
            var glyph = new Glyph((ushort)GlyphHelper.GlyphIndexFromCodePoint(rune.Value, font), (int)Math.Round(context.MeasureString(rune.ToString(), font).Width));
            return Glyphs.GetOrAdd((bold, rune.Value), glyph);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Glyph(ushort Index, int Width);
}
