using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AigoPortal.Web.Pages.Public;

/// <summary>Keeps the language and the theme a person chose. Its forms stand on every page, also on those answered from the output cache,
/// so they carry no antiforgery token; the browser itself says where a request came from.</summary>
[IgnoreAntiforgeryToken]
public sealed class PreferencesModel(TimeProvider clock) : PageModel
{
    public IActionResult OnPost(string? language, string? theme, string? returnUrl)
    {
        if (!SameOrigin.Sent(Request))
        {
            return BadRequest();
        }

        if (Languages.Knows(language))
        {
            Keep(Languages.CookieName, Languages.CookieValue(language!));
        }

        if (Theme.Knows(theme))
        {
            Keep(Theme.CookieName, theme!);
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? WithoutLanguage(returnUrl!) : "~/");
    }

    // Otherwise ?lang= in the address would win over what was just chosen.
    private static string WithoutLanguage(string url)
    {
        var parts = url.Split('?', 2);
        var query = parts.Length < 2 ? [] : parts[1].Split('&').Where(pair => !pair.StartsWith("lang=", StringComparison.OrdinalIgnoreCase)).ToList();
        return query.Count == 0 ? parts[0] : $"{parts[0]}?{string.Join('&', query)}";
    }

    private void Keep(string name, string value) => Response.Cookies.Append(name, value, new CookieOptions
    {
        Expires = clock.GetUtcNow().AddYears(1),
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = Request.IsHttps,
    });
}
