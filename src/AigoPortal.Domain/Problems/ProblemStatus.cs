using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Problems;

/// <summary>The life of a problem (題目).</summary>
public enum ProblemStatus
{
    /// <summary>Being written; only its organisation sees it.</summary>
    [Description("草稿")]
    Draft,

    /// <summary>Waiting for screening (審題).</summary>
    [Description("審題中")]
    Submitted,

    /// <summary>Sent back with a reason, to be mended.</summary>
    [Description("退回補件")]
    Returned,

    /// <summary>Being sharpened with mentors (題目優化).</summary>
    [Description("優化中")]
    Optimising,

    /// <summary>Public; teams can apply.</summary>
    [Description("已上架")]
    Listed,

    /// <summary>No longer open for applications; stays public.</summary>
    [Description("已結束")]
    Closed,

    /// <summary>Not taken.</summary>
    [Description("未採用")]
    Rejected,

    /// <summary>Taken back by its organisation.</summary>
    [Description("已撤回")]
    Withdrawn,
}

/// <summary>What can be done to a problem.</summary>
public enum ProblemAction
{
    /// <summary>The poser hands it in, the first time or mended.</summary>
    [Description("送出")]
    Submit,

    /// <summary>An officer sends it back.</summary>
    [Description("退回")]
    Return,

    /// <summary>An officer takes it into the workshop.</summary>
    [Description("進入優化")]
    Optimise,

    /// <summary>An officer makes it public.</summary>
    [Description("上架")]
    List,

    /// <summary>An officer ends it.</summary>
    [Description("結束")]
    Close,

    /// <summary>An officer declines it.</summary>
    [Description("不採用")]
    Reject,

    /// <summary>The poser takes it back.</summary>
    [Description("撤回")]
    Withdraw,
}

/// <summary>The transition table of problems, in one place.</summary>
public static class ProblemStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static ProblemStatus? Following(ProblemStatus status, ProblemAction action) => (status, action) switch
    {
        (ProblemStatus.Draft or ProblemStatus.Returned, ProblemAction.Submit) => ProblemStatus.Submitted,
        (ProblemStatus.Submitted, ProblemAction.Return) => ProblemStatus.Returned,
        (ProblemStatus.Submitted, ProblemAction.Optimise) => ProblemStatus.Optimising,
        (ProblemStatus.Submitted or ProblemStatus.Optimising, ProblemAction.List) => ProblemStatus.Listed,
        (ProblemStatus.Submitted or ProblemStatus.Optimising, ProblemAction.Reject) => ProblemStatus.Rejected,
        (ProblemStatus.Listed, ProblemAction.Close) => ProblemStatus.Closed,
        (ProblemStatus.Draft or ProblemStatus.Submitted or ProblemStatus.Returned or ProblemStatus.Optimising, ProblemAction.Withdraw) => ProblemStatus.Withdrawn,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static ProblemStatus Next(ProblemStatus status, ProblemAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("problem.transition", "", "題目目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether its organisation may still change it.</summary>
    public static bool CanBeEdited(this ProblemStatus status) => status is ProblemStatus.Draft or ProblemStatus.Returned;

    /// <summary>Whether its organisation may write in it: until it is handed in, and while it is optimised.</summary>
    public static bool CanBeWritten(this ProblemStatus status) => status.CanBeEdited() || status == ProblemStatus.Optimising;

    /// <summary>Whether the office works on it before it is public.</summary>
    public static bool IsBeingScreened(this ProblemStatus status) => status is ProblemStatus.Submitted or ProblemStatus.Optimising;

    /// <summary>Whether everybody may read it.</summary>
    public static bool IsPublic(this ProblemStatus status) => status is ProblemStatus.Listed or ProblemStatus.Closed;

    /// <summary>The states everybody may read.</summary>
    public static readonly ProblemStatus[] Public = [ProblemStatus.Listed, ProblemStatus.Closed];
}
