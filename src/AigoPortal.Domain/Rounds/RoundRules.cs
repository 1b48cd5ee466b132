using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Rounds;

/// <summary>The rules of a round, named as sentences.</summary>
public static class RoundRules
{
    /// <summary>A round takes two submissions, so it has two deadlines.</summary>
    public static BrokenRule? HasBothDeadlines(IReadOnlyList<RoundStep> steps) =>
        steps.Any(step => step.Kind == RoundStepKind.ConceptDeadline) && steps.Any(step => step.Kind == RoundStepKind.ProofDeadline)
        && steps.Any(step => step.Kind == RoundStepKind.ConceptReview)
            ? null
            : new BrokenRule("round.deadlines", "", "時程要有構想收件截止、構想審查與實證收件截止。");

    /// <summary>The proof is due after the concept.</summary>
    public static BrokenRule? ProofComesAfterConcept(IReadOnlyList<RoundStep> steps) =>
        steps.First(step => step.Kind == RoundStepKind.ProofDeadline).EndsAt > steps.First(step => step.Kind == RoundStepKind.ConceptDeadline).EndsAt
            ? null
            : new BrokenRule("round.order", "ProofDeadline", "實證收件截止要晚於構想收件截止。");

    /// <summary>A step can't end before it starts.</summary>
    public static BrokenRule? StepsEndAfterTheyStart(IReadOnlyList<RoundStep> steps) =>
        steps.FirstOrDefault(step => step.EndsAt < step.StartsAt) is { } wrong
            ? new BrokenRule("round.step-order", "", "「{0}」的結束早於開始。", wrong.Kind)
            : null;

    /// <summary>Decisions can't exceed the round's budget (AIGO briefing: 視年度預算經費辦理).</summary>
    public static BrokenRule? BudgetCovers(Round round, Twd amount) =>
        round.Committed + amount <= round.Budget
            ? null
            : new BrokenRule("round.budget", "", "預算只剩 {0} 元，不足以決議 {1} 元。", round.Free, amount);

    /// <summary>The document says something, a visit looks at something, something is delivered.</summary>
    public static BrokenRule? CooperationIsSaid(CooperationTerms terms) =>
        string.IsNullOrWhiteSpace(terms.Text) ? new BrokenRule("round.cooperation-text", "Text", "請填寫合作條款。")
        : terms.VisitItems.Count == 0 ? new BrokenRule("round.visit-items", "VisitItems", "請至少填一項訪視檢核。")
        : terms.Deliverables.All(item => !item.Required) ? new BrokenRule("round.deliverables", "Required", "請至少填一項必繳的成果資料。")
        : null;

    /// <summary>An age a person can have (own: at most 99).</summary>
    public static BrokenRule? AgeIsSensible(EligibilityTerms terms) =>
        terms.MinimumAge is >= 0 and < 100 ? null : new BrokenRule("round.age", "MinimumAge", "年齡請填 0 到 99；0 表示不限。");

    /// <summary>Teams have one person or more, and the largest is not below the smallest (own: at most 50).</summary>
    public static BrokenRule? TeamSizesAreInOrder(EligibilityTerms terms) =>
        terms.MinimumTeamSize < 1 ? new BrokenRule("round.team-size", "MinimumTeamSize", "團隊至少要有 1 人。")
        : terms.MaximumTeamSize > 50 ? new BrokenRule("round.team-size", "MaximumTeamSize", "團隊最多 50 人。")
        : terms.MinimumTeamSize > terms.MaximumTeamSize ? new BrokenRule("round.team-size", "MaximumTeamSize", "人數上限不能小於下限。")
        : null;

    /// <summary>A smaller size puts nobody out of a team.</summary>
    public static BrokenRule? FitsLargestTeam(EligibilityTerms terms, int largestTeam) =>
        largestTeam <= terms.MaximumTeamSize ? null : new BrokenRule("round.team-larger", "MaximumTeamSize", "已有團隊是 {0} 人，上限不能小於這個人數。", largestTeam);

    /// <summary>A period in which one can appeal (own: 1 to 60 days).</summary>
    public static BrokenRule? AppealDaysAreSensible(int days) =>
        days is >= 1 and <= 60 ? null : new BrokenRule("round.appeal-days", "AppealDays", "申覆期間請填 1 到 60 天。");

    /// <summary>A stage's weights add up to 100.</summary>
    public static BrokenRule? WeightsAddUp(IReadOnlyList<StageCriterion> criteria) =>
        criteria.Count > 0 && criteria.All(criterion => criterion.Weight > 0) && criteria.Sum(criterion => criterion.Weight) == 100
            ? null
            : new BrokenRule("round.weights", "", "各項準則的權重都要大於 0，合計要是 100，目前是 {0}。", criteria.Sum(criterion => criterion.Weight));

    /// <summary>Whose names are seen is settled before anybody reviews.</summary>
    public static BrokenRule? NoReviewHasBegun(bool begun) =>
        begun ? new BrokenRule("round.blindness-fixed", "Blindness", "本場已開始審查，匿名方式不能再改。") : null;
}
