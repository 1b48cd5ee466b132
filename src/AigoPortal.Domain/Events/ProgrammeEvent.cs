using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Events;

/// <summary>An event of a round that people register for: 說明會, 出題工作坊, 輪桌接洽會 (AIGO briefing).</summary>
public sealed class ProgrammeEvent : Aggregate
{
    private readonly List<EventRegistration> _registrations = [];

    private ProgrammeEvent()
    {
    }

    /// <summary>Plans an event.</summary>
    public ProgrammeEvent(Round round, EventPlan plan, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        RoundId = round.Id;
        Status = PreviousStatus = EventStatus.Planned;
        Rule.Require(EventRules.TimesFit(plan));
        Plan = plan;
        Trace(by, "event.plan");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>What, where and when.</summary>
    public EventPlan Plan { get; private set; } = new();

    /// <summary>Where it is in its life.</summary>
    public EventStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public EventStatus PreviousStatus { get; private set; }

    /// <summary>Places taken; never more than the plan's capacity.</summary>
    public int Taken { get; private set; }

    /// <summary>When those who registered were reminded.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Everybody who registered, also those who gave up.</summary>
    public IReadOnlyList<EventRegistration> Registrations => _registrations;

    /// <summary>Changes the plan. More places let people in from the waiting list.</summary>
    /// <returns>Who got a place by it.</returns>
    public IReadOnlyList<EventRegistration> Change(EventPlan plan, Actor by)
    {
        Rule.Require(Status.CanBeEdited() ? null : new BrokenRule("event.locked", "", "活動目前是「{0}」，不能再修改。", Status));
        Rule.Require(EventRules.TimesFit(plan));
        Rule.Require(EventRules.HoldsThoseRegistered(plan.Capacity, Taken));
        RemindedAt = plan.StartsAt == Plan.StartsAt ? RemindedAt : null;
        Plan = plan;
        Trace(by, "event.change");
        return MoveUp();
    }

    /// <summary>Makes it public.</summary>
    public void Publish(Actor by) => Become(EventAction.Publish, by, "event.publish");

    /// <summary>Says that it took place.</summary>
    public void Hold(Actor by)
    {
        Rule.Require(EventRules.HasBegun(this, by.At));
        Become(EventAction.Hold, by, "event.hold");
    }

    /// <summary>Calls it off.</summary>
    /// <returns>Who has to be told.</returns>
    public IReadOnlyList<EventRegistration> Cancel(string reason, Actor by)
    {
        Rule.Require(string.IsNullOrWhiteSpace(reason) ? new BrokenRule("event.reason", "Reason", "請寫出取消的原因，會寄給報名的人。") : null);
        Become(EventAction.Cancel, by, "event.cancel", reason);
        return [.. _registrations.Where(one => one.Status != RegistrationStatus.Withdrawn)];
    }

    /// <summary>A person registers: with a place while there is one, otherwise at the end of the waiting list.</summary>
    public EventRegistration Register(Guid personId, Actor by)
    {
        Rule.Require(EventRules.TakesRegistrations(this, by.At));
        var registration = _registrations.FirstOrDefault(one => one.PersonId == personId);
        Rule.Require(registration is { Status: not RegistrationStatus.Withdrawn } ? new BrokenRule("event.registered-already", "", "你已經報名了。") : null);
        if (registration is null)
        {
            _registrations.Add(registration = new EventRegistration(Id, personId));
        }

        var hasPlace = Taken < Plan.Capacity;
        registration.Begin(hasPlace ? RegistrationStatus.Registered : RegistrationStatus.Waiting, by.At);
        Taken += hasPlace ? 1 : 0;
        Trace(by, "event.register");
        return registration;
    }

    /// <summary>A person gives up their registration before the event begins; the first in the waiting list moves up.</summary>
    /// <returns>Who got the place.</returns>
    public IReadOnlyList<EventRegistration> Withdraw(Guid personId, Actor by)
    {
        var registration = _registrations.FirstOrDefault(one => one.PersonId == personId && one.Status != RegistrationStatus.Withdrawn)
            ?? throw new BrokenRuleException(new BrokenRule("event.not-registered", "", "你沒有報名這場活動。"));
        Rule.Require(Status == EventStatus.Open && by.At < Plan.StartsAt ? null : new BrokenRule("event.begun", "", "活動已經開始或結束，不能取消報名。"));
        Taken -= registration.Status == RegistrationStatus.Registered ? 1 : 0;
        registration.GiveUp();
        Trace(by, "event.withdraw");
        return MoveUp();
    }

    /// <summary>Notes who came; whoever is not named did not.</summary>
    public void NoteAttendance(IReadOnlySet<Guid> present, Actor by)
    {
        Rule.Require(EventRules.HasBegun(this, by.At));
        foreach (var registration in _registrations.Where(one => one.Status != RegistrationStatus.Withdrawn))
        {
            registration.Attended = present.Contains(registration.PersonId);
        }

        Trace(by, "event.note-attendance");
    }

    /// <summary>Reminds once those who have a place.</summary>
    /// <returns>Whom; nobody when it was done before.</returns>
    public IReadOnlyList<EventRegistration> Remind(Actor by)
    {
        if (RemindedAt is not null || Status != EventStatus.Open)
        {
            return [];
        }

        RemindedAt = by.At;
        Trace(by, "event.remind");
        return [.. _registrations.Where(one => one.Status == RegistrationStatus.Registered)];
    }

    private List<EventRegistration> MoveUp()
    {
        var moved = _registrations.Where(one => one.Status == RegistrationStatus.Waiting)
            .OrderBy(one => one.At).ThenBy(one => one.PersonId).Take(Plan.Capacity - Taken).ToList();
        foreach (var registration in moved)
        {
            registration.TakePlace();
        }

        Taken += moved.Count;
        return moved;
    }

    private void Become(EventAction action, Actor by, string verb, string? why = null)
    {
        (PreviousStatus, Status) = (Status, EventStatuses.Next(Status, action));
        Trace(by, verb, why);
    }
}

/// <summary>What an event is, where and when.</summary>
public sealed record EventPlan
{
    /// <summary>Its kind.</summary>
    public EventKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public string Title { get; init; } = "";

