using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AigoPortal.Web.Localization;

/// <summary>The two languages. Chinese unless a person chose English: the browser's own wish is not asked.</summary>
public static class Languages
{
    public const string Chinese = "zh-Hant-TW";
    public const string English = "en";
    public const string CookieName = "aigo-language";

    /// <summary>The languages a person may get letters in, each under its own name.</summary>
    public static readonly IReadOnlyList<SelectListItem> LetterChoices = [new("中文", "zh-Hant"), new("English", English)];

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == English;

    /// <summary>Does something in a person's language, as letters are written.</summary>
    public static T Speaking<T>(string language, Func<T> act)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language == English ? English : Chinese);
            return act();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }

    public static bool Knows(string? name) => name is Chinese or English;

    public static string CookieValue(string name) => CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(name));

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Chinese).AddSupportedCultures(Chinese, English).AddSupportedUICultures(Chinese, English);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
            new CookieRequestCultureProvider { CookieName = CookieName },
        ];
    }
}
