using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>The rules of screening and grading, named as sentences.</summary>
public static partial class ProblemRules
{
    /// <summary>Taking, checking and grading belong to problems that the office works on.</summary>
    public static BrokenRule? IsBeingScreened(ProblemStatus status) =>
        status.IsBeingScreened() ? null : new BrokenRule("problem.not-screened", "", "題目目前是「{0}」，不在審題中。", status);

    /// <summary>Whoever took a problem decides on it; a colleague takes it over first.</summary>
    public static BrokenRule? IsFreeFor(Problem problem, Actor by) =>
        problem.TakenBy is null || problem.TakenBy == by.PersonId || !problem.Status.IsBeingScreened()
            ? null
            : new BrokenRule("problem.taken", "", "這一題由 {0} 領件審查中，請先接手再處理。", problem.TakerName ?? "");

    /// <summary>A decision is made on what the officer has read.</summary>
    public static BrokenRule? IsAsRead(Problem problem, Guid? version) =>
        problem.Version == version ? null : new BrokenRule("problem.changed", "", "您開啟之後，這一題有新的變動。請看過最新內容再決定，已填的文字都還在。");

    /// <summary>A problem is graded before it is listed (programme plan, 精準命題分級).</summary>
    public static BrokenRule? IsGraded(Problem problem) =>
        problem.Difficulty is not null && problem.Maturity is not null ? null : new BrokenRule("problem.ungraded", "", "還沒有完成命題分級，分級後才能上架。");

    /// <summary>A grade says why.</summary>
    public static BrokenRule? GradesSayWhy(string why) =>
        string.IsNullOrWhiteSpace(why) ? new BrokenRule("problem.grade-reason", "GradeReason", "請寫一句分級的理由。") : null;

    /// <summary>Help with data is for problems without usable data.</summary>
    public static BrokenRule? HasNoUsableData(Problem problem) =>
        problem.WaitsForData && (problem.Status.IsBeingScreened() || problem.Status == ProblemStatus.Listed)
            ? null
            : new BrokenRule("problem.data-not-waiting", "", "這一題不在待資料整理中。");

    /// <summary>Data that are confirmed can be used, cleaned or not.</summary>
    public static BrokenRule? DataAreUsable(DataReadiness readiness) =>
        readiness == DataReadiness.None ? new BrokenRule("problem.data-unusable", "UsableData", "請選擇資料目前的就緒度。") : null;

    /// <summary>There is something new to keep.</summary>
    public static BrokenRule? HasChanges(Problem problem) =>
        problem.HasUnkeptChanges && problem.Status == ProblemStatus.Optimising ? null : new BrokenRule("problem.no-changes", "", "沒有尚未定版的修改。");

    /// <summary>A kept change says why.</summary>
    public static BrokenRule? ChangeSaysWhy(string why) =>
        string.IsNullOrWhiteSpace(why) ? new BrokenRule("problem.change-reason", "Why", "請寫一句這次改了什麼、為什麼改。") : null;
}
