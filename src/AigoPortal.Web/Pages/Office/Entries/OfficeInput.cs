using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>What the forms of the record send.</summary>
public sealed class OfficeInput
{
    public string Reason { get; set; } = "";
}

/// <summary>The shape of a termination.</summary>
public sealed class ReasonValidator : AbstractValidator<OfficeInput>
{
    public ReasonValidator()
    {
        RuleFor(input => input.Reason).Must(reason => !string.IsNullOrWhiteSpace(reason)).WithMessage("請寫明原因。");
        RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}
