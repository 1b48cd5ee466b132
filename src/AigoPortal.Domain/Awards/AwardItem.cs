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

    /// <summary>An amount and what releases it.</summary>
    public AwardItem(int order, AwardTier tier, AwardLevel? level, string name, Twd amount, ReleaseCondition condition, bool needsEvidence) =>
        (Order, Tier, Level, Name, Amount, Condition, NeedsEvidence) = (order, tier, level, name, amount, condition, needsEvidence);

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
}
