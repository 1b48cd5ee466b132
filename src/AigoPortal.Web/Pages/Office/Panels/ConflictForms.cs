using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>What the forms of the conflicts page send; each form sends its own part.</summary>
public sealed class ConflictForms
{
    public Guid? ReviewerId { get; set; }

    public string EntryCode { get; set; } = "";

    public ConflictKind? Kind { get; set; }

    public string Note { get; set; } = "";

    public Guid? ConflictId { get; set; }

    public string LiftReason { get; set; } = "";
}

public sealed class SetConflictValidator : AbstractValidator<ConflictForms>
{
    public SetConflictValidator()
    {
        RuleFor(input => input.ReviewerId).NotNull().WithMessage("請選擇審查委員");
        RuleFor(input => input.EntryCode).NotEmpty().WithMessage("請填寫案號").MaximumLength(30).Sentence("最多 {0} 個字", 30);
        RuleFor(input => input.Kind).NotNull().WithMessage("請選擇關係").IsInEnum().WithMessage("請選擇關係");
        RuleFor(input => input.Note).NotEmpty().WithMessage("請說明利益關係，例如任職、師生或合作。").MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}

public sealed class LiftConflictValidator : AbstractValidator<ConflictForms>
{
    public LiftConflictValidator() => RuleFor(input => input.LiftReason).NotEmpty().WithMessage("請寫明解除的理由。").MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}
