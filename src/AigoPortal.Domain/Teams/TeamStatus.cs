using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Teams;

/// <summary>Where a team stands.</summary>
public enum TeamStatus
{
    /// <summary>It has its members.</summary>
    [Description("運作中")]
    Active,

    /// <summary>Its leader ended it; its members may join other teams.</summary>
    [Description("已解散")]
    Dissolved,
}

/// <summary>What can be done to a team.</summary>
public enum TeamAction
{
    /// <summary>End it before the first submission.</summary>
    [Description("解散")]
    Dissolve,
}

/// <summary>The transition table of teams, in one place.</summary>
public static class TeamStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static TeamStatus? Following(TeamStatus status, TeamAction action) => (status, action) switch
    {
        (TeamStatus.Active, TeamAction.Dissolve) => TeamStatus.Dissolved,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static TeamStatus Next(TeamStatus status, TeamAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("team.transition", "", "團隊目前是「{0}」，不能「{1}」。", status, action));
}
