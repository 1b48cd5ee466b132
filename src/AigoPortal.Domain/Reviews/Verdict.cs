using System.ComponentModel;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Reviews;

/// <summary>A panel's choice in one word: the outcome together with the level of an award.</summary>
public enum Verdict
{
    /// <summary>入圍.</summary>
    [Description("入圍")]
    Shortlisted,

    /// <summary>未入圍.</summary>
    [Description("未入圍")]
    NotShortlisted,

    /// <summary>傑出.</summary>
    [Description("傑出")]
    Outstanding,

    /// <summary>優等.</summary>
    [Description("優等")]
    Excellent,

    /// <summary>佳作.</summary>
    [Description("佳作")]
    Honourable,

    /// <summary>未獲獎.</summary>
    [Description("未獲獎")]
    NotAwarded,
}

/// <summary>What a verdict stands for.</summary>
public static class Verdicts
{
    /// <summary>The choices of a stage, the best first.</summary>
    public static IReadOnlyList<Verdict> Of(ReviewStage stage) => stage == ReviewStage.Concept
        ? [Verdict.Shortlisted, Verdict.NotShortlisted]
        : [Verdict.Outstanding, Verdict.Excellent, Verdict.Honourable, Verdict.NotAwarded];

    /// <summary>The verdict that an outcome and a level make; null for a pair that no stage knows.</summary>
    public static Verdict? Of(Outcome outcome, AwardLevel? level) => (outcome, level) switch
    {
        (Outcome.Shortlisted, null) => Verdict.Shortlisted,
        (Outcome.NotShortlisted, null) => Verdict.NotShortlisted,
        (Outcome.Awarded, AwardLevel.Outstanding) => Verdict.Outstanding,
        (Outcome.Awarded, AwardLevel.Excellent) => Verdict.Excellent,
        (Outcome.Awarded, AwardLevel.Honourable) => Verdict.Honourable,
        (Outcome.NotAwarded, null) => Verdict.NotAwarded,
        _ => null,
    };

    /// <summary>The outcome of a verdict.</summary>
    public static Outcome OutcomeOf(this Verdict verdict) => verdict switch
    {
        Verdict.Shortlisted => Outcome.Shortlisted,
        Verdict.NotShortlisted => Outcome.NotShortlisted,
        Verdict.NotAwarded => Outcome.NotAwarded,
        _ => Outcome.Awarded,
    };

    /// <summary>The level of an award; null for the others.</summary>
    public static AwardLevel? LevelOf(this Verdict verdict) => verdict switch
    {
        Verdict.Outstanding => AwardLevel.Outstanding,
        Verdict.Excellent => AwardLevel.Excellent,
        Verdict.Honourable => AwardLevel.Honourable,
        _ => null,
    };
}
