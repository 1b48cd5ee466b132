using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>A visit to a cooperating entry (訪視): planned by the office, its time chosen by the team, its result recorded.</summary>
public sealed class SiteVisit : Aggregate
{
    private readonly List<VisitSlot> _slots = [];
    private readonly List<VisitFinding> _findings = [];
    private readonly List<VisitPhoto> _photos = [];

    private SiteVisit()
    {
    }

    /// <summary>An officer proposes times.</summary>
    public SiteVisit(Entry entry, VisitPlan plan, IReadOnlyList<VisitSlot> slots, Actor by)
    {
        Rule.Require(EntryRules.IsCooperating(entry.Status));
        Rule.Require(VisitRules.IsNeeded(entry));
        Rule.Require(VisitRules.SlotsFit(slots));
        Id = Guid.CreateVersion7(by.At);
        (EntryId, Plan, PlannedAt) = (entry.Id, plan, by.At);
        Status = PreviousStatus = VisitStatus.Planned;
        _slots.AddRange(slots);
        Trace(by, "visit.plan");
    }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Where and by whom.</summary>
    public VisitPlan Plan { get; private set; } = new();

    /// <summary>Where it is in its life.</summary>
    public VisitStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public VisitStatus PreviousStatus { get; private set; }

    /// <summary>When times were proposed last.</summary>
    public DateTimeOffset PlannedAt { get; private set; }

    /// <summary>The times proposed.</summary>
    public IReadOnlyList<VisitSlot> Slots => _slots;

    /// <summary>When it begins, once agreed.</summary>
    public DateTimeOffset? StartsAt { get; private set; }

    /// <summary>When it ends, once agreed.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>The other time the team asked for.</summary>
    public string? Wish { get; private set; }

    /// <summary>When both sides were reminded.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>How it ended.</summary>
    public VisitResult? Result { get; private set; }

    /// <summary>What was seen.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>By when what is to be improved has to be.</summary>
    public DateOnly? FollowUpOn { get; private set; }

    /// <summary>When the result was recorded.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>The checklist as it was answered.</summary>
    public IReadOnlyList<VisitFinding> Findings => _findings;

    /// <summary>Pictures taken.</summary>
    public IReadOnlyList<VisitPhoto> Photos => _photos;

    /// <summary>One of the proposed times is chosen; by the team, or by an officer who agreed on it with the team.</summary>
    /// <param name="slot">Its place in the list, from 0.</param>
    /// <param name="by">Who chooses.</param>
    public void Choose(int slot, Actor by)
    {
        Rule.Require(slot >= 0 && slot < _slots.Count ? null : new BrokenRule("visit.slot", "Slot", "請選擇其中一個時間。"));
        Become(VisitAction.Choose);
        (StartsAt, EndsAt, Wish, RemindedAt) = (_slots[slot].StartsAt, _slots[slot].EndsAt, null, null);
        Trace(by, "visit.choose");
    }

    /// <summary>The team asks for another time.</summary>
    public void AskAnotherTime(string wish, Actor by)
    {
        Rule.Require(Status.IsOpen() ? null : new BrokenRule("visit.not-open", "", "訪視目前是「{0}」，不能再改時間。", Status));
        Rule.Require(string.IsNullOrWhiteSpace(wish) ? new BrokenRule("visit.wish", "Wish", "請寫下可以的時間與原因。") : null);
        Wish = wish;
        Trace(by, "visit.ask-another-time", wish);
    }

    /// <summary>An officer proposes other times, or another place or visitor.</summary>
    public void Replan(VisitPlan plan, IReadOnlyList<VisitSlot> slots, Actor by)
    {
        Rule.Require(VisitRules.SlotsFit(slots));
        Become(VisitAction.Replan);
        _slots.Clear();
        _slots.AddRange(slots);
        (Plan, StartsAt, EndsAt, Wish, RemindedAt, PlannedAt) = (plan, null, null, null, null, by.At);
        Trace(by, "visit.replan");
    }

    /// <summary>An officer records the result.</summary>
    public void Hold(VisitReport report, Actor by)
    {
        Rule.Require(VisitRules.HasBegun(this, by.At));
        Rule.Require(VisitRules.ImprovesBy(report, by.At));
        Become(VisitAction.Hold);
        _findings.AddRange(report.Findings);
        (Result, Notes, RecordedAt) = (report.Result, report.Notes, by.At);
        FollowUpOn = report.Result == VisitResult.ToImprove ? report.FollowUpOn : null;
        Trace(by, report.Result == VisitResult.Passed ? "visit.pass" : "visit.to-improve", report.Notes);
    }

    /// <summary>Adds a picture.</summary>
    public void AddPhoto(Guid fileId, Actor by)
    {
        Rule.Require(Status is VisitStatus.Confirmed or VisitStatus.Held ? null : new BrokenRule("visit.no-photos-yet", "Photos", "訪視目前是「{0}」，不能加照片。", Status));
        Rule.Require(VisitRules.HasRoomForPhoto(_photos.Count));
        _photos.Add(new VisitPhoto(fileId, by.At));
        Trace(by, "visit.add-photo");
    }

