using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace AigoPortal.Domain.Reviews;

/// <summary>What can be filled into a decision letter.</summary>
public enum LetterField
{
    /// <summary>案號.</summary>
    Code,

    /// <summary>題目.</summary>
    Problem,

    /// <summary>團隊.</summary>
    Team,

    /// <summary>階段.</summary>
    Stage,

    /// <summary>結果.</summary>
    Result,

    /// <summary>等級; empty without an award.</summary>
    Level,

    /// <summary>理由.</summary>
    Reason,

    /// <summary>評語, as the office chose them.</summary>
    Comments,

    /// <summary>申覆期限.</summary>
    AppealsUntil,

    /// <summary>連結 to the entry.</summary>
    Link,
}

/// <summary>The fields of a decision letter: how they are written, in either language, and how their values go into Markdown.</summary>
public static partial class LetterFields
{
    /// <summary>How each field is written in a template, in Chinese and in English; both are read in both languages.</summary>
    public static readonly IReadOnlyList<(LetterField Field, string Chinese, string English)> Names =
    [
        (LetterField.Code, "案號", "code"), (LetterField.Problem, "題目", "problem"), (LetterField.Team, "團隊", "team"), (LetterField.Stage, "階段", "stage"),
        (LetterField.Result, "結果", "result"), (LetterField.Level, "等級", "level"), (LetterField.Reason, "理由", "reason"), (LetterField.Comments, "評語", "comments"),
        (LetterField.AppealsUntil, "申覆期限", "appeals until"), (LetterField.Link, "連結", "link"),
    ];

    private static readonly FrozenDictionary<string, LetterField> ByName =
        Names.SelectMany(one => new[] { (one.Chinese, one.Field), (one.English, one.Field) }).ToFrozenDictionary(one => one.Item1, one => one.Field, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first field of a template that is none of these, without its braces; null when all are known.</summary>
    public static string? Unknown(string template) =>
        Field().Matches(template).Select(match => match.Groups["name"].Value).FirstOrDefault(name => !ByName.ContainsKey(name.Trim()));

    /// <summary>The fields a template uses, as often as it does.</summary>
    public static IEnumerable<LetterField> In(string template) =>
        Field().Matches(template).Select(match => match.Groups["name"].Value.Trim()).Where(ByName.ContainsKey).Select(name => ByName[name]);

    /// <summary>The template with its values as Markdown in which a value is only ever text: nothing a person typed becomes a heading, a link or HTML.</summary>
    public static string Markdown(string template, IReadOnlyDictionary<LetterField, string> values) =>
        Fill(template, field => values.GetValueOrDefault(field, "") is var value && field == LetterField.Link && Uri.IsWellFormedUriString(value, UriKind.Absolute) ? $"<{value}>" : Escape(value));

    /// <summary>The template with its values as plain text, without the marks of Markdown that only a program reads.</summary>
    public static string Plain(string template, IReadOnlyDictionary<LetterField, string> values) =>
        Fill(Heading().Replace(template.Replace("**", "", StringComparison.Ordinal), ""), field => values.GetValueOrDefault(field, ""));

    /// <summary>A value as Markdown shows it: as it was typed.</summary>
    public static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length + 16);
        foreach (var letter in value.ReplaceLineEndings("\n"))
        {
            // CommonMark lets every ASCII punctuation mark be escaped.
            if (char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)))
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        // Blanks at the start of a line would make a code block.
        return LineStart().Replace(escaped.ToString(), "");
    }

    private static string Fill(string template, Func<LetterField, string> value) =>
        Field().Replace(template.ReplaceLineEndings("\n"), match => ByName.TryGetValue(match.Groups["name"].Value.Trim(), out var field) ? value(field) : match.Value);

    [GeneratedRegex(@"\{(?<name>[^{}\n]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"^#{1,6}[ ]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[ \t]+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineStart();
}