    /// <summary>What happens there; Markdown.</summary>
    public string Description { get; init; } = "";

    /// <summary>The place, or the address of a meeting.</summary>
    public string Venue { get; init; } = "";

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt { get; init; }

    /// <summary>The first instant that is too late to register.</summary>
    public DateTimeOffset RegistrationEndsAt { get; init; }

    /// <summary>Places.</summary>
    public int Capacity { get; init; }
}

/// <summary>A person's registration for an event.</summary>
public sealed class EventRegistration
{
    private EventRegistration()
    {
    }

    internal EventRegistration(Guid eventId, Guid personId) => (EventId, PersonId) = (eventId, personId);

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Where it stands.</summary>
    public RegistrationStatus Status { get; private set; }

    /// <summary>When the person registered last: the order of the waiting list.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whether the person came; null until it is noted.</summary>
    public bool? Attended { get; internal set; }

    internal void Begin(RegistrationStatus status, DateTimeOffset at) => (Status, At) = (status, at);

    internal void GiveUp() => Status = RegistrationStatus.Withdrawn;

    internal void TakePlace() => Status = RegistrationStatus.Registered;
}

/// <summary>The rules of events, named as sentences.</summary>
public static class EventRules
{
    /// <summary>Registration ends, then the event begins, then it ends.</summary>
    public static BrokenRule? TimesFit(EventPlan plan) =>
        plan.EndsAt <= plan.StartsAt ? new BrokenRule("event.ends-first", "EndsAt", "結束時間要在開始時間之後。")
        : plan.RegistrationEndsAt > plan.StartsAt ? new BrokenRule("event.registration-late", "RegistrationEndsAt", "報名截止不能晚於活動開始。")
        : null;

    /// <summary>Nobody who has a place loses it.</summary>
    public static BrokenRule? HoldsThoseRegistered(int capacity, int taken) =>
        capacity >= taken ? null : new BrokenRule("event.capacity", "Capacity", "已有 {0} 人報名，名額不能少於這個數。", taken);

    /// <summary>Registration is open until its instant.</summary>
    public static BrokenRule? TakesRegistrations(ProgrammeEvent known, DateTimeOffset now) =>
        known.Status != EventStatus.Open ? new BrokenRule("event.not-open", "", "活動目前是「{0}」，不能報名。", known.Status)
        : now >= known.Plan.RegistrationEndsAt ? new BrokenRule("event.registration-over", "", "報名已於 {0} 截止。", known.Plan.RegistrationEndsAt)
        : null;

    /// <summary>Attendance is known once it began.</summary>
    public static BrokenRule? HasBegun(ProgrammeEvent known, DateTimeOffset now) =>
        now >= known.Plan.StartsAt ? null : new BrokenRule("event.not-begun", "", "活動還沒開始。");

    /// <summary>The sentence when the last place went to somebody else; the database holds it.</summary>
    public static BrokenRule IsFull() => new("event.full", "", "名額剛剛額滿，請再報名一次排候補。");
}
