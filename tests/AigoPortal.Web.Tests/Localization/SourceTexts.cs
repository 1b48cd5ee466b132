using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AigoPortal.Web.Tests.Localization;

/// <summary>Every text the source shows to people, with the file it stands in.</summary>
internal static partial class SourceTexts
{
    public static readonly string Root = FindRoot();

    public static IEnumerable<(string Key, string File)> Keys() =>
        Files("*.cs").SelectMany(file => KeysOf(CodeKeys(), file)).Concat(Files("*.cshtml").SelectMany(file =>
            KeysOf(CodeKeys(), file).Concat(KeysOf(AttributeKeys(), file).Where(key => HasChinese(key.Key)))));

    public static IReadOnlyDictionary<string, string> English()
    {
        var file = XDocument.Load(Path.Combine(Root, "src", "AigoPortal.Web", "Resources", "Portal.en.resx"));
        return file.Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
    }

    /// <summary>Chinese on a page that no key brings into the other language.</summary>
    public static IEnumerable<(string Text, string File)> Untranslated() => Files("*.cshtml").SelectMany(file =>
    {
        var text = Ignored().Replace(CodeKeys().Replace(AttributeKeys().Replace(File.ReadAllText(file), ""), ""), "");
        return Chinese().Matches(text).Select(match => (match.Value, Path.GetRelativePath(Root, file)));
    });

    public static bool HasChinese(string text) => Chinese().IsMatch(text);

    public static string[] Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static IEnumerable<(string Key, string File)> KeysOf(Regex regex, string file) =>
        regex.Matches(File.ReadAllText(file)).Select(match => (Unescape(match.Groups["key"].Value), Path.GetRelativePath(Root, file)))
            .Where(key => key.Item1.Length > 0);

    private static string Unescape(string literal) => Regex.Unescape(literal);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AigoPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("AigoPortal.sln stands in no folder above the tests.");
    }

    // T["…"], T["…", n], T.Sentence("…"), Say("…"), Refuse(field, "…"), AddFailure(field, "…"), .Sentence("…"), .WithMessage("…"), [Description("…")], NavLink/NavGroup("…"), new LetterText(subject, body), new BrokenRule(code, field, "…"), also as new(…).
    [GeneratedRegex("""(?:\bT\[|\bT\??\.(?:Say|Sentence)\(|\bSay\(|\.Sentence\(|\.WithMessage\(|\bDescription\(|\bnew Nav(?:Link|Group)\(|\bnew StepLine\(|\b(?:Refuse|AddFailure)\([^,]+,|(?<=\bnew LetterText\(\s*|\bnew LetterText\(\s*"[^"]*",\s*)|\bnew BrokenRule\(\s*[^,]+,\s*[^,]+,|\bnew\(\s*"[^"]+",\s*[^,]+,)\s*"(?<key>(?:[^"\\]|\\.)*)"(?!\s*\+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeKeys();

    [GeneratedRegex("""\s(?:label|hint|example|title|caption|note|unit|text)="(?<key>[^"@]+)"(?=[\s/>])""", RegexOptions.ExplicitCapture)]
    private static partial Regex AttributeKeys();

    // Comments, and words that are shown in their own language on purpose.
    [GeneratedRegex("""@\*.*?\*@|<!--.*?-->|^\s*//[^\n]*$|lang="zh[^"]*">[^<]*<""", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Ignored();

    [GeneratedRegex("""[\u4e00-\u9fff]+""")]
    private static partial Regex Chinese();

    [GeneratedRegex("""\{\d+\}""")]
    private static partial Regex Placeholder();
}
