using AigoPortal.Domain.Problems;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>What a draft has to keep to: lengths as the database has them, and right shapes.</summary>
public sealed class ProblemInputValidator : AbstractValidator<ProblemInput>
{
    internal const int MostDataSets = 20;

    public ProblemInputValidator()
    {
        RuleFor(input => input.OrganisationName).NotEmpty().WithMessage("請填寫出題單位名稱，草稿也需要。");
        RuleFor(input => input.OrganisationKind).NotNull().WithMessage("請選擇出題單位類型，草稿也需要。");
        RuleFor(input => input.OrganisationName).AtMost(200);
        RuleFor(input => input.CompanyNumber).Must(number => number.Length == 0 || CompanyNumber.IsRight(number)).WithMessage("統一編號是 8 碼數字，請檢查有沒有打錯。");
        RuleFor(input => input.ContactName).AtMost(100);
        RuleFor(input => input.ContactPhone).AtMost(50);
        RuleFor(input => input.ContactEmail).AtMost(256);
        RuleFor(input => input.ContactEmail).EmailAddress().When(input => input.ContactEmail.Length > 0).WithMessage("Email 格式不對，例：name@example.com");
        RuleFor(input => input.Title).AtMost(200);
        RuleFor(input => input.Summary).AtMost(1000);
        RuleFor(input => input.Detail).AtMost(20000);
        RuleFor(input => input.Technology).Must(name => name.Length == 0 || Vocabulary.Technologies.Has(name)).WithMessage("請從清單中選擇。");
        RuleFor(input => input.Industry).Must(name => name.Length == 0 || Vocabulary.Industries.Has(name)).WithMessage("請從清單中選擇。");
        RuleFor(input => input.Region).Must(name => name.Length == 0 || Vocabulary.Regions.Has(name)).WithMessage("請從清單中選擇。");
        RuleFor(input => input.TargetMetric).AtMost(200);
        RuleFor(input => input.TargetValue).Must(value => value is null or (>= 0 and < 100_000_000_000m)).WithMessage("請填 0 到 1,000 億之間的數值。");
        RuleFor(input => input.TargetValue).Must(value => value is null || decimal.Round(value.Value, 4) == value).WithMessage("小數最多四位。");
        RuleFor(input => input.TargetUnit).AtMost(30);
        RuleFor(input => input.DataSetType).AtMost(200);
        RuleFor(input => input.ReadinessDetail).AtMost(4000);
        RuleFor(input => input.DataSets).Must(sets => sets.Count <= MostDataSets).Sentence("資料內容最多 {0} 筆。", MostDataSets);
        RuleForEach(input => input.DataSets).SetValidator(new DataSetInputValidator());
        RuleFor(input => input.Resources).AtMost(4000);
        RuleFor(input => input.IncentiveCash).Must(cash => cash is null or (>= 0 and <= 1_000_000_000)).WithMessage("請填 0 到 10 億元之間的金額。");
        RuleFor(input => input.Vacancies).Must(people => people is null or (>= 0 and <= 999)).WithMessage("請填 0 到 999 人。");
        RuleFor(input => input.Internships).Must(people => people is null or (>= 0 and <= 999)).WithMessage("請填 0 到 999 人。");
        RuleFor(input => input.IncentiveNote).AtMost(1000);
        RuleFor(input => input.Confidential).AtMost(20000);
        RuleFor(input => input.Attachments).Must(files => files.Count <= ProblemRules.MostAttachments).Sentence("附件最多 {0} 個。", ProblemRules.MostAttachments);
    }
}

/// <summary>Shapes of one data set.</summary>
public sealed class DataSetInputValidator : AbstractValidator<DataSetInput>
{
    public DataSetInputValidator()
    {
        RuleFor(set => set.Name).AtMost(200);
        RuleFor(set => set.Fields).AtMost(1000);
        RuleFor(set => set.Encoding).AtMost(100);
        RuleFor(set => set.FileType).AtMost(100);
        RuleFor(set => set.Volume).AtMost(100);
        RuleFor(set => set.To).Must((set, to) => to is null || set.From is null || to >= set.From).WithMessage("結束日不能早於開始日。");
    }
}

/// <summary>What has to be filled in before a problem can be handed in.</summary>
public sealed class CompleteProblemValidator : AbstractValidator<ProblemInput>
{
    public CompleteProblemValidator()
    {
        RuleFor(input => input.CompanyNumber).NotEmpty().When(input => input.OrganisationKind == OrganisationKind.Industry).WithMessage("請填寫統一編號，送出題目前需要。");
        RuleFor(input => input.ContactName).NotEmpty().WithMessage("請填寫聯繫窗口。");
        RuleFor(input => input.ContactPhone).NotEmpty().WithMessage("請填寫聯繫方式。");
        RuleFor(input => input.ContactEmail).NotEmpty().WithMessage("請填寫窗口的 Email。");
        RuleFor(input => input.Title).NotEmpty().WithMessage("請填寫題目名稱。");
        RuleFor(input => input.Summary).NotEmpty().WithMessage("請填寫題目摘要。");
        RuleFor(input => input.Detail).NotEmpty().WithMessage("請填寫題目細節。");
        RuleFor(input => input.Technology).NotEmpty().WithMessage("請選擇技術分類。");
        RuleFor(input => input.Industry).NotEmpty().WithMessage("請選擇行業領域。");
        RuleFor(input => input.TargetMetric).NotEmpty().WithMessage("請寫出可以量測的指標，例：偵測腫瘤正確率。");
        RuleFor(input => input.TargetValue).NotNull().WithMessage("請填寫期望成果的數值。");
        RuleFor(input => input.DataSetType).NotEmpty().WithMessage("請填寫資料集型態。");
        RuleFor(input => input.ReadinessDetail).NotEmpty().WithMessage("請說明資料整理到什麼程度。");
        RuleFor(input => input.DataSets).Must((input, _) => input.FilledDataSets().Any() || input.Readiness == DataReadiness.None)
            .WithMessage("請至少填寫一筆資料內容；若尚無有效資料，請在資料就緒度選「尚無有效資料」。");
        RuleForEach(input => input.DataSets).SetValidator(new CompleteDataSetValidator());
        RuleFor(input => input.Resources).NotEmpty().WithMessage("請填寫可提供之解題資源。");
        RuleFor(input => input.Briefing).Must((input, _) => input.BriefingFileId is not null).WithMessage("請上傳出題說明簡報。");
    }
}

/// <summary>What a data set that was begun has to say.</summary>
public sealed class CompleteDataSetValidator : AbstractValidator<DataSetInput>
{
    public CompleteDataSetValidator() => When(set => !set.IsEmpty, () =>
    {
        RuleFor(set => set.Name).NotEmpty().WithMessage("請填寫資料名稱。");
        RuleFor(set => set.Fields).NotEmpty().WithMessage("請填寫資料欄位名稱。");
        RuleFor(set => set.FileType).NotEmpty().WithMessage("請填寫檔案類型。");
        RuleFor(set => set.Volume).NotEmpty().WithMessage("請填寫資料量，例：900 GB。");
    });
}

internal static class Lengths
{
    public static IRuleBuilderOptions<T, string> AtMost<T>(this IRuleBuilder<T, string> rule, int letters) =>
        rule.MaximumLength(letters).Sentence("最多 {0} 個字。", letters);
}
