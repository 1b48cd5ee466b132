using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>The life of a review meeting (審查會議).</summary>
public enum MeetingStatus
{
    /// <summary>Arranged; not begun.</summary>
    [Description("已安排")]
    Planned,

    /// <summary>It is on.</summary>
    [Description("進行中")]
    Running,

    /// <summary>Interrupted.</summary>
    [Description("休息中")]
    Paused,

    /// <summary>Over; the minutes are final.</summary>
    [Description("已結束")]
    Ended,
}

/// <summary>What can be done to a meeting.</summary>
public enum MeetingAction
{
    /// <summary>The office opens it.</summary>
    [Description("開始會議")]
    Start,

    /// <summary>The office interrupts it.</summary>
    [Description("暫停會議")]
    Pause,

    /// <summary>The office goes on.</summary>
    [Description("繼續會議")]
    Resume,

    /// <summary>The office closes it.</summary>
    [Description("結束會議")]
    End,
}

/// <summary>The transition table of meetings, in one place.</summary>
public static class MeetingStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static MeetingStatus? Following(MeetingStatus status, MeetingAction action) => (status, action) switch
    {
        (MeetingStatus.Planned, MeetingAction.Start) => MeetingStatus.Running,
        (MeetingStatus.Running, MeetingAction.Pause) => MeetingStatus.Paused,
        (MeetingStatus.Paused, MeetingAction.Resume) => MeetingStatus.Running,
        (MeetingStatus.Running or MeetingStatus.Paused, MeetingAction.End) => MeetingStatus.Ended,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static MeetingStatus Next(MeetingStatus status, MeetingAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("meeting.transition", "", "會議目前是「{0}」，不能「{1}」。", status, action));
}
