using System.Text;

namespace AigoPortal.Domain.Reviews;

/// <summary>
/// The name of a school, company or office, made ready to be compared (own): 臺 is 台, width, case and spaces don't count, nor do a founder's prefix (國立) or a
/// company's ending (股份有限公司, Inc.). Two names are the same house when they are equal, or when one begins with the whole other (a department of it), from four letters on.
/// </summary>
public sealed class InstitutionName
{
    private const int ShortestBeginning = 4;

    private static readonly string[] Prefixes = ["國立", "私立", "財團法人", "社團法人", "行政法人"];

    private static readonly string[] Endings = ["股份有限公司", "有限公司", "公司"];

    private static readonly HashSet<string> LatinEndings = new(["CORP", "CORPORATION", "INC", "INCORPORATED", "LTD", "LIMITED", "CO", "COMPANY", "LLC"], StringComparer.Ordinal);

    private readonly string _letters;
    private readonly bool[] _beginsWord;

    /// <summary>Prepares a name; null and blank are nobody's house.</summary>
    public InstitutionName(string? name)
    {
        var words = Words(name ?? "");
        while (words.Count > 1 && LatinEndings.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        var letters = string.Concat(words);
        var begins = new HashSet<int>();
        var at = 0;
        foreach (var word in words)
        {
            begins.Add(at);
            at += word.Length;
        }

        var from = Prefixes.Where(prefix => letters.Length > prefix.Length + 1 && letters.StartsWith(prefix, StringComparison.Ordinal)).Select(prefix => prefix.Length).FirstOrDefault();
        var until = letters.Length - Endings.Where(ending => letters.Length - from > ending.Length + 1 && letters.EndsWith(ending, StringComparison.Ordinal)).Select(ending => ending.Length).FirstOrDefault();
        _letters = letters[from..until];
        _beginsWord = [.. Enumerable.Range(from, _letters.Length).Select(begins.Contains)];
    }

    /// <summary>Whether two names mean one house.</summary>
    public static bool IsSame(InstitutionName one, InstitutionName other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (shorter, longer) = one._letters.Length <= other._letters.Length ? (one, other) : (other, one);
        var length = shorter._letters.Length;
        if (length == 0 || !longer._letters.StartsWith(shorter._letters, StringComparison.Ordinal))
        {
            return false;
        }

        return length == longer._letters.Length || (length >= ShortestBeginning && longer.EndsAWord(length));
    }

    // Chinese has no spaces, so any letter may begin a word; a Latin word is not cut in two.
    private bool EndsAWord(int at) => _beginsWord[at] || !char.IsAsciiLetterOrDigit(_letters[at - 1]) || !char.IsAsciiLetterOrDigit(_letters[at]);

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            var plain = letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0) : letter == '臺' ? '台' : letter;
            if (char.IsLetterOrDigit(plain))
            {
                word.Append(char.ToUpperInvariant(plain));
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(word.ToString());
        }

        return words;
    }
}
