using System.Text;

namespace AigoPortal.Web.Catalogue;

/// <summary>Text as it is compared: full and half width alike, small letters, one blank between words.</summary>
internal static class WrittenText
{
    private const int MostWords = 10;

    public static string Comparable(string text) =>
        string.Join(' ', Valid(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a query; each has to be found.</summary>
    public static IReadOnlyList<string> Words(string query) =>
        [.. Comparable(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(MostWords)];

    // Half of a surrogate pair can't be normalised.
    private static string Valid(string text)
    {
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            valid.Append(rune.ToString());
        }

        return valid.ToString();
    }
}
