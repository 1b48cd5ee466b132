using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Domain.RoundTables;

/// <summary>The rules of slots, named as sentences.</summary>
public static class SlotRules
{
    /// <summary>Most slots opened at once (own).</summary>
    public const int MostAtOnce = 24;

    /// <summary>Only about a problem that teams can apply to.</summary>
    public static BrokenRule? ProblemIsListed(Problem problem) =>
        problem.Status == ProblemStatus.Listed ? null : new BrokenRule("slot.problem", "", "題目上架後才能開放時段。");

    /// <summary>Lengths that fit a meeting (own).</summary>
    public static BrokenRule? PlanIsSensible(SlotPlan plan) =>
        plan.Minutes is < 5 or > 120 ? new BrokenRule("slot.minutes", "Minutes", "每段請填 {0} 到 {1} 分鐘。", 5, 120)
        : plan.Gap is < 0 or > 60 ? new BrokenRule("slot.gap", "Gap", "間隔請填 {0} 到 {1} 分鐘。", 0, 60)
        : plan.Count is < 1 or > MostAtOnce ? new BrokenRule("slot.count", "Count", "一次可開 {0} 到 {1} 段。", 1, MostAtOnce)
        : string.IsNullOrWhiteSpace(plan.Place) ? new BrokenRule("slot.place", "Place", "請填桌次或會議連結。")
        : null;

    /// <summary>A slot lies ahead.</summary>
    public static BrokenRule? BeginsLater(DateTimeOffset starts, DateTimeOffset now) =>
        starts > now ? null : new BrokenRule("slot.past", "StartsAt", "開始時間要晚於現在。");

    /// <summary>A free time ends before matching closes.</summary>
    public static BrokenRule? EndsDuringMatching(SlotPlan plan, Round round) =>
        plan.EndsAt <= round.ConceptDeadline ? null : new BrokenRule("slot.after-matching", "StartsAt", "最後一段要在媒合截止（{0}）之前結束。", round.ConceptDeadline);

    /// <summary>A slot of a meeting lies within it.</summary>
    public static BrokenRule? LiesWithin(ProgrammeEvent meeting, SlotPlan plan, Problem problem) =>
        meeting.RoundId != problem.RoundId || meeting.Plan.Kind != EventKind.RoundTable || meeting.Status != EventStatus.Open
            ? new BrokenRule("slot.meeting", "EventId", "請選擇本場開放中的輪桌接洽會。")
        : plan.StartsAt < meeting.Plan.StartsAt || plan.EndsAt > meeting.Plan.EndsAt
            ? new BrokenRule("slot.outside", "StartsAt", "時段要在輪桌接洽會的時間內：{0} 到 {1}。", meeting.Plan.StartsAt, meeting.Plan.EndsAt)
        : null;

    /// <summary>The sentence when another team has it.</summary>
    public static BrokenRule IsTaken() => new("slot.taken", "", "這個時段已經被其他團隊預約，請改選其他時段。");

    /// <summary>Until it begins; at that instant it is too late.</summary>
    public static BrokenRule? HasNotBegun(Slot slot, DateTimeOffset now) =>
        now < slot.StartsAt ? null : new BrokenRule("slot.begun", "", "這個時段已於 {0} 開始，不能再更改。", slot.StartsAt);

    /// <summary>For teams whose application lives; for others when the poser allows.</summary>
    public static BrokenRule? IsForTeam(Slot slot, EntryStatus? standing) =>
        standing?.IsLiving() == true || (standing is null && slot.OpensToAll)
            ? null
            : new BrokenRule("slot.applicants-only", "", "這個時段只開放給已申請這一題的團隊。");

    /// <summary>Only whoever has it gives it up.</summary>
    public static BrokenRule? IsOf(Slot slot, Team team) =>
        slot.TeamId == team.Id ? null : new BrokenRule("slot.others", "", "這個時段不是您的團隊預約的。");

    /// <summary>A team is in one place at a time.</summary>
    public static BrokenRule TeamIsBusy() => new("slot.overlap", "", "團隊在這段時間已經預約了另一個時段，請先放棄或改選其他時間。");

    /// <summary>A table is used by one at a time.</summary>
    public static BrokenRule SeatIsTaken() => new("slot.seat", "StartsAt", "這個桌次或會議連結在這段時間已經有另一個時段。");

    /// <summary>A team talks once about each problem.</summary>
    public static BrokenRule OnePerProblem() => new("slot.one-per-problem", "", "團隊在這一題已經有一個時段。");

    /// <summary>The team reads why.</summary>
    public static BrokenRule? CancellingSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("slot.reason", "Reason", "請寫出取消的原因，會寄給團隊。") : null;

    /// <summary>They talked in a slot that was booked and has begun.</summary>
    public static BrokenRule? TookPlace(Slot slot, DateTimeOffset now) =>
        slot.Status == SlotStatus.Booked && now >= slot.StartsAt ? null : new BrokenRule("slot.not-talked", "", "時段開始後才能記錄。");
}
