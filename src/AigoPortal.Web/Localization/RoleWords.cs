using AigoPortal.Domain.People;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>The words for roles, in the reader's language.</summary>
public static class RoleWords
{
    public static string Role(this IStringLocalizer<Portal> T, string role) => role switch
    {
        Roles.Participant => T["參賽者"],
        Roles.Poser => T["出題單位窗口"],
        Roles.Mentor => T["業師"],
        Roles.Reviewer => T["審查委員"],
        Roles.Officer => T["計畫辦公室"],
        Roles.Auditor => T["稽核"],
        Roles.Administrator => T["系統管理者"],
        _ => role,
    };
}
