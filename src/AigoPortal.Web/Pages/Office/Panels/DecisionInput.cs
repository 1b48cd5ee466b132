using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

public sealed class DecisionInput
{
    public Outcome? Outcome { get; set; }

    public AwardLevel? Level { get; set; }

    public string Reason { get; set; } = "";

    public static IReadOnlyList<Outcome> OutcomesOf(ReviewStage stage) => stage == ReviewStage.Concept
        ? [Domain.Reviews.Outcome.Shortlisted, Domain.Reviews.Outcome.NotShortlisted]
        : [Domain.Reviews.Outcome.Awarded, Domain.Reviews.Outcome.NotAwarded];
}

public sealed class DecisionInputValidator : AbstractValidator<DecisionInput>
{
    public DecisionInputValidator(ReviewStage stage)
    {
        RuleFor(input => input.Outcome).Must(outcome => outcome is { } given && DecisionInput.OutcomesOf(stage).Contains(given))
            .WithMessage("請選擇這個階段的決議結果。");
        RuleFor(input => input.Level).Must(level => level is { } given && Enum.IsDefined(given))
            .When(input => input.Outcome == Outcome.Awarded).WithMessage("獲獎要選擇等級");
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫下決議理由，公布時會給團隊。").MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
    }
}
