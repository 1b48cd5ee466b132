using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Awards;

/// <summary>The life of a disbursement milestone (核發項目).</summary>
public enum MilestoneStatus
{
    /// <summary>Its condition is not met.</summary>
    [Description("未到期")]
    NotDue,

    /// <summary>Its condition is met; the team names payees and hands in evidence.</summary>
    [Description("待憑證")]
    Due,

    /// <summary>The office checks.</summary>
    [Description("待核銷")]
    EvidenceSubmitted,

    /// <summary>Sent back to be mended.</summary>
    [Description("退回補正")]
    Returned,

    /// <summary>One officer approved; another releases.</summary>
    [Description("待撥付")]
    Approved,

    /// <summary>In the ledger; corrected only by a reversal.</summary>
    [Description("已撥付")]
    Paid,

    /// <summary>Lost; the money is free again.</summary>
    [Description("已失權")]
    Forfeited,
}

/// <summary>What can be done to a milestone.</summary>
public enum MilestoneAction
{
    /// <summary>Its condition is met.</summary>
    [Description("到期")]
    FallDue,

    /// <summary>The team hands in evidence.</summary>
    [Description("送出憑證")]
    SubmitEvidence,

    /// <summary>An officer sends it back.</summary>
    [Description("退回")]
    Return,

    /// <summary>An officer approves.</summary>
    [Description("核准")]
    Approve,

    /// <summary>Another officer releases the payment.</summary>
    [Description("撥付")]
    Pay,

    /// <summary>A payee stated other facts after the approval; they are checked anew.</summary>
    [Description("重新核對")]
    Recheck,

    /// <summary>The payment is taken back by reversal rows and begins anew.</summary>
    [Description("沖正")]
    Reverse,

    /// <summary>The entry ended or the time ran out.</summary>
    [Description("失權")]
    Forfeit,
}

/// <summary>The transition table of milestones, in one place.</summary>
public static class MilestoneStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static MilestoneStatus? Following(MilestoneStatus status, MilestoneAction action) => (status, action) switch
    {
        (MilestoneStatus.NotDue, MilestoneAction.FallDue) => MilestoneStatus.Due,
        (MilestoneStatus.Due or MilestoneStatus.Returned, MilestoneAction.SubmitEvidence) => MilestoneStatus.EvidenceSubmitted,
        (MilestoneStatus.EvidenceSubmitted, MilestoneAction.Return) => MilestoneStatus.Returned,
        (MilestoneStatus.EvidenceSubmitted, MilestoneAction.Approve) => MilestoneStatus.Approved,
        (MilestoneStatus.Approved, MilestoneAction.Pay) => MilestoneStatus.Paid,
        (MilestoneStatus.Approved, MilestoneAction.Recheck) => MilestoneStatus.EvidenceSubmitted,
        (MilestoneStatus.Paid, MilestoneAction.Reverse) => MilestoneStatus.Returned,
        (not (MilestoneStatus.Paid or MilestoneStatus.Forfeited), MilestoneAction.Forfeit) => MilestoneStatus.Forfeited,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static MilestoneStatus Next(MilestoneStatus status, MilestoneAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("milestone.transition", "", "這筆款項目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether the team still fills in payees and evidence.</summary>
    public static bool TakesEvidence(this MilestoneStatus status) => status is MilestoneStatus.Due or MilestoneStatus.Returned;
}
