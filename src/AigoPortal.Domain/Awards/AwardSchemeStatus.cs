using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Awards;

/// <summary>The life of a version of a round's award scheme (獎勵辦法).</summary>
public enum AwardSchemeStatus
{
    /// <summary>An officer writes it.</summary>
    [Description("草擬中")]
    Draft,

    /// <summary>It waits for a second officer.</summary>
    [Description("待生效")]
    Proposed,

    /// <summary>New decisions go by it; it never changes.</summary>
    [Description("現行")]
    Active,

    /// <summary>A later version is in force; what was awarded under it still goes by it.</summary>
    [Description("已由新版取代")]
    Superseded,

    /// <summary>Thrown away before it came into force.</summary>
    [Description("已作廢")]
    Discarded,
}

/// <summary>What can be done to a version of an award scheme.</summary>
public enum AwardSchemeAction
{
    /// <summary>Lay it before a second officer.</summary>
    [Description("提出")]
    Propose,

    /// <summary>The second officer wants it changed.</summary>
    [Description("退回")]
    SendBack,

    /// <summary>The second officer brings it into force.</summary>
    [Description("生效")]
    Activate,

    /// <summary>A later version came into force.</summary>
    [Description("取代")]
    Supersede,

    /// <summary>Throw the draft away.</summary>
    [Description("作廢")]
    Discard,
}

/// <summary>The transition table of award schemes, in one place.</summary>
public static class AwardSchemeStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static AwardSchemeStatus? Following(AwardSchemeStatus status, AwardSchemeAction action) => (status, action) switch
    {
        (AwardSchemeStatus.Draft, AwardSchemeAction.Propose) => AwardSchemeStatus.Proposed,
        (AwardSchemeStatus.Draft, AwardSchemeAction.Discard) => AwardSchemeStatus.Discarded,
        (AwardSchemeStatus.Proposed, AwardSchemeAction.SendBack) => AwardSchemeStatus.Draft,
        (AwardSchemeStatus.Proposed, AwardSchemeAction.Activate) => AwardSchemeStatus.Active,
        (AwardSchemeStatus.Active, AwardSchemeAction.Supersede) => AwardSchemeStatus.Superseded,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static AwardSchemeStatus Next(AwardSchemeStatus status, AwardSchemeAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("scheme.transition", "", "這一版獎勵辦法目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether it is still on its way: a round has one such version at most.</summary>
    public static bool IsOpen(this AwardSchemeStatus status) => status is AwardSchemeStatus.Draft or AwardSchemeStatus.Proposed;
}
