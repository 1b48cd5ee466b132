using System.ComponentModel;
using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Awards;

/// <summary>The tiers of the award scheme (AIGO briefing, 解題獎勵方式).</summary>
public enum AwardTier
{
    /// <summary>入圍獎金.</summary>
    [Description("入圍獎金")]
    Finalist,

    /// <summary>解題獎補, in tranches against evidence.</summary>
    [Description("解題獎補")]
    Subsidy,

    /// <summary>實證獎金, by level.</summary>
    [Description("實證獎金")]
    Proof,
}

/// <summary>What has to happen before an amount falls due.</summary>
public enum ReleaseCondition
{
    /// <summary>Both sides' signed cooperation document was checked.</summary>
    [Description("雙方簽署合作文件")]
    CooperationDocumentSigned,

    /// <summary>The site visit was passed.</summary>
    [Description("訪視進度檢核")]
    SiteVisitPassed,

    /// <summary>The deliverables were accepted.</summary>
    [Description("繳交成果資料")]
    DeliverablesAccepted,

    /// <summary>The proof was decided.</summary>
    [Description("實證審查決議")]
    ProofDecision,
}

/// <summary>Levels of the proof award.</summary>
public enum AwardLevel
{
    /// <summary>傑出.</summary>
    [Description("傑出")]
    Outstanding,

    /// <summary>優等.</summary>
    [Description("優等")]
    Excellent,

    /// <summary>佳作.</summary>
    [Description("佳作")]
    Honourable,
}

/// <summary>One amount of a round's award scheme.</summary>
public sealed class AwardItem
{
    private AwardItem()
    {
    }

    /// <summary>An amount and what releases it, without further terms.</summary>
    public AwardItem(int order, AwardTier tier, AwardLevel? level, string name, Twd amount, ReleaseCondition condition, bool needsEvidence)
        : this(order, tier, level, name, amount, condition, needsEvidence, EvidenceTerms.Usual)
    {
    }

    /// <summary>An amount, what releases it and what the team hands in.</summary>
    public AwardItem(int order, AwardTier tier, AwardLevel? level, string name, Twd amount, ReleaseCondition condition, bool needsEvidence, EvidenceTerms terms)
    {
        (Order, Tier, Level, Name, Amount, Condition, NeedsEvidence) = (order, tier, level, name, amount, condition, needsEvidence);
        (EvidenceDays, Papers, AllowsLegalEntity, IncomeCode) = (terms.Days, terms.Papers, terms.AllowsLegalEntity, terms.IncomeCode);
    }

    /// <summary>Place in the scheme, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Its tier.</summary>
    public AwardTier Tier { get; private set; }

    /// <summary>The level, for the proof tier only.</summary>
    public AwardLevel? Level { get; private set; }

    /// <summary>Such as 核發 1.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Before tax.</summary>
    public Twd Amount { get; private set; }

    /// <summary>What releases it.</summary>
    public ReleaseCondition Condition { get; private set; }

    /// <summary>Whether an expense statement and receipts are needed (經費表與單據核銷).</summary>
    public bool NeedsEvidence { get; private set; }

    /// <summary>Days the team has for evidence once the amount is due.</summary>
    public int EvidenceDays { get; private set; } = EvidenceTerms.UsualDays;

    /// <summary>Further papers the team hands in, by name, besides statement and receipts.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>Whether a legal entity may be among the payees.</summary>
    public bool AllowsLegalEntity { get; private set; }

    /// <summary>所得格式代號 on the withholding certificate, such as 91.</summary>
    public string IncomeCode { get; private set; } = EvidenceTerms.PrizeIncome;

    /// <summary>What the team hands in, and whom it may name.</summary>
    public EvidenceTerms Terms => new(EvidenceDays, Papers, AllowsLegalEntity, IncomeCode);

    /// <summary>The same item for another holder.</summary>
    internal AwardItem Copy() => new(Order, Tier, Level, Name, Amount, Condition, NeedsEvidence, Terms with { Papers = [.. Papers] });
}

/// <summary>What a team hands in for an amount, and whom it may name as payees.</summary>
/// <param name="Days">Days the team has once the amount is due.</param>
/// <param name="Papers">Further papers by name, each needed once.</param>
/// <param name="AllowsLegalEntity">Whether a legal entity may be among the payees.</param>
/// <param name="IncomeCode">所得格式代號 on the withholding certificate.</param>
public sealed record EvidenceTerms(int Days, IReadOnlyList<string> Papers, bool AllowsLegalEntity, string IncomeCode)
{
    /// <summary>Days for evidence unless the scheme says otherwise (own).</summary>
    public const int UsualDays = 14;

    /// <summary>競技競賽及機會中獎獎金, the code of prizes on withholding certificates (own default).</summary>
    public const string PrizeIncome = "91";

    /// <summary>Fourteen days, no further papers, members only, prizes.</summary>
    public static readonly EvidenceTerms Usual = new(UsualDays, [], false, PrizeIncome);
}
