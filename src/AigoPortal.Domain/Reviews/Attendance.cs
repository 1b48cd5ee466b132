using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>Whether a member was at the meeting.</summary>
public enum AttendanceKind
{
    /// <summary>From its beginning.</summary>
    [Description("出席")]
    Present,

    /// <summary>After it had begun.</summary>
    [Description("遲到")]
    Late,

    /// <summary>Not at all.</summary>
    [Description("缺席")]
    Absent,
}

/// <summary>One member at one meeting; members come at the same time, so each is saved on its own.</summary>
public sealed class Attendance : Aggregate
{
    private Attendance()
    {
    }

    /// <summary>A member of a meeting's panel, not there yet.</summary>
    public Attendance(Guid meetingId, Guid personId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (MeetingId, PersonId, Kind) = (meetingId, personId, AttendanceKind.Absent);
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>Whether they were there.</summary>
    public AttendanceKind Kind { get; private set; }

    /// <summary>When they came.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }

    /// <summary>When they left before its end.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Whether they are in the room now.</summary>
    public bool IsInTheRoom => Kind != AttendanceKind.Absent && LeftAt is null;

    /// <summary>The member comes, or comes back; late once the meeting has begun and its hour has come (own).</summary>
    public void Arrive(Meeting meeting, Actor by)
    {
        Rule.Require(MeetingRules.IsNotOver(meeting.Status));
        if (IsInTheRoom)
        {
            return;
        }

        if (Kind == AttendanceKind.Absent)
        {
            (Kind, ArrivedAt) = (meeting.StartedAt is { } started && by.At > started && by.At > meeting.Plan.StartsAt ? AttendanceKind.Late : AttendanceKind.Present, by.At);
        }

        LeftAt = null;
        Trace(by, "attendance.arrive");
    }

    /// <summary>The office marks it; who is marked as there is in the room.</summary>
    public void Mark(AttendanceKind kind, Actor by)
    {
        Kind = kind;
        ArrivedAt = kind == AttendanceKind.Absent ? null : ArrivedAt ?? by.At;
        LeftAt = null;
        Trace(by, "attendance.mark", kind.ToString());
    }

    /// <summary>The member leaves before the end.</summary>
    public void Leave(Actor by)
    {
        if (IsInTheRoom)
        {
            LeftAt = by.At;
            Trace(by, "attendance.leave");
        }
    }
}

/// <summary>A member's secret vote on an entry; only the counts are ever shown.</summary>
public sealed class Ballot : Aggregate
{
    private Ballot()
    {
    }

    /// <summary>A member's vote.</summary>
    public Ballot(Guid meetingId, Guid entryId, Guid personId, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (MeetingId, EntryId, PersonId) = (meetingId, entryId, personId);
    }

    /// <summary>The meeting.</summary>
    public Guid MeetingId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Who votes.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The choice.</summary>
    public Verdict Verdict { get; private set; }

    /// <summary>When it was given or changed; before the vote was opened anew it does not count.</summary>
    public DateTimeOffset CastAt { get; private set; }

    /// <summary>Votes, or changes the vote while it is open. The trail keeps that somebody voted, not what.</summary>
    public void Cast(Verdict verdict, Meeting meeting, Panel panel, bool inTheRoom, Actor by)
    {
        Rule.Require(MeetingRules.AVoteIsOpen(meeting));
        Rule.Require(MeetingRules.BelongsToStage(verdict, panel.Stage));
        Rule.Require(MeetingRules.MayVote(inTheRoom));
        (Verdict, CastAt) = (verdict, by.At);
        Trace(by, "ballot.cast");
    }
}
