using System.Security.Claims;

namespace AigoPortal.Web.Components;

/// <summary>A link of a menu; the title is a localisation key. Without a role it is for everyone.</summary>
public sealed record NavLink(string Title, string Url, string? Role = null)
{
    /// <summary>True when the path is this link's page or stands below it.</summary>
    public bool Covers(PathString path) => path.StartsWithSegments(Url, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Links of a side menu under one heading; the first group has none.</summary>
public sealed record NavGroup(string Title, params NavLink[] Links);

/// <summary>All menus of the portal, in one place.</summary>
public static class Navigation
{
    private static readonly NavLink[] All =
    [
        new NavLink("題目", "/problems"),
        new NavLink("時程", "/schedule"),
        new NavLink("活動", "/events"),
        new NavLink("成果", "/results"),
        new NavLink("實習職缺", "/jobs"),
        new NavLink("我的團隊", "/team", "Participant"),
        new NavLink("我的題目", "/poser", "Poser"),
        new NavLink("提問", "/poser/questions", "Poser"),
        new NavLink("題目優化", "/mentor", "Mentor"),
        new NavLink("審查", "/review", "Reviewer"),
        new NavLink("計畫辦公室", "/office", "Officer"),
        new NavLink("稽核", "/audit", "Auditor"),
        new NavLink("系統管理", "/admin", "Administrator"),
    ];

    public static readonly IReadOnlyList<NavGroup> Office =
    [
        new NavGroup("", new NavLink("今日", "/office")),
        new NavGroup("題目",
            new NavLink("審題", "/office/problems"),
            new NavLink("提問", "/office/questions")),
        new NavGroup("解題",
            new NavLink("團隊", "/office/teams"),
            new NavLink("媒合", "/office/matching"),
            new NavLink("解題申請案", "/office/entries"),
            new NavLink("接洽時段", "/office/slots"),
            new NavLink("合作文件", "/office/cooperation"),
            new NavLink("訪視", "/office/visits"),
            new NavLink("實習與職缺", "/office/postings")),
        new NavGroup("審查",
            new NavLink("審查會", "/office/panels")),
        new NavGroup("獎金",
            new NavLink("核銷與撥付", "/office/milestones"),
            new NavLink("匯款批次", "/office/payments"),
            new NavLink("扣繳", "/office/tax"),
            new NavLink("經費執行", "/office/budget")),
        new NavGroup("計畫",
            new NavLink("時程", "/office/rounds"),
            new NavLink("參賽資格", "/office/rounds/eligibility"),
            new NavLink("獎勵辦法", "/office/rounds/awards"),
            new NavLink("審查設定", "/office/rounds/criteria"),
            new NavLink("合作條款與清單", "/office/rounds/cooperation"),
            new NavLink("活動", "/office/events"),
            new NavLink("人員邀請", "/office/people")),
    ];

    public static IEnumerable<NavLink> For(ClaimsPrincipal person) => All.Where(link => link.Role is null || person.IsInRole(link.Role));

    /// <summary>The most exact link of a menu for a path, so that only one is current.</summary>
    public static NavLink? Current(IEnumerable<NavLink> links, PathString path) =>
        links.Where(link => link.Covers(path)).MaxBy(link => link.Url.Length);
}
