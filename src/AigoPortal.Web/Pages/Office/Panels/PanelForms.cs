using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>What the forms of a panel's page send; each form sends its own part.</summary>
public sealed class PanelForms
{
    public Guid? ReviewerId { get; set; }

    public ReviewerKind? Kind { get; set; }

    public bool Chairs { get; set; }

    public List<CriterionInput> Criteria { get; set; } = [];

    public string? CompositionReason { get; set; }

    /// <summary>Criteria that were named or weighted; the empty line at the end is left out.</summary>
    public IReadOnlyList<PanelCriterion> Named() =>
    [
        .. Criteria.Where(criterion => criterion.IsGiven)
            .Select((criterion, index) => new PanelCriterion(index + 1, criterion.Name.Trim(), criterion.Weight ?? 0, criterion.Guidance.Trim())),
    ];
}

public sealed class CriterionInput
{
    public string Name { get; set; } = "";

    public int? Weight { get; set; }

    public string Guidance { get; set; } = "";

    internal bool IsGiven => Name.Trim().Length > 0 || Weight is > 0;
}

public sealed class ReviewerValidator : AbstractValidator<PanelForms>
{
    public ReviewerValidator()
    {
        RuleFor(input => input.ReviewerId).NotNull().WithMessage("請選擇審查委員");
        RuleFor(input => input.Kind).NotNull().WithMessage("請選擇委員類別").IsInEnum().WithMessage("請選擇委員類別");
    }
}

public sealed class CriteriaValidator : AbstractValidator<PanelForms>
{
    public const int Most = 12;

    public CriteriaValidator()
    {
        RuleFor(input => input.Criteria).Must(criteria => criteria.Count <= Most + 1).Sentence("最多 {0} 項準則", Most);
        RuleForEach(input => input.Criteria).ChildRules(criterion =>
        {
            criterion.RuleFor(one => one.Name).NotEmpty().When(one => one.IsGiven).WithMessage("請填寫準則名稱");
            criterion.RuleFor(one => one.Name).MaximumLength(50).Sentence("最多 {0} 個字", 50);
            criterion.RuleFor(one => one.Weight).NotNull().When(one => one.IsGiven).WithMessage("請填 1 到 100 的權重");
            criterion.RuleFor(one => one.Weight).InclusiveBetween(1, 100).When(one => one.IsGiven).WithMessage("請填 1 到 100 的權重");
            criterion.RuleFor(one => one.Guidance).MaximumLength(400).Sentence("最多 {0} 個字", 400);
        });
    }
}

public sealed class ConveneValidator : AbstractValidator<PanelForms>
{
    public ConveneValidator() => RuleFor(input => input.CompositionReason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}
