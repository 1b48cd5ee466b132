using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Pages.Review;

public sealed class ScoreInput
{
    /// <summary>The longest comment, in characters.</summary>
    public const int LongestComment = 8000;

    /// <summary>The longest word to the office, in characters.</summary>
    public const int LongestNote = 4000;

    /// <summary>The version the form was filled from.</summary>
    public Guid? Version { get; set; }

    /// <summary>In the order of the panel's criteria.</summary>
    public List<int?> Scores { get; set; } = [];

    public string Comment { get; set => field = Written.Text(value); } = "";

    /// <summary>A word to the office.</summary>
    public string Note { get; set => field = Written.Text(value); } = "";

    /// <summary>What ties the reviewer to the entry, when they step back.</summary>
    public ConflictKind? Kind { get; set; }

    /// <summary>The conflict of interest in words.</summary>
    public string Reason { get; set => field = Written.Text(value); } = "";

    /// <summary>Shows what is being written, or else what was handed in.</summary>
    public void Take(Scored review, IReadOnlyList<PanelCriterion> criteria)
    {
        var scores = review.Draft?.Scores ?? review.Scores;
        Scores = [.. criteria.Select(criterion => scores.FirstOrDefault(score => score.Criterion == criterion.Order)?.Value)];
        (Comment, Note, Version) = (review.Draft?.Comment ?? review.Comment, review.Draft?.Note ?? review.Note, review.Version);
    }
}

/// <summary>A draft may lack anything, but no score is beyond the scale and nothing is too long.</summary>
public sealed class ScoreDraftValidator : AbstractValidator<ScoreInput>
{
    public ScoreDraftValidator(int criteria)
    {
        RuleFor(input => input.Scores).Must(scores => scores.Count <= criteria).WithMessage("每項準則都要給 0 到 100 分。");
        RuleForEach(input => input.Scores).Must(score => score is null or (>= 0 and <= 100)).WithMessage("請給 0 到 100 的整數分數");
        RuleFor(input => input.Comment).MaximumLength(ScoreInput.LongestComment).Sentence("最多 {0} 個字", ScoreInput.LongestComment);
        RuleFor(input => input.Note).MaximumLength(ScoreInput.LongestNote).Sentence("最多 {0} 個字", ScoreInput.LongestNote);
    }
}

/// <summary>Every criterion has a score, and there is a comment.</summary>
public sealed class ScoreInputValidator : AbstractValidator<ScoreInput>
{
    public ScoreInputValidator(int criteria)
    {
        RuleFor(input => input.Scores).Must(scores => scores.Count == criteria).WithMessage("每項準則都要給 0 到 100 分。");
        RuleForEach(input => input.Scores).Must(score => score is >= 0 and <= 100).WithMessage("請給 0 到 100 的整數分數");
        RuleFor(input => input.Comment).NotEmpty().WithMessage("請寫下評語。").MaximumLength(ScoreInput.LongestComment).Sentence("最多 {0} 個字", ScoreInput.LongestComment);
        RuleFor(input => input.Note).MaximumLength(ScoreInput.LongestNote).Sentence("最多 {0} 個字", ScoreInput.LongestNote);
    }
}

public sealed class RecusalValidator : AbstractValidator<ScoreInput>
{
    public RecusalValidator()
    {
        RuleFor(input => input.Kind).NotNull().WithMessage("請選擇利益關係的種類").IsInEnum().WithMessage("請選擇利益關係的種類");
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請說明利益關係，例如任職、師生或合作。")
            .MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
