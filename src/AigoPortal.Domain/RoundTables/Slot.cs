using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.RoundTables;

/// <summary>A time in which a poser meets one team, at the 輪桌接洽會 or freely during matching (AIGO briefing, 大型輪桌接洽會).</summary>
public sealed class Slot : Aggregate
{
    /// <summary>Who booked is reminded this long before (own).</summary>
    public static readonly TimeSpan ReminderAhead = TimeSpan.FromHours(24);

    private Slot()
    {
    }

    private Slot(Problem problem, Guid? eventId, SlotPlan plan, bool opensToAll, DateTimeOffset starts, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, ProblemId, OrganisationId, EventId) = (problem.RoundId, problem.Id, problem.OrganisationId, eventId);
        (StartsAt, EndsAt, Place, Seat, OpensToAll) = (starts, starts.AddMinutes(plan.Minutes), plan.Place, plan.Place, opensToAll);
        Status = PreviousStatus = SlotStatus.Open;
        Trace(by, "slot.open");
    }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The problem it is about.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>Who poses it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>The round-table meeting it belongs to; null for a free time.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset StartsAt { get; private set; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The table, or the address of a meeting.</summary>
    public string Place { get; private set; } = "";

    /// <summary>The place while the slot can take place, null afterwards: what keeps two from the same table at once.</summary>
    public string? Seat { get; private set; }

    /// <summary>Teams that have not applied may book it too (開放未申請的團隊).</summary>
    public bool OpensToAll { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public SlotStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public SlotStatus PreviousStatus { get; private set; }

    /// <summary>The team that has it.</summary>
    public Guid? TeamId { get; private set; }

    /// <summary>When it was booked.</summary>
    public DateTimeOffset? BookedAt { get; private set; }

    /// <summary>The team that had it when it was called off.</summary>
    public Guid? FormerTeamId { get; private set; }

    /// <summary>Why it was called off.</summary>
    public string? Reason { get; private set; }

    /// <summary>When both sides were reminded.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>When the poser noted that they talked.</summary>
    public DateTimeOffset? PoserTalkedAt { get; private set; }

    /// <summary>The poser's own note.</summary>
    public string? PoserNote { get; private set; }

    /// <summary>When the team noted that they talked.</summary>
    public DateTimeOffset? TeamTalkedAt { get; private set; }

    /// <summary>The team's own note.</summary>
    public string? TeamNote { get; private set; }

    /// <summary>Opens several slots one after the other.</summary>
    /// <param name="problem">A listed problem.</param>
    /// <param name="round">Its round.</param>
    /// <param name="meeting">The round-table meeting, or null for a free time during matching.</param>
    /// <param name="plan">When, how many, where.</param>
    /// <param name="opensToAll">Whether teams that have not applied may book.</param>
    /// <param name="by">The poser.</param>
    public static IReadOnlyList<Slot> Open(Problem problem, Round round, ProgrammeEvent? meeting, SlotPlan plan, bool opensToAll, Actor by)
    {
        Rule.Require(SlotRules.ProblemIsListed(problem));
        Rule.Require(SlotRules.PlanIsSensible(plan));
        Rule.Require(SlotRules.BeginsLater(plan.StartsAt, by.At));
        Rule.Require(meeting is null ? SlotRules.EndsDuringMatching(plan, round) : SlotRules.LiesWithin(meeting, plan, problem));
        return [.. plan.Starts().Select(starts => new Slot(problem, meeting?.Id, plan, opensToAll, starts, by))];
    }

    /// <summary>The leader books it for the team.</summary>
    /// <param name="team">The team.</param>
    /// <param name="standing">Where the team's application to this problem stands; null when it has not applied.</param>
    /// <param name="round">The round.</param>
    /// <param name="by">The leader.</param>
    public void Book(Team team, EntryStatus? standing, Round round, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(team, by.PersonId));
        Rule.Require(Status == SlotStatus.Booked ? SlotRules.IsTaken() : null);
        Rule.Require(SlotRules.HasNotBegun(this, by.At));
        Rule.Require(EntryRules.MatchingIsOpen(round, by.At));
        Rule.Require(SlotRules.IsForTeam(this, standing));
        Become(SlotAction.Book);
        (TeamId, BookedAt, RemindedAt) = (team.Id, by.At, StartsAt - by.At <= ReminderAhead ? by.At : null);
        Trace(by, "slot.book");
    }

    /// <summary>The leader gives it up before it begins.</summary>
    public void GiveUp(Team team, Actor by)
    {
        Rule.Require(TeamRules.IsLeader(team, by.PersonId));
        Rule.Require(SlotRules.IsOf(this, team));
        Rule.Require(SlotRules.HasNotBegun(this, by.At));
        Become(SlotAction.GiveUp);
        (TeamId, BookedAt, RemindedAt) = (null, null, null);
        Trace(by, "slot.give-up");
    }

    /// <summary>The poser closes it; nobody has booked it.</summary>
    public void Close(Actor by)
    {
        Become(SlotAction.Close);
        Seat = null;
        Trace(by, "slot.close");
    }

    /// <summary>The poser or the office calls a booked one off.</summary>
    public void Cancel(string reason, Actor by)
    {
        Rule.Require(SlotRules.CancellingSaysWhy(reason));
        Rule.Require(SlotRules.HasNotBegun(this, by.At));
        Become(SlotAction.Cancel);
        (FormerTeamId, TeamId, Seat, Reason) = (TeamId, null, null, reason);
        Trace(by, "slot.cancel", reason);
    }

    /// <summary>A side notes that they talked (已談); the note is its own (own).</summary>
    /// <param name="forPoser">True for the poser's side, false for the team's.</param>
    /// <param name="note">A few words, or none.</param>
    /// <param name="by">Who notes.</param>
    public void NoteTalk(bool forPoser, string note, Actor by)
    {
        Rule.Require(SlotRules.TookPlace(this, by.At));
        if (forPoser)
        {
            (PoserTalkedAt, PoserNote) = (by.At, note);
        }
        else
        {
            (TeamTalkedAt, TeamNote) = (by.At, note);
        }

        Trace(by, forPoser ? "slot.note-poser" : "slot.note-team");
    }

    /// <summary>Reminds both sides once.</summary>
    /// <returns>Whether there is anything to remind of.</returns>
    public bool Remind(Actor by)
    {
        if (RemindedAt is not null || Status != SlotStatus.Booked)
        {
            return false;
        }

        RemindedAt = by.At;
        Trace(by, "slot.remind");
        return true;
    }

    private void Become(SlotAction action) => (PreviousStatus, Status) = (Status, SlotStatuses.Next(Status, action));
}

/// <summary>Several slots in a row.</summary>
/// <param name="StartsAt">When the first begins.</param>
/// <param name="Minutes">Length of each, in minutes.</param>
/// <param name="Gap">Minutes between two.</param>
/// <param name="Count">How many.</param>
/// <param name="Place">The table, or the https address of a meeting.</param>
public sealed record SlotPlan(DateTimeOffset StartsAt, int Minutes, int Gap, int Count, string Place)
{
    /// <summary>When the last ends.</summary>
    public DateTimeOffset EndsAt => StartsAt.AddMinutes((Minutes * Count) + (Gap * (Count - 1)));

    /// <summary>When each begins.</summary>
    public IEnumerable<DateTimeOffset> Starts() => Enumerable.Range(0, Count).Select(index => StartsAt.AddMinutes(index * (Minutes + Gap)));
}
