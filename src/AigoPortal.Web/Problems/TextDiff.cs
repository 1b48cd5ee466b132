using System.Globalization;

namespace AigoPortal.Web.Problems;

/// <summary>What became of a piece of text.</summary>
public enum DiffKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A piece of text and what became of it.</summary>
public sealed record DiffPiece(DiffKind Kind, string Text);

/// <summary>What differs between two texts: by lines first, then inside the changed lines by characters, and by words where words are Latin.</summary>
public static class TextDiff
{
    // A table larger than this is not worth its memory: the block is shown as replaced.
    private const int LargestTable = 1_000_000;

    public static IReadOnlyList<DiffPiece> Of(string before, string after) => Joined(Compare(Lines(before), Lines(after)).SelectMany(block =>
        block is { Removed: "" } or { Added: "" } or { Same: not "" } ? Pieces(block) : Compare(Characters(block.Removed), Characters(block.Added)).SelectMany(Pieces)));

    private static IEnumerable<DiffPiece> Pieces(Block block) =>
        new[] { new DiffPiece(DiffKind.Same, block.Same), new DiffPiece(DiffKind.Removed, block.Removed), new DiffPiece(DiffKind.Added, block.Added) }
            .Where(piece => piece.Text.Length > 0);

    private static List<DiffPiece> Joined(IEnumerable<DiffPiece> pieces)
    {
        var joined = new List<DiffPiece>();
        foreach (var piece in pieces)
        {
            if (joined.Count > 0 && joined[^1].Kind == piece.Kind)
            {
                joined[^1] = piece with { Text = joined[^1].Text + piece.Text };
            }
            else
            {
                joined.Add(piece);
            }
        }

        return joined;
    }

    /// <summary>The longest common run of units, as blocks that are either the same on both sides or replaced.</summary>
    private static IEnumerable<Block> Compare(List<string> before, List<string> after)
    {
        var start = 0;
        while (start < before.Count && start < after.Count && before[start] == after[start])
        {
            start++;
        }

        var (oldEnd, newEnd) = (before.Count, after.Count);
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        yield return new Block(Text(before, 0, start), "", "");
        foreach (var block in (long)(oldEnd - start) * (newEnd - start) > LargestTable
            ? [new Block("", Text(before, start, oldEnd), Text(after, start, newEnd))]
            : ByTable(before[start..oldEnd], after[start..newEnd]))
        {
            yield return block;
        }

        yield return new Block(Text(before, oldEnd, before.Count), "", "");
    }

    private static IEnumerable<Block> ByTable(List<string> before, List<string> after)
    {
        var longest = Longest(before, after);
        var (i, j, removedFrom, addedFrom) = (0, 0, 0, 0);
        while (i < before.Count && j < after.Count)
        {
            if (before[i] == after[j])
            {
                yield return new Block("", Text(before, removedFrom, i), Text(after, addedFrom, j));
                yield return new Block(before[i], "", "");
                (i, j) = (i + 1, j + 1);
                (removedFrom, addedFrom) = (i, j);
            }
            else
            {
                (i, j) = longest[i + 1, j] >= longest[i, j + 1] ? (i + 1, j) : (i, j + 1);
            }
        }

        yield return new Block("", Text(before, removedFrom, before.Count), Text(after, addedFrom, after.Count));
    }

    private static int[,] Longest(List<string> before, List<string> after)
    {
        var longest = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                longest[i, j] = before[i] == after[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        return longest;
    }

    private static List<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(line => line + "\n").ToList();
        lines[^1] = lines[^1][..^1];
        return lines;
    }

    // As people see characters: an emoji of several code points is one; a Latin word or a number is one.
    private static List<string> Characters(string text)
    {
        var characters = new List<string>();
        var reader = StringInfo.GetTextElementEnumerator(text);
        while (reader.MoveNext())
        {
            var character = reader.GetTextElement();
            if (characters.Count > 0 && char.IsAsciiLetterOrDigit(character[0]) && char.IsAsciiLetterOrDigit(characters[^1][^1]))
            {
                characters[^1] += character;
            }
            else
            {
                characters.Add(character);
            }
        }

        return characters;
    }

    private static string Text(List<string> units, int from, int to) => string.Concat(units[from..to]);

    private sealed record Block(string Same, string Removed, string Added);
}