    /// <summary>Calls it off.</summary>
    public void Cancel(string reason, Actor by)
    {
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? new BrokenRule("visit.reason", "Reason", "請寫明取消的原因，雙方會看到。") : null);
        Become(VisitAction.Cancel);
        CancelReason = reason;
        Trace(by, "visit.cancel", reason);
    }

    /// <summary>Reminds once of an agreed visit.</summary>
    /// <returns>Whether letters have to be written.</returns>
    public bool Remind(Actor by)
    {
        if (Status != VisitStatus.Confirmed || RemindedAt is not null)
        {
            return false;
        }

        RemindedAt = by.At;
        Trace(by, "visit.remind");
        return true;
    }

    private void Become(VisitAction action) => (PreviousStatus, Status) = (Status, VisitStatuses.Next(Status, action));
}

/// <summary>Where a visit goes and who comes.</summary>
public sealed record VisitPlan
{
    /// <summary>The place.</summary>
    public string Place { get; init; } = "";

    /// <summary>The names of those who come.</summary>
    public string Visitors { get; init; } = "";

    /// <summary>What they are.</summary>
    public VisitorKind Kind { get; init; }
}

/// <summary>A proposed time.</summary>
/// <param name="StartsAt">Its first instant.</param>
/// <param name="EndsAt">The first instant after it.</param>
public sealed record VisitSlot(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>What was found at an item of the checklist.</summary>
/// <param name="Item">The item's words as they stood in the round.</param>
/// <param name="Mark">What was found.</param>
/// <param name="Remark">A word to it; may be empty.</param>
public sealed record VisitFinding(string Item, FindingMark Mark, string Remark);

/// <summary>A picture of a visit.</summary>
/// <param name="FileId">The file.</param>
/// <param name="At">When it was added.</param>
public sealed record VisitPhoto(Guid FileId, DateTimeOffset At);

/// <summary>What an officer records of a visit.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Notes">What was seen.</param>
/// <param name="FollowUpOn">By when what is to be improved has to be; only then.</param>
/// <param name="Findings">The checklist's answers.</param>
public sealed record VisitReport(VisitResult Result, string Notes, DateOnly? FollowUpOn, IReadOnlyList<VisitFinding> Findings);

/// <summary>The rules of visits, named as sentences.</summary>
public static class VisitRules
{
    /// <summary>The most pictures of a visit (own).</summary>
    public const int MostPhotos = 10;

    /// <summary>The most times proposed at once (own).</summary>
    public const int MostSlots = 3;

    /// <summary>An entry whose progress sufficed needs no further visit.</summary>
    public static BrokenRule? IsNeeded(Entry entry) =>
        entry.SiteVisit.Passed ? new BrokenRule("visit.passed-already", "", "這一案已經通過訪視，不需要再訪視。") : null;

    /// <summary>An entry has one visit ahead at a time.</summary>
    public static BrokenRule OneAhead() => new("visit.one-ahead", "", "這一案已經有一次訪視在安排中。");

    /// <summary>One to three times, each ending after it begins.</summary>
    public static BrokenRule? SlotsFit(IReadOnlyList<VisitSlot> slots) =>
        slots.Count is 0 or > MostSlots ? new BrokenRule("visit.slots", "Slots[0].StartsAt", "請提出 1 到 {0} 個時間。", MostSlots)
        : slots.Any(slot => slot.EndsAt <= slot.StartsAt) ? new BrokenRule("visit.slot-ends-first", "Slots[0].EndsAt", "結束時間要在開始時間之後。")
        : null;

    /// <summary>A result is known once the visit began.</summary>
    public static BrokenRule? HasBegun(SiteVisit visit, DateTimeOffset now) =>
        visit.StartsAt is null || now >= visit.StartsAt ? null : new BrokenRule("visit.not-begun", "", "訪視還沒開始，不能登錄結果。");

    /// <summary>What is to be improved is looked at again on a day to come.</summary>
    public static BrokenRule? ImprovesBy(VisitReport report, DateTimeOffset now) =>
        report.Result == VisitResult.Passed || report.FollowUpOn > Time.Taipei.DateOf(now)
            ? null
            : new BrokenRule("visit.follow-up", "FollowUpOn", "待改善時，請填今天以後的改善期限。");

    /// <summary>The result answers the checklist as it stands.</summary>
    public static BrokenRule ChecklistChanged() => new("visit.checklist", "", "檢核項目剛剛有變更，請重新整理後再填。");

    /// <summary>A visit has at most ten pictures.</summary>
    public static BrokenRule? HasRoomForPhoto(int count) =>
        count < MostPhotos ? null : new BrokenRule("visit.photos", "Photos", "照片最多 {0} 張。", MostPhotos);
}
