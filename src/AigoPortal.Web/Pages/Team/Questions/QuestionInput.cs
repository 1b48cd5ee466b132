using AigoPortal.Domain.Problems;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Team.Questions;

/// <summary>What a participant asks.</summary>
public sealed class QuestionInput
{
    public string Text { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class QuestionInputValidator : AbstractValidator<QuestionInput>
{
    public QuestionInputValidator()
    {
        RuleFor(input => input.Text).NotEmpty().WithMessage("請寫下問題。");
        RuleFor(input => input.Text).MaximumLength(QuestionRules.LongestText).Sentence("最多 {0} 個字。", QuestionRules.LongestText);
    }
}
