using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>Where one reviewer's review of one entry stands.</summary>
public enum ReviewStatus
{
    /// <summary>To be written.</summary>
    [Description("待評分")]
    Assigned,

    /// <summary>Handed in; can be amended until the release.</summary>
    [Description("已評分")]
    Submitted,

    /// <summary>The reviewer stepped back because of a conflict of interest.</summary>
    [Description("已迴避")]
    Recused,
}

/// <summary>One reviewer's scores and comment on one entry.</summary>
public sealed class Review : Aggregate
{
    private readonly List<Score> _scores = [];

    private Review()
    {
    }

    /// <summary>Assigns an entry to a reviewer.</summary>
    public Review(Guid panelId, Guid entryId, Guid reviewerId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (PanelId, EntryId, ReviewerId) = (panelId, entryId, reviewerId);
    }

    /// <summary>The panel.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The reviewer.</summary>
    public Guid ReviewerId { get; private set; }

    /// <summary>Where it stands.</summary>
    public ReviewStatus Status { get; private set; }

    /// <summary>A score a criterion.</summary>
    public IReadOnlyList<Score> Scores => _scores;

    /// <summary>The written comment; obligatory.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>A word to the office; never shown to teams.</summary>
    public string Note { get; private set; } = "";

    /// <summary>What is written and not handed in, also while a handed-in review is amended; null when there is nothing besides what was handed in.</summary>
    public ReviewDraft? Draft { get; private set; }

    /// <summary>When the draft was last kept.</summary>
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>Weighted by the panel's criteria, 0 to 100.</summary>
    public decimal? Total { get; private set; }

    /// <summary>The conflict of interest the reviewer declared.</summary>
    public string? ConflictReason { get; private set; }

    /// <summary>When it was last handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Keeps what is written so far; what was handed in counts until it is handed in again.</summary>
    /// <param name="draft">Scores for some criteria, comment and note, as far as they are.</param>
    /// <param name="panel">Its panel.</param>
    /// <param name="by">The reviewer.</param>
    public void Write(ReviewDraft draft, Panel panel, Actor by)
    {
        Rule.Require(ReviewRules.PanelIsReviewing(panel.Status));
        Rule.Require(ReviewRules.ScoringIsOpen(panel, by.At));
        Rule.Require(ReviewRules.IsNotRecused(Status));
        Rule.Require(ReviewRules.ScoresWhatIsAsked(draft.Scores, panel));
        (Draft, WrittenAt) = (draft.Says(_scores, Comment, Note) ? null : draft, by.At);
    }

    /// <summary>Hands the review in, or amends it, until the panel's scoring ends.</summary>
    public void Submit(IReadOnlyList<Score> scores, string comment, Panel panel, Actor by, string note = "")
    {
        Rule.Require(ReviewRules.PanelIsReviewing(panel.Status));
        Rule.Require(ReviewRules.ScoringIsOpen(panel, by.At));
        Rule.Require(ReviewRules.IsNotRecused(Status));
        Rule.Require(ReviewRules.ScoresEveryCriterion(scores, panel));
        Rule.Require(ReviewRules.HasComment(comment));
        Score[] inOrder = [.. scores.OrderBy(score => score.Criterion)]; // may be this review's own list
        _scores.Clear();
        _scores.AddRange(inOrder);
        (Comment, Note, Status, SubmittedAt, Draft) = (comment, note, ReviewStatus.Submitted, by.At, null);
        Total = Scoring.Total(_scores, panel.Criteria);
        Trace(by, "review.submit");
    }

    /// <summary>Steps back because of a conflict of interest; the entry is no longer shown to the reviewer.</summary>
    public void Recuse(string reason, Panel panel, Actor by)
    {
        Rule.Require(ReviewRules.ReleaseIsAhead(panel.Status));
        Rule.Require(ReviewRules.ConflictSaysWhy(reason));
        _scores.Clear();
        (Status, ConflictReason, Total, Comment, Note, Draft) = (ReviewStatus.Recused, reason, null, "", "", null);
        Trace(by, "review.recuse", reason);
    }

    /// <summary>An officer assigns it again after the conflict of interest was lifted; it starts empty.</summary>
    public void Resume(Actor by)
    {
        Rule.Require(ReviewRules.IsRecused(Status));
        (Status, ConflictReason) = (ReviewStatus.Assigned, null);
        Trace(by, "review.resume");
    }
}

