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

    public string? CompositionReason { get; set => field = value is null ? null : Written.Text(value); }

    /// <summary>The member a form is about.</summary>
    public Guid? PersonId { get; set; }

    public string ExcuseReason { get; set => field = Written.Text(value); } = "";

    public int? ReviewsPerEntry { get; set; }

    public DateTimeOffset? ScoringEndsAt { get; set; }

    public bool SharesScores { get; set; }

    /// <summary>Criteria that were named or weighted; the empty line at the end is left out.</summary>
    public IReadOnlyList<PanelCriterion> Named() => [.. Criteria.Named()];

    public PanelTerms ToTerms() => new(ReviewsPerEntry, ScoringEndsAt, SharesScores);
}

public sealed class CriterionInput
{
    public string Name { get; set => field = Written.Line(value); } = "";

    public int? Weight { get; set; }

    public string Guidance { get; set => field = Written.Text(value); } = "";

    internal bool IsGiven => Name.Length > 0 || Weight is > 0;
}

/// <summary>Criteria as lines of a form.</summary>
public static class CriterionInputs
{
    /// <summary>Criteria that were named or weighted, numbered; empty lines are left out.</summary>
    public static IEnumerable<PanelCriterion> Named(this IEnumerable<CriterionInput> criteria) => criteria.Where(criterion => criterion.IsGiven)
        .Select((criterion, index) => new PanelCriterion(index + 1, criterion.Name, criterion.Weight ?? 0, criterion.Guidance));

    /// <summary>Lines to change, and an empty one to add.</summary>
    public static List<CriterionInput> Lines(this IEnumerable<PanelCriterion> criteria) =>
        [.. criteria.OrderBy(criterion => criterion.Order).Select(criterion => new CriterionInput { Name = criterion.Name, Weight = criterion.Weight, Guidance = criterion.Guidance }), new CriterionInput()];
}

/// <summary>The shape of one criterion.</summary>
public sealed class CriterionValidator : AbstractValidator<CriterionInput>
{
    /// <summary>The most criteria a stage has (own).</summary>
    public const int Most = 12;

    public CriterionValidator()
    {
        RuleFor(one => one.Name).NotEmpty().When(one => one.IsGiven).WithMessage("請填寫準則名稱");
        RuleFor(one => one.Name).MaximumLength(50).Sentence("最多 {0} 個字", 50);
        RuleFor(one => one.Weight).NotNull().When(one => one.IsGiven).WithMessage("請填 1 到 100 的權重");
        RuleFor(one => one.Weight).InclusiveBetween(1, 100).When(one => one.IsGiven).WithMessage("請填 1 到 100 的權重");
        RuleFor(one => one.Guidance).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
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
    public CriteriaValidator()
    {
        RuleFor(input => input.Criteria).Must(criteria => criteria.Count <= CriterionValidator.Most + 1).Sentence("最多 {0} 項準則", CriterionValidator.Most);
        RuleForEach(input => input.Criteria).SetValidator(new CriterionValidator());
    }
}

public sealed class ExcuseValidator : AbstractValidator<PanelForms>
{
    public ExcuseValidator()
    {
        RuleFor(input => input.PersonId).NotNull().WithMessage("請選擇審查委員");
        RuleFor(input => input.ExcuseReason).NotEmpty().WithMessage("請寫明解任的理由。").MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}

public sealed class CompositionValidator : AbstractValidator<PanelForms>
{
    public CompositionValidator() => RuleFor(input => input.CompositionReason).NotEmpty().WithMessage("請填寫。").MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}

public sealed class ConveneValidator : AbstractValidator<PanelForms>
{
    public ConveneValidator() => RuleFor(input => input.CompositionReason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}
