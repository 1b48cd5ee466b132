using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>Whether members write in a discussion.</summary>
public enum DiscussionStatus
{
    /// <summary>Members write.</summary>
    [Description("討論中")]
    Open,

    /// <summary>Members read.</summary>
    [Description("已關閉")]
    Closed,
}

/// <summary>What can be done to a discussion.</summary>
public enum DiscussionAction
{
    /// <summary>The office ends it.</summary>
    [Description("關閉討論")]
    Close,

    /// <summary>The office takes it up again.</summary>
    [Description("重新開放討論")]
    Reopen,
}

/// <summary>The transition table of discussions, in one place.</summary>
public static class DiscussionStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static DiscussionStatus? Following(DiscussionStatus status, DiscussionAction action) => (status, action) switch
    {
        (DiscussionStatus.Open, DiscussionAction.Close) => DiscussionStatus.Closed,
        (DiscussionStatus.Closed, DiscussionAction.Reopen) => DiscussionStatus.Open,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static DiscussionStatus Next(DiscussionStatus status, DiscussionAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("discussion.transition", "", "討論目前是「{0}」，不能「{1}」。", status, action));
}

/// <summary>What a panel's members say to each other about an entry; nobody outside the panel and the office reads it.</summary>
public sealed class Discussion : Aggregate
{
    private readonly List<DiscussionPost> _posts = [];

    private Discussion()
    {
    }

    /// <summary>The office opens an entry for discussion.</summary>
    public Discussion(Panel panel, Guid entryId, Actor by)
    {
        Rule.Require(DiscussionRules.PanelIsReviewing(panel.Status));
        Id = Guid.CreateVersion7(by.At);
        (PanelId, EntryId) = (panel.Id, entryId);
        Trace(by, "discussion.open");
    }

    /// <summary>The panel.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Whether members write.</summary>
    public DiscussionStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public DiscussionStatus PreviousStatus { get; private set; }

    /// <summary>The number of the newest post; they count from 1.</summary>
    public int LastNumber { get; private set; }

    /// <summary>The posts; read them by their own query, they are not loaded with the discussion.</summary>
    public IReadOnlyList<DiscussionPost> Posts => _posts;

    /// <summary>Writes a post.</summary>
    /// <param name="panel">The panel, as it stands.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="answers">The number of the post it answers.</param>
    /// <param name="mentions">Whom it names; each may read the discussion.</param>
    /// <param name="by">The author.</param>
    public DiscussionPost Write(Panel panel, string text, int? answers, IReadOnlyList<Guid> mentions, Actor by)
    {
        Rule.Require(DiscussionRules.PanelIsReviewing(panel.Status));
        Rule.Require(DiscussionRules.IsOpen(Status));
        Rule.Require(DiscussionRules.SaysSomething(text));
        LastNumber++;
        var post = new DiscussionPost(Id, LastNumber, text, answers is > 0 && answers < LastNumber ? answers : null, [.. mentions.Distinct()], by);
        _posts.Add(post);
        Trace(by, "discussion.write");
        return post;
    }

    /// <summary>The author takes a post back: its words are gone, that there was one stays.</summary>
    public void Retract(Panel panel, DiscussionPost post, Actor by)
    {
        Rule.Require(DiscussionRules.PanelIsReviewing(panel.Status));
        Rule.Require(DiscussionRules.IsOpen(Status));
        Rule.Require(DiscussionRules.IsMine(post, by.PersonId));
        post.Retract(by.At);
        Trace(by, "discussion.retract");
    }

    /// <summary>Ends it; it can still be read.</summary>
    public void Close(Actor by)
    {
        Become(DiscussionAction.Close);
        Trace(by, "discussion.close");
    }

    /// <summary>Takes it up again.</summary>
    public void Reopen(Panel panel, Actor by)
    {
        Rule.Require(DiscussionRules.PanelIsReviewing(panel.Status));
        Become(DiscussionAction.Reopen);
        Trace(by, "discussion.reopen");
    }

    private void Become(DiscussionAction action) => (PreviousStatus, Status) = (Status, DiscussionStatuses.Next(Status, action));
}

/// <summary>One post; it is never edited, only taken back.</summary>
public sealed class DiscussionPost
{
    private DiscussionPost()
    {
    }

    internal DiscussionPost(Guid discussionId, int number, string text, int? answers, IReadOnlyList<Guid> mentions, Actor by) =>
        (DiscussionId, Number, Text, Answers, Mentions, AuthorId, AuthorName, At) = (discussionId, number, text, answers, mentions, by.PersonId, by.Name, by.At);

    /// <summary>The discussion.</summary>
    public Guid DiscussionId { get; private set; }

    /// <summary>Place in the discussion, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The post it answers.</summary>
    public int? Answers { get; private set; }

    /// <summary>Who wrote.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The author's name as it stood.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>Plain text; empty once it was taken back.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Whom it names; nobody once it was taken back.</summary>
    public IReadOnlyList<Guid> Mentions { get; private set; } = [];

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    internal void Retract(DateTimeOffset at) => (Text, Mentions, RetractedAt) = ("", [], at);
}

/// <summary>How far a person has read a discussion.</summary>
/// <param name="DiscussionId">The discussion.</param>
/// <param name="PersonId">The person.</param>
public sealed record DiscussionMark(Guid DiscussionId, Guid PersonId)
{
    /// <summary>The last number read.</summary>
    public int Number { get; private set; }

    /// <summary>A mark at a number.</summary>
    public static DiscussionMark At(Guid discussionId, Guid personId, int number) => new(discussionId, personId) { Number = number };
}

/// <summary>The rules of discussions, named as sentences.</summary>
public static class DiscussionRules
{
    /// <summary>The longest post, in characters (own).</summary>
    public const int LongestText = 4000;

    /// <summary>A panel discusses while it reviews; afterwards the discussion is read only.</summary>
    public static BrokenRule? PanelIsReviewing(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("discussion.panel", "", "審查會目前是「{0}」，討論只能閱讀。", status);

    /// <summary>A closed discussion is read only.</summary>
    public static BrokenRule? IsOpen(DiscussionStatus status) =>
        status == DiscussionStatus.Open ? null : new BrokenRule("discussion.closed", "", "這一案的討論已關閉，只能閱讀。");

    /// <summary>A post has words.</summary>
    public static BrokenRule? SaysSomething(string text) =>
        string.IsNullOrWhiteSpace(text) ? new BrokenRule("discussion.empty", "Text", "請寫下意見。")
        : text.Length > LongestText ? new BrokenRule("discussion.long", "Text", "最多 {0} 個字", LongestText)
        : null;

    /// <summary>Only the author takes a post back, and once.</summary>
    public static BrokenRule? IsMine(DiscussionPost post, Guid personId) =>
        post.AuthorId != personId ? new BrokenRule("discussion.others", "", "只能收回自己的意見。")
        : post.RetractedAt is not null ? new BrokenRule("discussion.retracted", "", "這則意見已經收回了。")
        : null;
}
