using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

public sealed class DecisionInput
{
    public Verdict? Verdict { get; set; }

    public string Reason { get; set; } = "";

    /// <summary>The level that is left vacant.</summary>
    public AwardLevel? VacancyLevel { get; set; }

    public string VacancyReason { get; set => field = Written.Text(value); } = "";
}

public sealed class DecisionInputValidator : AbstractValidator<DecisionInput>
{
    public DecisionInputValidator(ReviewStage stage)
    {
        RuleFor(input => input.Verdict).Must(verdict => verdict is { } given && Verdicts.Of(stage).Contains(given)).WithMessage("請選擇這個階段的決議結果。");
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫下決議理由，公布時會給團隊。").MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
    }
}

public sealed class VacancyValidator : AbstractValidator<DecisionInput>
{
    public VacancyValidator()
    {
        RuleFor(input => input.VacancyLevel).NotNull().WithMessage("請選擇從缺的等級");
        RuleFor(input => input.VacancyReason).NotEmpty().WithMessage("請寫明從缺的理由。").MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
