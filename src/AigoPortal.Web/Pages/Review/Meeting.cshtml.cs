using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A panel's meeting for its members: what is on, what comes next, and the vote. An entry across a conflict of interest has no name here.</summary>
public sealed class MeetingModel(PortalDbContext db, CurrentPerson me, HoldMeeting hold) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public Panel Panel { get; private set; } = null!;

    /// <summary>Null while no meeting is arranged.</summary>
    public RoomView? Room { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.SeatedOn(me.Id).AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || panel.Status is not (PanelStatus.Reviewing or PanelStatus.Released))
        {
            return NotFound();
        }

        Panel = panel;
        Room = await RoomAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>The room as it stands now, for a page that is open; nothing when it looks the same.</summary>
    public async Task<IActionResult> OnGetRoomAsync(string? seen, CancellationToken cancellation) =>
        await LoadAsync(cancellation) ?? (Room is null || Room.Stamp == seen ? new NoContentResult() : Partial("_Room", this));

    public async Task<IActionResult> OnPostArriveAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (Room is null)
        {
            return NotFound();
        }

        await hold.AttendAsync(Id, me.Id, (attendance, meeting) => attendance.Arrive(meeting, me.Actor), me.Actor, cancellation);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostVoteAsync(Guid entry, Verdict? verdict, CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        // Across a conflict of interest, as for any other entry, there is nothing to vote on.
        if (!await db.EntriesOf(Panel).WithoutConflict(db, me.Id).AnyAsync(known => known.Id == entry, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || verdict is not { } given)
        {
            Refuse("", "請選擇這個階段的決議結果。");
            return await AgainAsync(cancellation);
        }

        await hold.VoteAsync(Id, entry, given, me.Actor, cancellation);
        Say("已收到您的投票，投票結束前可以改");
        return RedirectToPage(new { Id });
    }

    private async Task<RoomView?> RoomAsync(CancellationToken cancellation)
    {
        if (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == Id, cancellation) is not { } meeting)
        {
            return null;
        }

        var blind = await db.Rounds.Where(round => round.Id == Panel.RoundId).Select(round => round.Blindness).FirstAsync(cancellation) == Blindness.Double;
        var mayRead = (await (
            from entry in db.EntriesOf(Panel).WithoutConflict(db, me.Id).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            select new AgendaEntry(entry.Id, entry.Code, problem.Content.Title, blind ? "" : team.Name)).ToListAsync(cancellation)).ToDictionary(entry => entry.Id);
        var lines = meeting.Items.Select(item => RoomLine.Of(item, mayRead.GetValueOrDefault(item.EntryId), meeting)).ToList();
        var present = await db.Attendances.AsNoTracking()
            .Where(attendance => attendance.MeetingId == meeting.Id && attendance.PersonId == me.Id).Select(attendance => new { attendance.Kind, attendance.LeftAt }).FirstOrDefaultAsync(cancellation);
        var view = new RoomView(Panel, meeting.Status, meeting.Plan, meeting.PlannedEnd, lines, present is { Kind: not AttendanceKind.Absent, LeftAt: null });
        if (meeting.Current is not { } current)
        {
            return view;
        }

        view = view with { Now = lines.First(line => line.IsNow), EndsAt = current.BegunAt!.Value.AddMinutes(current.Minutes), MinutesLeft = (int)Math.Floor((current.BegunAt.Value.AddMinutes(current.Minutes) - me.Now).TotalMinutes) };
        if (view.Now.Entry is null || current.VoteOpenedAt is null)
        {
            return view;
        }

        var ballots = db.BallotsOf(meeting, current.EntryId).AsNoTracking();
        return view with
        {
            VoteIsOpen = current.TakesVotes && meeting.Status == MeetingStatus.Running,
            Votes = await ballots.CountAsync(cancellation),
            MyVote = await ballots.Where(ballot => ballot.PersonId == me.Id).Select(ballot => (Verdict?)ballot.Verdict).FirstOrDefaultAsync(cancellation),
        };
    }
}

/// <summary>A line of the agenda as a member may see it; without a name across a conflict of interest.</summary>
public sealed record RoomLine(AgendaEntry? Entry, DateTimeOffset Turn, int Minutes, bool IsNow, bool IsDone, ItemResult? Result)
{
    public static RoomLine Of(MeetingItem item, AgendaEntry? mayRead, Meeting meeting) => new(
        mayRead, meeting.TurnOf(item.EntryId)!.Value, item.Minutes, item.EntryId == meeting.CurrentEntryId, item.EndedAt is not null, mayRead is null ? null : item.Result);
}

/// <summary>The room as one member sees it.</summary>
public sealed record RoomView(Panel Panel, MeetingStatus Status, MeetingPlan Plan, DateTimeOffset PlannedEnd, IReadOnlyList<RoomLine> Agenda, bool IsPresent)
{
    public RoomLine? Now { get; init; }

    /// <summary>When the present entry's time is up.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public int MinutesLeft { get; init; }

    public bool VoteIsOpen { get; init; }

    /// <summary>How many have voted; who and what stays secret.</summary>
    public int Votes { get; init; }

    public Verdict? MyVote { get; init; }

    public bool IsOn => Status is MeetingStatus.Running or MeetingStatus.Paused;

    /// <summary>The present entry concerns a conflict of interest of the reader's.</summary>
    public bool MustStepOut => Now is { Entry: null };

    public RoomLine? Next => Agenda.SkipWhile(line => Now is not null && line != Now).Skip(Now is null ? 0 : 1).FirstOrDefault(line => !line.IsDone);

    /// <summary>Changes when what is shown changes.</summary>
    public string Stamp => Stamps.Of(Status, Plan, Agenda, IsPresent, MinutesLeft, VoteIsOpen, Votes, MyVote);
}
