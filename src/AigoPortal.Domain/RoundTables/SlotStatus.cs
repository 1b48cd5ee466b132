using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.RoundTables;

/// <summary>The life of a slot (輪桌時段).</summary>
public enum SlotStatus
{
    /// <summary>A team may book it.</summary>
    [Description("可預約")]
    Open,

    /// <summary>A team has it.</summary>
    [Description("已預約")]
    Booked,

    /// <summary>The poser closed it before anybody booked.</summary>
    [Description("已關閉")]
    Closed,

    /// <summary>A booked one that does not take place.</summary>
    [Description("已取消")]
    Cancelled,
}

/// <summary>What can be done to a slot.</summary>
public enum SlotAction
{
    /// <summary>A team books it.</summary>
    [Description("預約")]
    Book,

    /// <summary>The team gives it up.</summary>
    [Description("放棄預約")]
    GiveUp,

    /// <summary>The poser closes it.</summary>
    [Description("關閉")]
    Close,

    /// <summary>The poser or the office calls it off.</summary>
    [Description("取消")]
    Cancel,
}

/// <summary>The transition table of slots, in one place.</summary>
public static class SlotStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static SlotStatus? Following(SlotStatus status, SlotAction action) => (status, action) switch
    {
        (SlotStatus.Open, SlotAction.Book) => SlotStatus.Booked,
        (SlotStatus.Booked, SlotAction.GiveUp) => SlotStatus.Open,
        (SlotStatus.Open, SlotAction.Close) => SlotStatus.Closed,
        (SlotStatus.Booked, SlotAction.Cancel) => SlotStatus.Cancelled,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static SlotStatus Next(SlotStatus status, SlotAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("slot.transition", "", "時段目前是「{0}」，不能「{1}」。", status, action));
}
