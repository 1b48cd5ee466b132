namespace AigoPortal.Domain.Reviews;

/// <summary>The institution behind a mail address.</summary>
public static class MailDomain
{
    // Under a country's code these are kinds of institutions, not institutions.
    private static readonly HashSet<string> Kinds = new(["edu", "com", "org", "gov", "net", "ac", "co", "idv", "mil", "club", "ebiz", "game", "or", "ne", "go"], StringComparer.Ordinal);

    // Anybody can have an address there, so sharing the domain says nothing.
    private static readonly HashSet<string> Free = new(
        [
            "gmail", "googlemail", "yahoo", "ymail", "rocketmail", "hotmail", "outlook", "live", "icloud", "me", "mac", "msn", "hinet", "pchome", "proton", "protonmail",
            "aol", "gmx", "qq", "163", "126", "sina", "xuite", "seed", "giga", "zoho", "mail", "kimo", "naver", "fastmail", "yandex", "umail",
        ], StringComparer.Ordinal);

    // Names kept for examples and tests (RFC 2606): no institution stands behind them.
    private static readonly HashSet<string> Reserved = new(["test", "example", "invalid", "localhost"], StringComparer.Ordinal);

    /// <summary>The registrable part, such as <c>ntu.edu.tw</c> for <c>cs.ntu.edu.tw</c>; null for free mail and for what is no address.</summary>
    public static string? InstitutionOf(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var at = email.LastIndexOf('@');
        var labels = at < 0 ? [] : email[(at + 1)..].Trim().TrimEnd('.').ToLowerInvariant().Split('.');
        if (labels.Length < 2 || labels.Any(label => label.Length == 0) || Reserved.Contains(labels[^1]))
        {
            return null;
        }

        var taken = labels[^1].Length == 2 && labels.Length > 2 && Kinds.Contains(labels[^2]) ? 3 : 2;
        var own = labels[^taken];
        return Free.Contains(own) || (taken == 2 && labels[^1].Length == 2 && Kinds.Contains(own)) ? null : string.Join('.', labels[^taken..]);
    }
}
