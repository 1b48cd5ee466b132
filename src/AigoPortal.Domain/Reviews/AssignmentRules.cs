using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Reviews;

/// <summary>The rules of assigning entries to reviewers, named as sentences.</summary>
public static class AssignmentRules
{
    /// <summary>The highest number of reviews an entry gets.</summary>
    public const int MostReviews = 20;

    /// <summary>Entries are assigned while the panel reviews.</summary>
    public static BrokenRule? IsReviewing(PanelStatus status) =>
        status == PanelStatus.Reviewing ? null : new BrokenRule("assignment.closed", "", "審查會目前是「{0}」，不能分派。", status);

    /// <summary>An entry gets 1 to 20 reviews.</summary>
    public static BrokenRule? CountIsPossible(int reviews) =>
        reviews is >= 1 and <= MostReviews ? null : new BrokenRule("assignment.count", "Reviews", "請填 1 到 20。");

    /// <summary>Nobody reviews across a conflict of interest.</summary>
    public static BrokenRule? HasNoConflict(bool conflicts, string reviewer) =>
        conflicts ? new BrokenRule("assignment.conflict", "Reviewers", "{0} 與這一案有利益關係，不能分派。", reviewer) : null;

    /// <summary>A review that was handed in stays.</summary>
    public static BrokenRule? CanBeTakenBack(ReviewStatus status, string reviewer) =>
        status != ReviewStatus.Submitted ? null : new BrokenRule("assignment.submitted", "Reviewers", "{0} 已送出評分，不能取消分派。", reviewer);

    /// <summary>What was looked at is what is applied.</summary>
    public static BrokenRule? IsAsPlanned(string seen, string now) =>
        string.Equals(seen, now, StringComparison.Ordinal) ? null : new BrokenRule("assignment.stale", "", "試算之後資料有變動（案件、委員、利益關係或分派），請重新試算。");
}
