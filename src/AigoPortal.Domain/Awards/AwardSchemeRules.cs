using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Awards;

/// <summary>The rules of award schemes, named as sentences.</summary>
public static class AwardSchemeRules
{
    private const int LongestEvidence = 365;

    /// <summary>Everything a version must fulfil before it is proposed; the first rule it breaks.</summary>
    /// <param name="terms">What it says.</param>
    /// <param name="round">Its round.</param>
    /// <param name="earlier">The round's versions that were or are in force.</param>
    public static BrokenRule? Check(AwardSchemeTerms terms, Round round, IReadOnlyList<AwardScheme> earlier) =>
        CapIsPositive(terms.CapPerEntry)
        ?? BudgetCoversCommitted(terms.Budget, round.Committed)
        ?? HasItems(terms.Items)
        ?? ItemsAreNamed(terms.Items)
        ?? AmountsArePositive(terms.Items)
        ?? OrdersAreUnique(terms.Items)
        ?? LevelsBelongToProof(terms.Items)
        ?? EveryLevelHasAnAmount(terms.Items)
        ?? ConditionsFitTheirTiers(terms.Items)
        ?? EvidenceTermsAreSensible(terms.Items)
        ?? MostFitsTheCap(terms.Items, terms.CapPerEntry)
        ?? PlacesKeepTheirStage(terms.Items, [.. earlier.SelectMany(version => version.Items)])
        ?? RatesAreShares(terms.Withholding)
        ?? OneRatePerDay(terms.Withholding)
        ?? EverybodyHasARate(terms, [.. earlier.SelectMany(version => version.Items)], Time.Taipei.DateOf(round.StartsAt));

    /// <summary>Only a draft is written; what came into force never changes.</summary>
    public static BrokenRule? IsDraft(AwardSchemeStatus status) =>
        status == AwardSchemeStatus.Draft ? null : new BrokenRule("scheme.not-draft", "", "這一版獎勵辦法目前是「{0}」，不能修改。", status);

    /// <summary>An entry can be awarded something.</summary>
    public static BrokenRule? CapIsPositive(Twd cap) =>
        cap > Twd.Zero ? null : new BrokenRule("scheme.cap", "CapPerEntry", "每案上限要大於 0。");

    /// <summary>What was decided stays covered (AIGO briefing: 視年度預算經費辦理).</summary>
    public static BrokenRule? BudgetCoversCommitted(Twd budget, Twd committed) =>
        budget > Twd.Zero && budget >= committed ? null : new BrokenRule("scheme.budget", "Budget", "預算不能少於已決議的 {0} 元，也不能是 0。", committed);

    /// <summary>A scheme awards something.</summary>
    public static BrokenRule? HasItems(IReadOnlyList<AwardItem> items) =>
        items.Count > 0 ? null : new BrokenRule("scheme.empty", "", "請至少填一個獎項。");

    /// <summary>Every item has a name.</summary>
    public static BrokenRule? ItemsAreNamed(IReadOnlyList<AwardItem> items) =>
        items.Any(item => string.IsNullOrWhiteSpace(item.Name)) ? new BrokenRule("scheme.name", "", "每個獎項都要有名稱。") : null;

    /// <summary>Nobody is awarded nothing.</summary>
    public static BrokenRule? AmountsArePositive(IReadOnlyList<AwardItem> items) =>
        items.FirstOrDefault(item => item.Amount <= Twd.Zero) is { } wrong ? new BrokenRule("scheme.amount", "", "「{0}」的金額要大於 0。", wrong.Name) : null;

    /// <summary>Each place once, from 1.</summary>
    public static BrokenRule? OrdersAreUnique(IReadOnlyList<AwardItem> items) =>
        items.FirstOrDefault(item => item.Order < 1 || items.Count(other => other.Order == item.Order) > 1) is { } wrong
            ? new BrokenRule("scheme.order", "", "「{0}」的順序要大於 0，也不能和其他獎項相同。", wrong.Name)
            : null;

    /// <summary>Proof awards have a level, the others none (AIGO briefing, 解題獎勵方式).</summary>
    public static BrokenRule? LevelsBelongToProof(IReadOnlyList<AwardItem> items) =>
        items.FirstOrDefault(item => item.Tier == AwardTier.Proof != item.Level is not null) is { } wrong
            ? new BrokenRule("scheme.level", "", "「{0}」：實證獎金要選等級，其他獎項不選。", wrong.Name)
            : null;

    /// <summary>Whatever level a panel awards has its amount.</summary>
    public static BrokenRule? EveryLevelHasAnAmount(IReadOnlyList<AwardItem> items)
    {
        foreach (var level in Enum.GetValues<AwardLevel>())
        {
            if (items.All(item => item.Level != level))
            {
                return new BrokenRule("scheme.level-missing", "", "實證獎金還沒有「{0}」的金額。", level);
            }
        }

        return null;
    }

    /// <summary>A condition comes after the decision that books the item: cooperation, visit and deliverables after the shortlist, the proof's decision for proof awards.</summary>
    public static BrokenRule? ConditionsFitTheirTiers(IReadOnlyList<AwardItem> items) =>
        items.FirstOrDefault(item => !Fits(item.Tier, item.Condition)) is { } wrong
            ? new BrokenRule("scheme.condition", "", "「{0}」是{1}，不能以「{2}」為核發條件。", wrong.Name, wrong.Tier, wrong.Condition)
            : null;

