using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Validation;
using FluentValidation;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>A version of an award scheme as a form; rows left empty are left out.</summary>
public sealed class AwardSchemeInput
{
    private const int EmptyItems = 2;

    public Guid Version { get; set; }

    public long? Budget { get; set; }

    public long? CapPerEntry { get; set; }

    public List<AwardItemInput> Items { get; set; } = [];

    public List<RateInput> Rates { get; set; } = [];

    /// <summary>Why it is sent back.</summary>
    public string Reason { get; set => field = Written.Text(value); } = "";

    /// <summary>A version's terms, with empty rows to add.</summary>
    public static AwardSchemeInput Of(AwardScheme scheme) => new()
    {
        Version = scheme.Version,
        Budget = scheme.Budget.Dollars,
        CapPerEntry = scheme.CapPerEntry.Dollars,
        Items = [.. scheme.Items.OrderBy(item => item.Order).Select(AwardItemInput.Of), .. Enumerable.Range(0, EmptyItems).Select(_ => new AwardItemInput())],
        Rates = [.. scheme.Withholding.Select(RateInput.Of), new RateInput()],
    };

    public AwardSchemeTerms ToTerms() => new(
        new Twd(Budget!.Value), new Twd(CapPerEntry!.Value), [.. Items.Where(item => item.IsGiven).Select(item => item.ToItem())], [.. Rates.Where(rate => rate.IsGiven).Select(rate => rate.ToRule())]);
}

/// <summary>One amount as a row of the form.</summary>
public sealed class AwardItemInput
{
    public int? Order { get; set; }

    public AwardTier? Tier { get; set; }

    public AwardLevel? Level { get; set; }

    public string Name { get; set => field = Written.Line(value); } = "";

    public long? Amount { get; set; }

    public ReleaseCondition? Condition { get; set; }

    public bool NeedsEvidence { get; set; }

    public int? EvidenceDays { get; set; } = EvidenceTerms.UsualDays;

    /// <summary>Further papers, one a line.</summary>
    public string Papers { get; set => field = Written.Text(value); } = "";

    public bool AllowsLegalEntity { get; set; }

    public string IncomeCode { get; set => field = Written.Line(value); } = EvidenceTerms.PrizeIncome;

    internal bool IsGiven => Name.Length > 0 || Amount is not null;

    internal IReadOnlyList<string> PaperNames => Papers.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public static AwardItemInput Of(AwardItem item) => new()
    {
        Order = item.Order,
        Tier = item.Tier,
        Level = item.Level,
        Name = item.Name,
        Amount = item.Amount.Dollars,
        Condition = item.Condition,
        NeedsEvidence = item.NeedsEvidence,
        EvidenceDays = item.EvidenceDays,
        Papers = string.Join('\n', item.Papers),
        AllowsLegalEntity = item.AllowsLegalEntity,
        IncomeCode = item.IncomeCode,
    };

    public AwardItem ToItem() => new(
        Order!.Value, Tier!.Value, Level, Name, new Twd(Amount!.Value), Condition!.Value, NeedsEvidence, new EvidenceTerms(EvidenceDays!.Value, PaperNames, AllowsLegalEntity, IncomeCode));
}

/// <summary>A tax rate as a row of the form.</summary>
public sealed class RateInput
{
    public TaxStatus? Status { get; set; }

    /// <summary>Percent: 10 for 10%.</summary>
    public decimal? Percent { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public long? Threshold { get; set; }

    internal bool IsGiven => Percent is not null || ValidFrom is not null;

    public static RateInput Of(WithholdingRule rule) => new()
    {
        Status = rule.Status,
        Percent = decimal.Parse((rule.Rate * 100).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture),
        ValidFrom = rule.ValidFrom,
        Threshold = rule.Threshold.Dollars,
    };

    public WithholdingRule ToRule() => new(Status!.Value, Percent!.Value / 100, ValidFrom!.Value, new Twd(Threshold ?? 0));
}

/// <summary>The shape of a scheme; whether it makes sense is asked when it is proposed.</summary>
public sealed class AwardSchemeValidator : AbstractValidator<AwardSchemeInput>
{
    /// <summary>The largest amount the form takes (own).</summary>
    public const long Largest = 100_000_000_000;

