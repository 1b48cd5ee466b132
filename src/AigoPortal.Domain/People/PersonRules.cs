using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.People;

/// <summary>The rules of people, named as sentences.</summary>
public static class PersonRules
{
    /// <summary>The most past works a person shows (own).</summary>
    public const int MostWorks = 5;

    /// <summary>The most links a person shows (own).</summary>
    public const int MostLinks = 5;

    /// <summary>Whoever forms or joins a team or applies has agreed to the notice that is in force (個人資料保護法第 8 條).</summary>
    public static BrokenRule? HasAgreed(int? agreedVersion) =>
        agreedVersion >= PrivacyNotice.Current.Version
            ? null
            : new BrokenRule("person.consent", "", "個人資料蒐集告知有新的版本，請先到「個人資料同意」頁閱讀並同意，再回來繼續。");

    /// <summary>A link leads to a page of the web, not into a program.</summary>
    public static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    /// <summary>What is shown of a person stays within its numbers, and links are links.</summary>
    public static BrokenRule? ShowsWell(IReadOnlyList<PersonWork> works, IReadOnlyList<PersonLink> links) =>
        works.Count > MostWorks || links.Count > MostLinks ? new BrokenRule("person.too-many", "", "作品最多 {0} 件，連結最多 {1} 個。", MostWorks, MostLinks)
        : works.Any(work => work.Link is not null && !IsWebAddress(work.Link)) || links.Any(link => !IsWebAddress(link.Url))
            ? new BrokenRule("person.link", "", "連結要以 http:// 或 https:// 開頭。")
            : null;
}
