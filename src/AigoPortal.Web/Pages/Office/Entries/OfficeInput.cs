using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>What the forms of the record send.</summary>
public sealed class OfficeInput
{
    public string Reason { get; set; } = "";

    public string Mediation { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a mediation.</summary>
public sealed class MediationValidator : AbstractValidator<OfficeInput>
{
    public MediationValidator()
    {
        RuleFor(input => input.Mediation).NotEmpty().WithMessage("請寫下雙方怎麼談定的。");
        RuleFor(input => input.Mediation).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
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
