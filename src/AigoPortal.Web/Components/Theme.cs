namespace AigoPortal.Web.Components;

/// <summary>Light, dark, or what the device says: the person's choice, kept in a cookie.</summary>
public static class Theme
{
    public const string CookieName = "aigo-theme";

    public static bool Knows(string? name) => name is "auto" or "light" or "dark";

    public static string Of(HttpRequest request) => request.Cookies[CookieName] is { } chosen && Knows(chosen) ? chosen : "auto";
}
