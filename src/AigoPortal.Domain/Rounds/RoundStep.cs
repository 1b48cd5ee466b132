using System.ComponentModel;

namespace AigoPortal.Domain.Rounds;

/// <summary>The steps of a round, in the order they happen (AIGO briefing, 作業時程).</summary>
public enum RoundStepKind
{
    /// <summary>題目上架.</summary>
    [Description("題目上架")]
    ProblemsListed,

    /// <summary>北中南說明會.</summary>
    [Description("說明會")]
    Briefings,

    /// <summary>出題解題接洽媒合期.</summary>
    [Description("接洽媒合")]
    Matching,

    /// <summary>大型輪桌接洽會.</summary>
    [Description("輪桌接洽會")]
    RoundTable,

    /// <summary>構想收件截止.</summary>
    [Description("構想收件截止")]
    ConceptDeadline,

    /// <summary>構想審查會.</summary>
    [Description("構想審查")]
    ConceptReview,

    /// <summary>簽訂合作文件, within a month of the concept review.</summary>
    [Description("簽訂合作文件")]
    Cooperation,

    /// <summary>訪視.</summary>
    [Description("訪視")]
    SiteVisit,

    /// <summary>實證收件截止.</summary>
    [Description("實證收件截止")]
    ProofDeadline,

    /// <summary>實證審查暨成果發表會.</summary>
    [Description("實證審查暨成果發表")]
    ProofReview,
}

/// <summary>How exactly a step's time is known.</summary>
public enum StepPrecision
{
    /// <summary>To the second: a deadline.</summary>
    Instant,

    /// <summary>A day, or a range of days.</summary>
    Day,

    /// <summary>The month only.</summary>
    Month,

    /// <summary>中旬: the middle third of the month.</summary>
    MidMonth,

    /// <summary>下旬: the last third of the month.</summary>
    LateMonth,
}

/// <summary>One step of a round's schedule.</summary>
/// <param name="Kind">Which step.</param>
/// <param name="StartsAt">Its first instant; for a deadline the deadline itself.</param>
/// <param name="EndsAt">The first instant after it; for a deadline the deadline itself.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Tentative">Announced as subject to change (marked * in the briefing).</param>
public sealed record RoundStep(RoundStepKind Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, StepPrecision Precision, bool Tentative)
{
    /// <summary>A deadline is one instant: what is shown is what is enforced.</summary>
    public bool IsDeadline => Kind is RoundStepKind.ConceptDeadline or RoundStepKind.ProofDeadline;
}
