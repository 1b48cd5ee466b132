using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>The items a round's lists begin with, in the reader's language; what an officer wrote stays as written.</summary>
public static class StandardItems
{
    public static string Item(this IStringLocalizer T, string name) => name switch
    {
        "進度符合構想書" => T["進度符合構想書"],
        "資料已取得並合規使用" => T["資料已取得並合規使用"],
        "出題單位配合情形" => T["出題單位配合情形"],
        "經費使用" => T["經費使用"],
        "風險與因應" => T["風險與因應"],
        "成果報告" => T["成果報告"],
        "原始碼或模型說明" => T["原始碼或模型說明"],
        "操作手冊" => T["操作手冊"],
        "成果影片或簡報" => T["成果影片或簡報"],
        "資料使用說明" => T["資料使用說明"],
        _ => name,
    };
}
