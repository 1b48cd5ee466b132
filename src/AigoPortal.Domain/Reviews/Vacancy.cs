using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>A level that the panel awards to nobody (從缺).</summary>
/// <param name="Level">The level.</param>
/// <param name="Reason">Why, for the minutes and the results.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Vacancy(AwardLevel Level, string Reason, DateTimeOffset At);

/// <summary>The rules of vacancies, named as sentences.</summary>
public static class VacancyRules
{
    /// <summary>Only proofs have levels.</summary>
    public static BrokenRule? IsProof(ReviewStage stage) =>
        stage == ReviewStage.Proof ? null : new BrokenRule("vacancy.stage", "", "只有實證審查有等級可以從缺。");

    /// <summary>It is explained.</summary>
    public static BrokenRule? SaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("vacancy.reason", "VacancyReason", "請寫明從缺的理由。") : null;

    /// <summary>A level that an entry holds isn't vacant.</summary>
    public static BrokenRule? NobodyHolds(AwardLevel level, Panel panel) =>
        panel.Decisions.Any(decision => decision.Level == level) ? new BrokenRule("vacancy.held", "VacancyLevel", "已有案件決議為「{0}」，不能從缺。", level)
        : panel.Vacancies.Any(vacancy => vacancy.Level == level) ? new BrokenRule("vacancy.known", "VacancyLevel", "「{0}」已經記為從缺。", level)
        : null;

    /// <summary>A vacant level is taken back before an entry is decided at it, so that nobody overlooks what was recorded (own).</summary>
    public static BrokenRule? IsNotVacant(AwardLevel? level, Panel panel) =>
        level is { } given && panel.Vacancies.Any(vacancy => vacancy.Level == given)
            ? new BrokenRule("vacancy.stands", "Verdict", "「{0}」已記為從缺，請先取消從缺再決議。", given)
            : null;
}