/// <summary>A review that is being written.</summary>
public sealed class ReviewDraft
{
    private readonly List<Score> _scores = [];

    private ReviewDraft()
    {
    }

    /// <summary>What is written so far.</summary>
    /// <param name="scores">Scores for some criteria.</param>
    /// <param name="comment">The comment as far as it is.</param>
    /// <param name="note">The word to the office as far as it is.</param>
    public ReviewDraft(IReadOnlyList<Score> scores, string comment, string note)
    {
        _scores.AddRange(scores.OrderBy(score => score.Criterion));
        (Comment, Note) = (comment, note);
    }

    /// <summary>Scores for some criteria.</summary>
    public IReadOnlyList<Score> Scores => _scores;

    /// <summary>The comment as far as it is.</summary>
    public string Comment { get; private set; } = "";

    /// <summary>The word to the office as far as it is.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Whether it says the same.</summary>
    public bool Says(IReadOnlyList<Score> scores, string comment, string note) =>
        _scores.SequenceEqual(scores.OrderBy(score => score.Criterion)) && Comment == comment && Note == note;
}

/// <summary>A score on one criterion.</summary>
/// <param name="Criterion">The criterion's place in the panel's list.</param>
/// <param name="Value">0 to 100.</param>
public sealed record Score(int Criterion, int Value);

/// <summary>The rules of reviewing, named as sentences.</summary>
public static class ReviewRules
{
    /// <summary>Scores are taken while the panel reviews.</summary>
    public static BrokenRule? PanelIsReviewing(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("review.closed", "", "審查會目前是「{0}」，不能評分。", status);

    /// <summary>Scores are taken until the instant the panel set.</summary>
    public static BrokenRule? ScoringIsOpen(Panel panel, DateTimeOffset at) =>
        panel.ScoringEndsAt is { } end && at >= end ? new BrokenRule("review.late", "", "評分已於 {0} 截止，不能再改。", end) : null;

    /// <summary>After the release nobody steps back any more.</summary>
    public static BrokenRule? ReleaseIsAhead(PanelStatus status) =>
        status == PanelStatus.Released ? new BrokenRule("review.released", "", "決議已公布，不能再迴避。") : null;

    /// <summary>A draft scores criteria of the panel, each at most once, from 0 to 100.</summary>
    public static BrokenRule? ScoresWhatIsAsked(IReadOnlyList<Score> scores, Panel panel) =>
        scores.All(score => score.Value is >= 0 and <= 100 && panel.Criteria.Any(criterion => criterion.Order == score.Criterion))
        && scores.DistinctBy(score => score.Criterion).Count() == scores.Count
            ? null
            : new BrokenRule("review.scores", "", "每項準則都要給 0 到 100 分。");

    /// <summary>Who stepped back does not score.</summary>
    public static BrokenRule? IsNotRecused(ReviewStatus status) =>
        status == ReviewStatus.Recused ? new BrokenRule("review.recused", "", "您已迴避這一案。") : null;

    /// <summary>Only who stepped back is assigned again.</summary>
    public static BrokenRule? IsRecused(ReviewStatus status) =>
        status == ReviewStatus.Recused ? null : new BrokenRule("review.not-recused", "", "這份評分沒有迴避，不需要重新分派。");

    /// <summary>Every criterion gets one score from 0 to 100, and nothing else gets any.</summary>
    public static BrokenRule? ScoresEveryCriterion(IReadOnlyList<Score> scores, Panel panel) =>
        scores.Count == panel.Criteria.Count
        && panel.Criteria.All(criterion => scores.Count(score => score.Criterion == criterion.Order && score.Value is >= 0 and <= 100) == 1)
            ? null
            : new BrokenRule("review.scores", "", "每項準則都要給 0 到 100 分。");

    /// <summary>The written comment is obligatory.</summary>
    public static BrokenRule? HasComment(string comment) =>
        string.IsNullOrWhiteSpace(comment) ? new BrokenRule("review.comment", "Comment", "請寫下評語。") : null;

    /// <summary>A conflict of interest is named.</summary>
    public static BrokenRule? ConflictSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("review.conflict", "Reason", "請說明利益關係，例如任職、師生或合作。") : null;
}
