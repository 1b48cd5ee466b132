using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Matching;

/// <summary>A poser asks a team that shows itself to apply (邀請申請); once for a team and a problem.</summary>
public sealed class TeamCall : Aggregate
{
    private TeamCall()
    {
    }

    /// <summary>The poser asks.</summary>
    /// <param name="problem">A listed problem of the poser's organisation.</param>
    /// <param name="team">A team of the same round that posers may find.</param>
    /// <param name="round">Their round.</param>
    /// <param name="earlier">How many teams were asked for this problem so far.</param>
    /// <param name="hasApplied">Whether the team applied already.</param>
    /// <param name="by">The poser.</param>
    public TeamCall(Problem problem, Team team, Round round, int earlier, bool hasApplied, Actor by)
    {
        Rule.Require(TeamCallRules.ShowsItself(team, round));
        Rule.Require(TeamCallRules.HasNotApplied(hasApplied));
        Rule.Require(Entries.EntryRules.ProblemIsListed(problem));
        Rule.Require(Entries.EntryRules.DataAreUsable(problem));
        Rule.Require(Entries.EntryRules.MatchingIsOpen(round, by.At));
        Rule.Require(TeamCallRules.IsNotTooMany(earlier));
        Id = Guid.CreateVersion7(by.At);
        (ProblemId, TeamId, CalledAt) = (problem.Id, team.Id, by.At);
        Trace(by, "team.call");
    }

    /// <summary>The problem.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset CalledAt { get; private set; }
}

/// <summary>The rules of asking teams, named as sentences.</summary>
public static class TeamCallRules
{
    /// <summary>Teams asked for one problem at most (own), so that a letter stays worth reading.</summary>
    public const int Most = 20;

    /// <summary>Only teams of the round that let posers find them.</summary>
    public static BrokenRule? ShowsItself(Team team, Round round) =>
        team.ShowsToPosers && team.RoundId == round.Id ? null : new BrokenRule("call.hidden", "", "這個團隊目前沒有開放給出題單位邀請。");

    /// <summary>Who applied waits for an answer, not for a letter.</summary>
    public static BrokenRule? HasNotApplied(bool hasApplied) =>
        hasApplied ? new BrokenRule("call.applied", "", "這個團隊已經申請了這一題，請直接回覆申請。") : null;

    /// <summary>A few well chosen ones.</summary>
    public static BrokenRule? IsNotTooMany(int earlier) =>
        earlier < Most ? null : new BrokenRule("call.too-many", "", "一題最多邀請 {0} 個團隊。", Most);

    /// <summary>One letter is enough.</summary>
    public static BrokenRule AskedAlready() => new("call.again", "", "已經邀請過這個團隊。");
}
