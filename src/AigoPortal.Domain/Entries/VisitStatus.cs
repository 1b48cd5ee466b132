using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Entries;

/// <summary>The life of a site visit (訪視).</summary>
public enum VisitStatus
{
    /// <summary>Times are proposed; the team chooses.</summary>
    [Description("待選時間")]
    Planned,

    /// <summary>A time is agreed.</summary>
    [Description("已約定")]
    Confirmed,

    /// <summary>It took place and its result is recorded.</summary>
    [Description("已訪視")]
    Held,

    /// <summary>It does not take place.</summary>
    [Description("已取消")]
    Cancelled,
}

/// <summary>What can be done to a visit.</summary>
public enum VisitAction
{
    /// <summary>One of the proposed times is chosen.</summary>
    [Description("選定時間")]
    Choose,

    /// <summary>Other times are proposed.</summary>
    [Description("改提時間")]
    Replan,

    /// <summary>The result is recorded.</summary>
    [Description("登錄結果")]
    Hold,

    /// <summary>It is called off.</summary>
    [Description("取消")]
    Cancel,
}

/// <summary>The transition table of visits, in one place.</summary>
public static class VisitStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static VisitStatus? Following(VisitStatus status, VisitAction action) => (status, action) switch
    {
        (VisitStatus.Planned, VisitAction.Choose) => VisitStatus.Confirmed,
        (VisitStatus.Planned or VisitStatus.Confirmed, VisitAction.Replan) => VisitStatus.Planned,
        (VisitStatus.Confirmed, VisitAction.Hold) => VisitStatus.Held,
        (VisitStatus.Planned or VisitStatus.Confirmed, VisitAction.Cancel) => VisitStatus.Cancelled,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static VisitStatus Next(VisitStatus status, VisitAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("visit.transition", "", "訪視目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether it is still to come.</summary>
    public static bool IsOpen(this VisitStatus status) => status is VisitStatus.Planned or VisitStatus.Confirmed;
}

/// <summary>Who visits.</summary>
public enum VisitorKind
{
    /// <summary>計畫辦公室.</summary>
    [Description("計畫辦公室")]
    Office,

    /// <summary>專家.</summary>
    [Description("專家委員")]
    Expert,

    /// <summary>Both together.</summary>
    [Description("計畫辦公室與專家")]
    Both,
}

/// <summary>How a visit ended.</summary>
public enum VisitResult
{
    /// <summary>The progress suffices.</summary>
    [Description("通過")]
    Passed,

    /// <summary>To be looked at again.</summary>
    [Description("待改善")]
    ToImprove,
}

/// <summary>What was found at one item of the checklist.</summary>
public enum FindingMark
{
    /// <summary>As it should be.</summary>
    [Description("符合")]
    Meets,

    /// <summary>To be improved.</summary>
    [Description("待改善")]
    ToImprove,

    /// <summary>Says nothing about this entry.</summary>
    [Description("不適用")]
    NotApplicable,
}
