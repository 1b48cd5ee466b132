using AigoPortal.Domain.Problems;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Team;

/// <summary>What the forms of the milestone page take; each form fills its own part.</summary>
public sealed class MilestoneInput
{
    public const long Largest = 100_000_000;

    public List<ShareInput> Shares { get; set; } = [];

    public string Purpose { get; set; } = "";

    public long? Amount { get; set; }

    public string Number { get; set; } = "";

    public DateOnly? Date { get; set; }

    public string Vendor { get; set; } = "";

    /// <summary>統一編號 of the vendor; empty for vendors abroad and natural persons.</summary>
    public string VendorNumber { get; set; } = "";

    public long? ReceiptAmount { get; set; }

    public IFormFile? File { get; set; }

    /// <summary>The paper of the scheme that <see cref="PaperFile"/> is.</summary>
    public string Paper { get; set; } = "";

    public IFormFile? PaperFile { get; set; }
}

public sealed class ShareInput
{
    public Guid PersonId { get; set; }

    public long? Amount { get; set; }
}

public sealed class SharesValidator : AbstractValidator<MilestoneInput>
{
    public SharesValidator() => RuleForEach(input => input.Shares).ChildRules(share => share.RuleFor(each => each.Amount ?? 0)
        .InclusiveBetween(0, MilestoneInput.Largest).OverridePropertyName(nameof(ShareInput.Amount))
        .Sentence("金額要在 0 到 {0} 元之間", MilestoneInput.Largest));
}

public sealed class ExpenseValidator : AbstractValidator<MilestoneInput>
{
    public ExpenseValidator()
    {
        RuleFor(input => input.Purpose).NotEmpty().WithMessage("請填寫用途");
        RuleFor(input => input.Purpose).MaximumLength(200).Sentence("最多 {0} 個字", 200);
        RuleFor(input => input.Amount).NotNull().WithMessage("請填寫金額");
        RuleFor(input => input.Amount).InclusiveBetween(1, MilestoneInput.Largest).Sentence("金額要在 1 到 {0} 元之間", MilestoneInput.Largest);
    }
}

public sealed class PaperValidator : AbstractValidator<MilestoneInput>
{
    public PaperValidator(IReadOnlyList<string> asked)
    {
        RuleFor(input => input.Paper).Must(asked.Contains).WithMessage("請選擇文件");
        RuleFor(input => input.PaperFile).NotNull().WithMessage("請附上文件的 PDF 或照片");
    }
}

public sealed class ReceiptValidator : AbstractValidator<MilestoneInput>
{
    public ReceiptValidator()
    {
        RuleFor(input => input.Number).NotEmpty().WithMessage("請填寫單據號碼");
        RuleFor(input => input.Number).MaximumLength(50).Sentence("最多 {0} 個字", 50);
        RuleFor(input => input.Date).NotNull().WithMessage("請填寫單據日期");
        RuleFor(input => input.Date).Must(date => date is null || date.Value.Year >= 2000).WithMessage("請確認單據日期的年份");
        RuleFor(input => input.Vendor).NotEmpty().WithMessage("請填寫開立單位");
        RuleFor(input => input.Vendor).MaximumLength(200).Sentence("最多 {0} 個字", 200);
        RuleFor(input => input.VendorNumber).Must(number => string.IsNullOrWhiteSpace(number) || CompanyNumber.IsRight(CompanyNumber.Clean(number)))
            .WithMessage("統一編號不正確，請再核對一次。");
        RuleFor(input => input.ReceiptAmount).NotNull().WithMessage("請填寫金額");
        RuleFor(input => input.ReceiptAmount).InclusiveBetween(1, MilestoneInput.Largest).Sentence("金額要在 1 到 {0} 元之間", MilestoneInput.Largest);
        RuleFor(input => input.File).NotNull().WithMessage("請附上單據的 PDF 或照片");
    }
}
