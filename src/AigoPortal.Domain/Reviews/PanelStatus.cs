using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>The life of a review panel (審查會).</summary>
public enum PanelStatus
{
    /// <summary>Members and criteria are being chosen.</summary>
    [Description("籌備中")]
    Preparing,

    /// <summary>Announced; waits for the intake to close.</summary>
    [Description("已召集")]
    Convened,

    /// <summary>Reviewers score.</summary>
    [Description("審查中")]
    Reviewing,

    /// <summary>The decisions are known to everybody concerned.</summary>
    [Description("已公布")]
    Released,
}

/// <summary>What can be done to a panel.</summary>
public enum PanelAction
{
    /// <summary>An officer announces it.</summary>
    [Description("召集")]
    Convene,

    /// <summary>The job opens it after the intake closed.</summary>
    [Description("開始審查")]
    Open,

    /// <summary>An officer releases all decisions in one act.</summary>
    [Description("公布決議")]
    Release,
}

/// <summary>The transition table of panels, in one place.</summary>
public static class PanelStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static PanelStatus? Following(PanelStatus status, PanelAction action) => (status, action) switch
    {
        (PanelStatus.Preparing, PanelAction.Convene) => PanelStatus.Convened,
        (PanelStatus.Convened, PanelAction.Open) => PanelStatus.Reviewing,
        (PanelStatus.Reviewing, PanelAction.Release) => PanelStatus.Released,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static PanelStatus Next(PanelStatus status, PanelAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("panel.transition", "", "審查會目前是「{0}」，不能「{1}」。", status, action));
}
