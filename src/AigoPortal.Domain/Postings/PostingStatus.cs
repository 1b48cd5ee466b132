using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Postings;

/// <summary>What is offered (AIGO briefing, 額外獎勵誘因與實習資料工程師).</summary>
public enum PostingKind
{
    /// <summary>實習.</summary>
    [Description("實習")]
    Internship,

    /// <summary>職缺.</summary>
    [Description("職缺")]
    Job,
}

/// <summary>The life of a posting.</summary>
public enum PostingStatus
{
    /// <summary>Only its organisation and the office see it.</summary>
    [Description("草稿")]
    Draft,

    /// <summary>Public; people apply.</summary>
    [Description("開放應徵")]
    Open,

    /// <summary>Takes no more applications.</summary>
    [Description("已關閉")]
    Closed,

    /// <summary>Every opening has its person.</summary>
    [Description("已額滿")]
    Filled,
}

/// <summary>What can be done to a posting.</summary>
public enum PostingAction
{
    /// <summary>Make it public, the first time or again.</summary>
    [Description("公開")]
    Open,

    /// <summary>Take no more applications.</summary>
    [Description("關閉")]
    Close,

    /// <summary>The last opening was taken.</summary>
    [Description("額滿")]
    Fill,
}

/// <summary>The transition table of postings, in one place.</summary>
public static class PostingStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static PostingStatus? Following(PostingStatus status, PostingAction action) => (status, action) switch
    {
        (PostingStatus.Draft or PostingStatus.Closed, PostingAction.Open) => PostingStatus.Open,
        (PostingStatus.Open, PostingAction.Close) => PostingStatus.Closed,
        (PostingStatus.Open or PostingStatus.Closed, PostingAction.Fill) => PostingStatus.Filled,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static PostingStatus Next(PostingStatus status, PostingAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("posting.transition", "", "職缺目前是「{0}」，不能「{1}」。", status, action));
}

/// <summary>The life of an application (應徵).</summary>
public enum ApplicationStatus
{
    /// <summary>Waits for the poser.</summary>
    [Description("已應徵")]
    Applied,

    /// <summary>Invited to an interview.</summary>
    [Description("邀請面試")]
    Interview,

    /// <summary>Offered; the participant answers.</summary>
    [Description("已錄取")]
    Offered,

    /// <summary>The participant took it.</summary>
    [Description("已接受")]
    Accepted,

    /// <summary>Not chosen.</summary>
    [Description("未錄取")]
    Declined,

    /// <summary>The participant took the application back.</summary>
    [Description("已撤回")]
    Withdrawn,
}

/// <summary>What can be done to an application.</summary>
public enum ApplicationAction
{
    /// <summary>The poser invites to an interview.</summary>
    [Description("邀請面試")]
    Invite,

    /// <summary>The poser offers the place.</summary>
    [Description("通知錄取")]
    Offer,

    /// <summary>The poser declines.</summary>
    [Description("婉拒應徵")]
    Decline,

    /// <summary>The participant accepts the offer.</summary>
    [Description("接受錄取")]
    Accept,

    /// <summary>The participant takes it back.</summary>
    [Description("撤回應徵")]
    Withdraw,
}

/// <summary>The transition table of applications, in one place.</summary>
public static class ApplicationStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static ApplicationStatus? Following(ApplicationStatus status, ApplicationAction action) => (status, action) switch
    {
        (ApplicationStatus.Applied, ApplicationAction.Invite) => ApplicationStatus.Interview,
        (ApplicationStatus.Applied or ApplicationStatus.Interview, ApplicationAction.Offer) => ApplicationStatus.Offered,
        (ApplicationStatus.Offered, ApplicationAction.Accept) => ApplicationStatus.Accepted,
        (var living, ApplicationAction.Decline) when living.IsLiving() => ApplicationStatus.Declined,
        (var living, ApplicationAction.Withdraw) when living.IsLiving() => ApplicationStatus.Withdrawn,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static ApplicationStatus Next(ApplicationStatus status, ApplicationAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("application.transition", "", "應徵目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether anything can still become of it.</summary>
    public static bool IsLiving(this ApplicationStatus status) => status is ApplicationStatus.Applied or ApplicationStatus.Interview or ApplicationStatus.Offered;
}
