using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>Countries by their ISO 3166 code, named in the reader's language.</summary>
public static class Countries
{
    public const string Taiwan = "TW";

    private static readonly string[] Codes =
    [
        "AR", "AT", "AU", "BD", "BE", "BN", "BR", "CA", "CH", "CL", "CN", "CZ", "DE", "DK", "EG", "ES", "FI", "FR", "GB", "GR", "HK", "HU", "ID", "IE", "IL", "IN",
        "IT", "JO", "JP", "KE", "KH", "KR", "LA", "LK", "LT", "LU", "MM", "MN", "MO", "MX", "MY", "NG", "NL", "NO", "NP", "NZ", "PE", "PH", "PK", "PL", "PT", "RO",
        "SA", "SE", "SG", "SZ", "TH", "TR", "UA", "US", "VN", "ZA",
    ];

    public static bool Knows(string code) => code == Taiwan || Codes.Contains(code);

    /// <summary>Taiwan first, the others by name.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IStringLocalizer<Portal> T) =>
    [
        new(Name(Taiwan, T), Taiwan),
        .. Codes.Select(code => new SelectListItem(Name(code, T), code)).OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true)),
    ];

    public static string Name(string code, IStringLocalizer<Portal> T) => code == Taiwan ? T["中華民國（臺灣）"].Value : new RegionInfo(code).DisplayName;
}
