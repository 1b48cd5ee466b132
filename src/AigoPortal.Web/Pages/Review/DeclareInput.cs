using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Review;

/// <summary>What a reviewer says about the entries of one page, by their codes.</summary>
public sealed class DeclareInput
{
    public Dictionary<string, DeclaredEntry> Entries { get; set; } = [];
}

/// <summary>A reviewer's word on one entry.</summary>
public sealed class DeclaredEntry
{
    public PreferenceLevel Preference { get; set; }

    /// <summary>Whether the reviewer has a conflict of interest.</summary>
    public bool Conflicts { get; set; }

    public ConflictKind? Kind { get; set; }

    public string Note { get; set; } = "";
}

public sealed class DeclareInputValidator : AbstractValidator<DeclareInput>
{
    public DeclareInputValidator() =>
        RuleFor(input => input.Entries).Must(entries => entries.Count <= DeclareModel.EntriesAPage).Sentence("一次最多 {0} 案", DeclareModel.EntriesAPage);
}

public sealed class DeclaredEntryValidator : AbstractValidator<DeclaredEntry>
{
    public DeclaredEntryValidator()
    {
        RuleFor(entry => entry.Preference).IsInEnum().WithMessage("請選擇偏好");
        RuleFor(entry => entry.Kind).NotNull().When(entry => entry.Conflicts).WithMessage("請選擇關係");
        RuleFor(entry => entry.Kind).IsInEnum().When(entry => entry.Kind is not null).WithMessage("請選擇關係");
        RuleFor(entry => entry.Note).NotEmpty().When(entry => entry.Conflicts).WithMessage("請說明利益關係，例如任職、師生或合作。");
        RuleFor(entry => entry.Note).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
    }
}
