using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Events;

/// <summary>Kinds of events (AIGO briefing: 北中南說明會, 出題工作坊, 大型輪桌接洽會).</summary>
public enum EventKind
{
    /// <summary>說明會.</summary>
    [Description("說明會")]
    Briefing,

    /// <summary>出題工作坊.</summary>
    [Description("出題工作坊")]
    Workshop,

    /// <summary>輪桌接洽會.</summary>
    [Description("輪桌接洽會")]
    RoundTable,
}

/// <summary>The life of an event.</summary>
public enum EventStatus
{
    /// <summary>Only the office sees it.</summary>
    [Description("籌備中")]
    Planned,

    /// <summary>Public; people register.</summary>
    [Description("開放報名")]
    Open,

    /// <summary>It took place.</summary>
    [Description("已辦理")]
    Held,

    /// <summary>It does not take place.</summary>
    [Description("已取消")]
    Cancelled,
}

/// <summary>What can be done to an event.</summary>
public enum EventAction
{
    /// <summary>Make it public.</summary>
    [Description("公布")]
    Publish,

    /// <summary>Say that it took place.</summary>
    [Description("結案")]
    Hold,

    /// <summary>Call it off.</summary>
    [Description("取消")]
    Cancel,
}

/// <summary>The transition table of events, in one place.</summary>
public static class EventStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static EventStatus? Following(EventStatus status, EventAction action) => (status, action) switch
    {
        (EventStatus.Planned, EventAction.Publish) => EventStatus.Open,
        (EventStatus.Open, EventAction.Hold) => EventStatus.Held,
        (EventStatus.Planned or EventStatus.Open, EventAction.Cancel) => EventStatus.Cancelled,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static EventStatus Next(EventStatus status, EventAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("event.transition", "", "活動目前是「{0}」，不能「{1}」。", status, action));

    /// <summary>Whether the office may still change it.</summary>
    public static bool CanBeEdited(this EventStatus status) => status is EventStatus.Planned or EventStatus.Open;

    /// <summary>The states everybody may read.</summary>
    public static readonly EventStatus[] Public = [EventStatus.Open, EventStatus.Held, EventStatus.Cancelled];
}

/// <summary>Where a registration stands.</summary>
public enum RegistrationStatus
{
    /// <summary>Has a place.</summary>
    [Description("已報名")]
    Registered,

    /// <summary>Waits for a place.</summary>
    [Description("候補中")]
    Waiting,

    /// <summary>Given up by the person.</summary>
    [Description("已取消報名")]
    Withdrawn,
}
