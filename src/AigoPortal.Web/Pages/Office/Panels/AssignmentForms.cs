using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The reviewers of one entry, chosen by hand.</summary>
public sealed class AssignmentInput
{
    public List<Guid> Reviewers { get; set; } = [];
}

/// <summary>What an automatic assignment is counted with.</summary>
public sealed class AutoAssignInput
{
    public int? Reviews { get; set; }

    public int? Seed { get; set; }

    /// <summary>Of the plan that was looked at.</summary>
    public string Fingerprint { get; set; } = "";
}

public sealed class AutoAssignValidator : AbstractValidator<AutoAssignInput>
{
    public AutoAssignValidator()
    {
        RuleFor(input => input.Reviews).Must(reviews => reviews is >= 1 and <= AssignmentRules.MostReviews).WithMessage("請填 1 到 20。");
        RuleFor(input => input.Seed).Must(seed => seed is null or >= 0).WithMessage("請填 0 以上的整數，或留白");
        RuleFor(input => input.Fingerprint).MaximumLength(64).Sentence("最多 {0} 個字", 64);
    }
}

/// <summary>An assignment from a spreadsheet: a file, or its lines pasted.</summary>
public sealed class ImportInput
{
    public IFormFile? File { get; set; }

    public string Lines { get; set; } = "";
}

public sealed class ImportValidator : AbstractValidator<ImportInput>
{
    public const int Longest = 2_000_000;

    public ImportValidator() => RuleFor(input => input.Lines).NotEmpty().WithMessage("請選擇檔案，或貼上案號與電子郵件").MaximumLength(Longest).Sentence("最多 {0} 個字", Longest);
}
