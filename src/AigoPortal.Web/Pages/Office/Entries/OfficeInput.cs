using System.ComponentModel;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>How a visit ended.</summary>
public enum VisitResult
{
    /// <summary>The progress suffices.</summary>
    [Description("通過")]
    Passed,

    /// <summary>To be repeated.</summary>
    [Description("待改善")]
    ToImprove,
}

/// <summary>What the forms of the record send.</summary>
public sealed class OfficeInput
{
    public DateOnly? VisitedOn { get; set; }

    public string Visitor { get; set; } = "";

    public string Notes { get; set; } = "";

    public VisitResult? Passed { get; set; }

    public string Reason { get; set; } = "";

    public string Mediation { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a visit.</summary>
public sealed class VisitValidator : AbstractValidator<OfficeInput>
{
    public VisitValidator(DateTimeOffset now)
    {
        RuleFor(input => input.VisitedOn).NotNull().WithMessage("請填寫訪視日期");
        RuleFor(input => input.VisitedOn).Must(day => day is null || (day <= Taipei.DateOf(now) && day.Value.Year > 2000)).WithMessage("訪視日期不能晚於今天");
        RuleFor(input => input.Visitor).Must(name => !string.IsNullOrWhiteSpace(name)).WithMessage("請填寫訪視人員");
        RuleFor(input => input.Visitor).MaximumLength(200).Sentence("最多 {0} 個字", 200);
        RuleFor(input => input.Notes).Must(notes => !string.IsNullOrWhiteSpace(notes)).WithMessage("請寫下訪視意見，團隊會看到");
        RuleFor(input => input.Notes).MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
        RuleFor(input => input.Passed).Must(result => result is { } known && Enum.IsDefined(known)).WithMessage("請選擇訪視結果");
    }
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
