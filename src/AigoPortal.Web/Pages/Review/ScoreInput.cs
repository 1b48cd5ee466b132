using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Review;

public sealed class ScoreInput
{
    /// <summary>In the order of the panel's criteria.</summary>
    public List<int?> Scores { get; set; } = [];

    public string Comment { get; set; } = "";

    /// <summary>The conflict of interest, when the reviewer steps back.</summary>
    public string Reason { get; set; } = "";
}

public sealed class ScoreInputValidator : AbstractValidator<ScoreInput>
{
    public ScoreInputValidator(int criteria)
    {
        RuleFor(input => input.Scores).Must(scores => scores.Count == criteria).WithMessage("每項準則都要給 0 到 100 分。");
        RuleForEach(input => input.Scores).Must(score => score is >= 0 and <= 100).WithMessage("請給 0 到 100 的整數分數");
        RuleFor(input => input.Comment).NotEmpty().WithMessage("請寫下評語。").MaximumLength(8000).Sentence("最多 {0} 個字", 8000);
    }
}

public sealed class RecusalValidator : AbstractValidator<ScoreInput>
{
    public RecusalValidator() => RuleFor(input => input.Reason).NotEmpty().WithMessage("請說明利益關係，例如任職、師生或合作。")
        .MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}
