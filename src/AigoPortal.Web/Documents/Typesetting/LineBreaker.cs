using System.Text;

namespace AigoPortal.Web.Documents.Typesetting;

/// <summary>Breaks text into lines of a column: anywhere between Chinese characters, between Latin words, never leaving punctuation astray.</summary>
internal sealed class LineBreaker(Face face, double size, double width)
{
    private const string NeverFirst = "，。、；：？！）」』〉》】〕…·％,.;:?!)]}%";
    private const string NeverLast = "（「『〈《【〔([{";
    private const int Remembered = 4096;

    private readonly Dictionary<string, Run[]> _known = new(StringComparer.Ordinal);

    /// <summary>Text that changes from row to row and is never broken: a figure.</summary>
    public Run Set(string text) => face.Set(text);

    public Run[] Lines(string text)
    {
        if (_known.TryGetValue(text, out var lines))
        {
            return lines;
        }

        if (_known.Count >= Remembered)
        {
            _known.Clear();
        }

        return _known[text] = Break([.. face.Printable(text)]);
    }

    private Run[] Break(ReadOnlySpan<Rune> text)
    {
        var room = (int)(width * 1000 / size);
        var lines = new List<Run>(1);
        int start = 0, chance = 0, used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (i > start && MayBreak(text[i - 1], text[i]))
            {
                chance = i;
            }

            used += face.WidthOf(text[i]);
            if (used <= room || i == start || Rune.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var end = chance > start ? chance : i;
            lines.Add(face.Set(Trimmed(text[start..end])));
            start = chance = end;
            used = 0;
            i = start - 1;
        }

        if (start < text.Length || lines.Count == 0)
        {
            lines.Add(face.Set(Trimmed(text[start..])));
        }

        return [.. lines];
    }

    private static bool MayBreak(Rune before, Rune after)
    {
        if (Rune.IsWhiteSpace(after) || Has(NeverFirst, after) || Has(NeverLast, before))
        {
            return false;
        }

        return Rune.IsWhiteSpace(before) || before.Value is '-' or '/' or '_' or '@' || !IsInWord(before) || !IsInWord(after);
    }

    private static bool IsInWord(Rune rune) => rune.Value < 0x2E80;

    private static bool Has(string set, Rune rune) => rune.IsBmp && set.Contains((char)rune.Value, StringComparison.Ordinal);

    private static ReadOnlySpan<Rune> Trimmed(ReadOnlySpan<Rune> line)
    {
        var end = line.Length;
        while (end > 0 && Rune.IsWhiteSpace(line[end - 1]))
        {
            end--;
        }

        return line[..end];
    }
}