    /// <summary>Time enough for evidence (own: 1 to 365 days), an income code of two or three letters or digits, papers each named once (own: at most ten).</summary>
    public static BrokenRule? EvidenceTermsAreSensible(IReadOnlyList<AwardItem> items) =>
        items.FirstOrDefault(item => item.EvidenceDays is < 1 or > LongestEvidence) is { } time ? new BrokenRule("scheme.days", "", "「{0}」的憑證期限請填 1 到 365 天。", time.Name)
        : items.FirstOrDefault(item => item.IncomeCode.Length is < 2 or > 3 || !item.IncomeCode.All(char.IsAsciiLetterOrDigit)) is { } code ? new BrokenRule("scheme.income-code", "", "「{0}」的所得格式代號請填 2 到 3 碼，例如 91。", code.Name)
        : items.FirstOrDefault(item => item.Papers.Count > 10 || item.Papers.Any(string.IsNullOrWhiteSpace) || item.Papers.Distinct(StringComparer.Ordinal).Count() < item.Papers.Count) is { } papers ? new BrokenRule("scheme.papers", "", "「{0}」的附加文件最多 10 項，名稱不能重複。", papers.Name)
        : null;

    /// <summary>The most an entry can win fits its cap (AIGO briefing: 每案最高 70 萬).</summary>
    public static BrokenRule? MostFitsTheCap(IReadOnlyList<AwardItem> items, Twd cap) =>
        Most(items) <= cap ? null : new BrokenRule("scheme.most", "CapPerEntry", "一案最多可得 {0} 元，超過每案上限 {1} 元。", Most(items), cap);

    /// <summary>An entry has each place once, whichever versions its two decisions were made under: a place of the concept stage never becomes one of the proof stage.</summary>
    public static BrokenRule? PlacesKeepTheirStage(IReadOnlyList<AwardItem> items, IReadOnlyList<AwardItem> earlier) =>
        items.FirstOrDefault(item => earlier.Any(before => before.Order == item.Order && before.Tier == AwardTier.Proof != (item.Tier == AwardTier.Proof))) is { } wrong
            ? new BrokenRule("scheme.place", "", "「{0}」的順序 {1} 在先前的版本屬於另一個審查階段，請換一個數字。", wrong.Name, wrong.Order)
            : null;

    /// <summary>A rate is a share of the gross; a threshold is not negative.</summary>
    public static BrokenRule? RatesAreShares(IReadOnlyList<WithholdingRule> rules) =>
        rules.FirstOrDefault(rule => rule.Rate is < 0 or > 1 || rule.Threshold < Twd.Zero) is { } wrong
            ? new BrokenRule("scheme.rate", "", "{0}的扣繳率要在 0% 到 100% 之間，起扣金額不能是負數。", wrong.Status)
            : null;

    /// <summary>One rate for each status and first day.</summary>
    public static BrokenRule? OneRatePerDay(IReadOnlyList<WithholdingRule> rules) =>
        rules.FirstOrDefault(rule => rules.Count(other => other.Status == rule.Status && other.ValidFrom == rule.ValidFrom) > 1) is { } wrong
            ? new BrokenRule("scheme.rate-twice", "", "{0}在同一天有兩個扣繳率。", wrong.Status)
            : null;

    /// <summary>Every status that may be paid has a rate from the round's first day on; legal entities when any version lets them be payees.</summary>
    public static BrokenRule? EverybodyHasARate(AwardSchemeTerms terms, IReadOnlyList<AwardItem> earlier, DateOnly firstDay)
    {
        TaxStatus[] paid = terms.Items.Concat(earlier).Any(item => item.AllowsLegalEntity)
            ? [TaxStatus.Resident, TaxStatus.Foreigner, TaxStatus.LegalEntity]
            : [TaxStatus.Resident, TaxStatus.Foreigner];
        foreach (var status in paid)
        {
            if (!terms.Withholding.Any(rule => rule.Status == status && rule.ValidFrom <= firstDay))
            {
                return new BrokenRule("scheme.rate-missing", "", "還缺{0}的扣繳率；生效日不能晚於本場第一天（{1}）。", status, firstDay);
            }
        }

        return null;
    }

    /// <summary>Sending back says why.</summary>
    public static BrokenRule? SaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("scheme.reason", "Reason", "請寫明原因。") : null;

    /// <summary>Two persons: whoever proposes can't bring it into force.</summary>
    public static BrokenRule? ActivatorIsNotProposer(Guid? proposer, Guid activator) => proposer == activator ? TwoPersons() : null;

    /// <summary>The sentence for four eyes, also when the database finds it.</summary>
    public static BrokenRule TwoPersons() => new("scheme.two-persons", "", "提出與生效要由不同的人辦理，請另一位承辦確認生效。");

    /// <summary>The sentence for a second draft, also when the database finds it.</summary>
    public static BrokenRule OneIsOpen() => new("scheme.open", "", "本場已有一版草擬中或待生效，請先處理那一版。");

    /// <summary>A round goes on to a later version that is in force.</summary>
    public static BrokenRule? IsLater(AwardScheme scheme, Round round) =>
        scheme.RoundId == round.Id && scheme.Status == AwardSchemeStatus.Active && scheme.Number > round.SchemeVersion
            ? null
            : new BrokenRule("scheme.not-later", "", "這一版不能取代現行的獎勵辦法，請重新整理。");

    /// <summary>The most one entry can be awarded: everything of the concept stage and the best level.</summary>
    public static Twd Most(IReadOnlyList<AwardItem> items) =>
        items.Where(item => item.Tier != AwardTier.Proof).Sum(item => item.Amount)
        + Enum.GetValues<AwardLevel>().Select(level => items.Where(item => item.Tier == AwardTier.Proof && item.Level == level).Sum(item => item.Amount)).Max();

    private static bool Fits(AwardTier tier, ReleaseCondition condition) => tier switch
    {
        AwardTier.Finalist => condition == ReleaseCondition.CooperationDocumentSigned,
        AwardTier.Subsidy => condition != ReleaseCondition.ProofDecision,
        _ => condition == ReleaseCondition.ProofDecision,
    };
}
