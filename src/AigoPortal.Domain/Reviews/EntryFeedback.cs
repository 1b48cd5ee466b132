using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>What a team reads, after the release, of its reviewers' comments on an entry: chosen and edited by an officer. It stands beside the decision.</summary>
public sealed class EntryFeedback : Aggregate
{
    private readonly List<FeedbackComment> _comments = [];

    private EntryFeedback()
    {
    }

    /// <summary>Nothing chosen yet.</summary>
    public EntryFeedback(Guid panelId, Guid entryId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (PanelId, EntryId) = (panelId, entryId);
    }

    /// <summary>The panel.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The comments the team gets, in order.</summary>
    public IReadOnlyList<FeedbackComment> Comments => _comments;

    /// <summary>Sets what the team gets; nothing at all is possible.</summary>
    public void Choose(IReadOnlyList<FeedbackComment> comments, Actor by)
    {
        Rule.Require(FeedbackRules.SaysSomething(comments));
        Rule.Require(FeedbackRules.IsNotTooLong(comments));
        FeedbackComment[] inOrder = [.. comments.Select((comment, index) => comment with { Order = index + 1 })];
        _comments.Clear();
        _comments.AddRange(inOrder);
        Trace(by, "feedback.choose", $"{inOrder.Length}");
    }
}

/// <summary>A comment as the team gets it.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="ReviewerId">Whose it is; told to the team only in an open round.</param>
/// <param name="Text">The words, perhaps edited by the office.</param>
public sealed record FeedbackComment(int Order, Guid ReviewerId, string Text);

/// <summary>The rules of feedback, named as sentences.</summary>
public static class FeedbackRules
{
    /// <summary>The most that all comments on an entry have together, in characters (own).</summary>
    public const int Most = 12_000;

    /// <summary>A chosen comment has words.</summary>
    public static BrokenRule? SaysSomething(IReadOnlyList<FeedbackComment> comments) =>
        comments.Any(comment => string.IsNullOrWhiteSpace(comment.Text)) ? new BrokenRule("feedback.empty", "", "勾選要提供的評語不能是空白。") : null;

    /// <summary>A letter holds it.</summary>
    public static BrokenRule? IsNotTooLong(IReadOnlyList<FeedbackComment> comments) =>
        comments.Sum(comment => comment.Text.Length) <= Most ? null : new BrokenRule("feedback.long", "", "提供給團隊的評語合計最多 {0} 個字。", Most);
}
