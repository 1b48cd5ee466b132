using System.ComponentModel;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>The life of an appeal (申覆).</summary>
public enum AppealStatus
{
    /// <summary>Waits for the office's answer.</summary>
    [Description("待答覆")]
    Filed,

    /// <summary>The team is right.</summary>
    [Description("申覆成立")]
    Upheld,

    /// <summary>The decision stands.</summary>
    [Description("申覆駁回")]
    Dismissed,
}

/// <summary>What can be done to an appeal.</summary>
public enum AppealAction
{
    /// <summary>The office finds for the team.</summary>
    [Description("成立")]
    Uphold,

    /// <summary>The office lets the decision stand.</summary>
    [Description("駁回")]
    Dismiss,
}

/// <summary>The transition table of appeals, in one place.</summary>
public static class AppealStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static AppealStatus? Following(AppealStatus status, AppealAction action) => (status, action) switch
    {
        (AppealStatus.Filed, AppealAction.Uphold) => AppealStatus.Upheld,
        (AppealStatus.Filed, AppealAction.Dismiss) => AppealStatus.Dismissed,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static AppealStatus Next(AppealStatus status, AppealAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("appeal.transition", "", "這件申覆目前是「{0}」，不能再答覆。", status));
}

/// <summary>A team's appeal against a released decision; one an entry and stage (own).</summary>
public sealed class Appeal : Aggregate
{
    private Appeal()
    {
    }

    /// <summary>The team's leader files it within the period.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="panel">The panel that decided on it.</param>
    /// <param name="team">The entry's team.</param>
    /// <param name="reasons">Why, at most 2,000 characters.</param>
    /// <param name="fileId">A file that goes with it, if any.</param>
    /// <param name="by">The leader.</param>
    public Appeal(Entry entry, Panel panel, Team team, string reasons, Guid? fileId, Actor by)
    {
        Rule.Require(EntryRules.IsLeader(team, by.PersonId));
        Rule.Require(AppealRules.DecidedOn(panel, entry.Id));
        Rule.Require(AppealRules.IsInTime(panel, by.At));
        Rule.Require(AppealRules.SaysWhy(reasons));
        Id = Guid.CreateVersion7(by.At);
        (EntryId, PanelId, Stage, Reasons, FileId, FiledBy, FiledAt) = (entry.Id, panel.Id, panel.Stage, reasons, fileId, by.PersonId, by.At);
        Status = PreviousStatus = AppealStatus.Filed;
        Trace(by, "appeal.file", entry.Code);
    }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The panel that decided.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>The stage of the decision.</summary>
    public ReviewStage Stage { get; private set; }

    /// <summary>Where it is.</summary>
    public AppealStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public AppealStatus PreviousStatus { get; private set; }

    /// <summary>Why the team appeals.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>The team's file, if there is one.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>The leader who filed it.</summary>
    public Guid FiledBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>The office's answer, for the team.</summary>
    public string Answer { get; private set; } = "";

    /// <summary>What follows from an appeal that was upheld, in words (own).</summary>
    public string Consequence { get; private set; } = "";

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The first instant at which no appeal is taken any more: the end, in Taipei, of the last day of the period.</summary>
    /// <param name="releasedAt">When the decisions became known.</param>
    /// <param name="days">Days after that day.</param>
    public static DateTimeOffset PeriodEnd(DateTimeOffset releasedAt, int days) => Taipei.EndOf(Taipei.DateOf(releasedAt).AddDays(days));

    /// <summary>An officer finds for the team and says what follows.</summary>
    public void Uphold(string answer, string consequence, Actor by)
    {
        Rule.Require(AppealRules.AnswerSaysWhy(answer));
        Rule.Require(AppealRules.SaysWhatFollows(consequence));
        Become(AppealAction.Uphold);
        (Answer, Consequence, AnsweredAt) = (answer, consequence, by.At);
        Trace(by, "appeal.uphold", $"{answer} → {consequence}");
    }

    /// <summary>An officer lets the decision stand.</summary>
    public void Dismiss(string answer, Actor by)
    {
        Rule.Require(AppealRules.AnswerSaysWhy(answer));
        Become(AppealAction.Dismiss);
        (Answer, AnsweredAt) = (answer, by.At);
        Trace(by, "appeal.dismiss", answer);
    }

    private void Become(AppealAction action) => (PreviousStatus, Status) = (Status, AppealStatuses.Next(Status, action));
}

/// <summary>The rules of appeals, named as sentences.</summary>
public static class AppealRules
{
    /// <summary>An appeal is against a decision that is known.</summary>
    public static BrokenRule? DecidedOn(Panel panel, Guid entryId) =>
        panel.Status == PanelStatus.Released && panel.Decisions.Any(decision => decision.EntryId == entryId)
            ? null
            : new BrokenRule("appeal.nothing", "", "這一案還沒有公布的決議。");

    /// <summary>Within the period; at its end it is over.</summary>
    public static BrokenRule? IsInTime(Panel panel, DateTimeOffset now) =>
        panel.AppealsUntil is not { } until ? new BrokenRule("appeal.no-period", "", "這個決議沒有申覆期間。")
        : now < until ? null
        : new BrokenRule("appeal.late", "", "申覆期間已於 {0} 截止。", until);

    /// <summary>Reasons are given.</summary>
    public static BrokenRule? SaysWhy(string reasons) =>
        string.IsNullOrWhiteSpace(reasons) ? new BrokenRule("appeal.reasons", "Reasons", "請寫明申覆的理由。") : null;

    /// <summary>The answer is explained.</summary>
    public static BrokenRule? AnswerSaysWhy(string answer) =>
        string.IsNullOrWhiteSpace(answer) ? new BrokenRule("appeal.answer", "Answer", "請寫明答覆的理由，會寄給團隊。") : null;

    /// <summary>An appeal that is upheld has a consequence.</summary>
    public static BrokenRule? SaysWhatFollows(string consequence) =>
        string.IsNullOrWhiteSpace(consequence) ? new BrokenRule("appeal.consequence", "Consequence", "申覆成立時，請寫明後續怎麼處理。") : null;

    /// <summary>One an entry and stage.</summary>
    public static BrokenRule FiledAlready() => new("appeal.filed-already", "", "這個階段已經提出過申覆。");
}