    private const int MostRows = 40;

    public AwardSchemeValidator()
    {
        RuleFor(input => input.Budget).NotNull().WithMessage("請填數字。").InclusiveBetween(0, Largest).WithMessage("金額請填 0 到 1,000 億。");
        RuleFor(input => input.CapPerEntry).NotNull().WithMessage("請填數字。").InclusiveBetween(0, Largest).WithMessage("金額請填 0 到 1,000 億。");
        RuleFor(input => input.Items).Must(items => items.Count <= MostRows).Sentence("最多 {0} 列", MostRows);
        RuleFor(input => input.Rates).Must(rates => rates.Count <= MostRows).Sentence("最多 {0} 列", MostRows);
        RuleForEach(input => input.Items).SetValidator(new AwardItemValidator());
        RuleForEach(input => input.Rates).SetValidator(new RateValidator());
    }
}

/// <summary>The shape of one amount.</summary>
public sealed class AwardItemValidator : AbstractValidator<AwardItemInput>
{
    private const int LongestPaper = 100;

    public AwardItemValidator()
    {
        RuleFor(item => item.Name).MaximumLength(100).Sentence("最多 {0} 個字", 100);
        RuleFor(item => item.Papers).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
        RuleFor(item => item.IncomeCode).MaximumLength(3).Sentence("最多 {0} 個字", 3);
        When(item => item.IsGiven, () =>
        {
            RuleFor(item => item.Order).NotNull().WithMessage("請填數字。").InclusiveBetween(1, 999).WithMessage("順序請填 1 到 999。");
            RuleFor(item => item.Tier).NotNull().WithMessage("請選擇獎項類別").IsInEnum().WithMessage("請選擇獎項類別");
            RuleFor(item => item.Level).IsInEnum().WithMessage("請選擇等級");
            RuleFor(item => item.Name).NotEmpty().WithMessage("請填寫名稱");
            RuleFor(item => item.Amount).NotNull().WithMessage("請填數字。").InclusiveBetween(0, AwardSchemeValidator.Largest).WithMessage("金額請填 0 到 1,000 億。");
            RuleFor(item => item.Condition).NotNull().WithMessage("請選擇核發條件").IsInEnum().WithMessage("請選擇核發條件");
            RuleFor(item => item.EvidenceDays).NotNull().WithMessage("請填數字。");
            RuleFor(item => item.Papers).Must((item, _) => item.PaperNames.All(paper => paper.Length <= LongestPaper)).Sentence("每一行最多 {0} 個字", LongestPaper);
        });
    }
}

/// <summary>The shape of one rate.</summary>
public sealed class RateValidator : AbstractValidator<RateInput>
{
    public RateValidator() => When(rate => rate.IsGiven, () =>
    {
        RuleFor(rate => rate.Status).NotNull().WithMessage("請選擇身分").IsInEnum().WithMessage("請選擇身分");
        RuleFor(rate => rate.Percent).NotNull().WithMessage("扣繳率請填 0 到 100。").InclusiveBetween(0, 100).WithMessage("扣繳率請填 0 到 100。")
            .Must(percent => percent is null || decimal.Round(percent.Value, 2) == percent).WithMessage("扣繳率最多兩位小數。");
        RuleFor(rate => rate.ValidFrom).NotNull().WithMessage("請填生效日");
        RuleFor(rate => rate.Threshold).InclusiveBetween(0, AwardSchemeValidator.Largest).WithMessage("金額請填 0 到 1,000 億。");
    });
}

/// <summary>The shape of sending back.</summary>
public sealed class SendSchemeBackValidator : AbstractValidator<AwardSchemeInput>
{
    public SendSchemeBackValidator() => RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明原因。").MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
}
