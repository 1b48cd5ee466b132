using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Arranges a panel's meeting and leads through it: who is there, which entry is on, votes and what they came to.</summary>
public sealed class HoldMeeting(PortalDbContext db, Letters letters, MakeMinutes makeMinutes)
{
    /// <summary>Arranges the meeting, or changes when and where.</summary>
    public async Task ArrangeAsync(Guid panelId, MeetingPlan plan, Actor by, CancellationToken cancel)
    {
        if (await db.Meetings.FirstOrDefaultAsync(known => known.PanelId == panelId, cancel) is { } meeting)
        {
            meeting.Arrange(plan, by);
        }
        else
        {
            var panel = await PanelAsync(panelId, cancel);
            db.Meetings.Add(new Meeting(panel, plan, await db.EntriesOf(panel).OrderBy(entry => entry.Code).Select(entry => entry.Id).ToListAsync(cancel), by));
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Tells every accepted member when and where; the letter's page has the calendar file.</summary>
    public async Task<int> InviteAsync(Guid panelId, Actor by, CancellationToken cancel)
    {
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await MeetingAsync(panelId, cancel));
        meeting.Invite(by);
        var ids = panel.Accepted.Select(member => member.PersonId).ToList();
        var members = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel);
        foreach (var member in members)
        {
            letters.Write(member, new LetterText(
                "「{0}」會議時間：{1}", "「{0}」訂於 {1} 開會，地點：{2}。會議頁面有議程與行事曆檔（.ics），當天請在頁面按「我到了」。",
                $"/review/panels/{panelId:D}/meeting", panel.Name, meeting.Plan.StartsAt, WhereOf(meeting.Plan)), by.At);
        }

        await db.SaveChangesAsync(cancel);
        return members.Count;
    }

    /// <summary>Changes the meeting by one of its verbs.</summary>
    public async Task ChangeAsync(Guid panelId, Action<Meeting, Panel> change, Actor by, CancellationToken cancel)
    {
        var panel = await PanelAsync(panelId, cancel);
        Rule.Require(MeetingRules.PanelIsReviewing(panel.Status));
        change(await MeetingAsync(panelId, cancel), panel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Takes up an entry; who has a conflict of interest and is in the room steps out, and that is recorded.</summary>
    public async Task BeginAsync(Guid panelId, Guid entryId, Actor by, CancellationToken cancel)
    {
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await MeetingAsync(panelId, cancel));
        Rule.Require(MeetingRules.PanelIsReviewing(panel.Status));
        var conflicts = await db.ConflictsAsync([entryId], cancel);
        var members = await db.MembersAsync(panel, meeting.Id, cancel);
        meeting.Begin(entryId, [.. members.Where(member => member.IsInTheRoom && conflicts.Contains((entryId, member.PersonId))).Select(member => member.PersonId)], by);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Ends the meeting and keeps its minutes.</summary>
    public async Task EndAsync(Guid panelId, Actor by, CancellationToken cancel)
    {
        var meeting = await MeetingAsync(panelId, cancel);
        meeting.End(by);
        await db.SaveChangesAsync(cancel);
        await makeMinutes.KeepAsync(panelId, by, cancel);
    }

    /// <summary>A member comes, or the office marks how they came.</summary>
    /// <param name="panelId">The panel.</param>
    /// <param name="personId">An accepted member.</param>
    /// <param name="mark">What to do to their attendance.</param>
    /// <param name="by">The member or the office.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task AttendAsync(Guid panelId, Guid personId, Action<Attendance, Meeting> mark, Actor by, CancellationToken cancel)
    {
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await MeetingAsync(panelId, cancel));
        Rule.Require(panel.Accepted.Any(member => member.PersonId == personId) ? null : new BrokenRule("attendance.no-member", "", "名單裡沒有這位委員。"));
        Rule.Require(MeetingRules.IsNotOver(meeting.Status));
        var attendance = await db.Attendances.FirstOrDefaultAsync(known => known.MeetingId == meeting.Id && known.PersonId == personId, cancel);
        if (attendance is null)
        {
            db.Attendances.Add(attendance = new Attendance(meeting.Id, personId, by));
        }

        mark(attendance, meeting);
        if (attendance.IsInTheRoom && meeting.CurrentEntryId is { } current && (await db.ConflictsAsync([current], cancel)).Contains((current, personId)))
        {
            meeting.StepOut(personId, by);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>A member votes on the entry that is on, or changes the vote.</summary>
    /// <param name="panelId">The panel.</param>
    /// <param name="entryId">The entry the member saw; when another one is on by now, the vote is refused.</param>
    /// <param name="verdict">The choice.</param>
    /// <param name="by">A member without a conflict of interest.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task VoteAsync(Guid panelId, Guid entryId, Verdict verdict, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await LockedAsync(panelId, cancel));
        Rule.Require(MeetingRules.PanelIsReviewing(panel.Status));
        Rule.Require(MeetingRules.IsOn(meeting, entryId));
        var inTheRoom = await db.Attendances.AnyAsync(known => known.MeetingId == meeting.Id && known.PersonId == by.PersonId && known.Kind != AttendanceKind.Absent && known.LeftAt == null, cancel);
        var ballot = await db.Ballots.FirstOrDefaultAsync(known => known.MeetingId == meeting.Id && known.EntryId == entryId && known.PersonId == by.PersonId, cancel);
        if (ballot is null)
        {
            db.Ballots.Add(ballot = new Ballot(meeting.Id, entryId, by.PersonId, by));
        }

        ballot.Cast(verdict, meeting, panel, inTheRoom, by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Closes the vote and counts.</summary>
    public async Task CloseVoteAsync(Guid panelId, Guid entryId, string quorumReason, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await LockedAsync(panelId, cancel));
        var votes = await db.BallotsOf(meeting, entryId).Select(ballot => ballot.Verdict).ToListAsync(cancel);
        meeting.CloseVote(entryId, votes, await db.AttendingAsync(panel, meeting, entryId, cancel), quorumReason, by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Records that the panel agrees without a vote.</summary>
    public async Task AgreeAsync(Guid panelId, Guid entryId, Verdict verdict, string quorumReason, Actor by, CancellationToken cancel)
    {
        var (panel, meeting) = (await PanelAsync(panelId, cancel), await MeetingAsync(panelId, cancel));
        Rule.Require(MeetingRules.PanelIsReviewing(panel.Status));
        Rule.Require(MeetingRules.BelongsToStage(verdict, panel.Stage));
        meeting.Agree(entryId, verdict, await db.AttendingAsync(panel, meeting, entryId, cancel), quorumReason, by);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Place and link, as far as there are any.</summary>
    public static string WhereOf(MeetingPlan plan) => string.Join(' ', new[] { plan.Place, plan.Link }.Where(part => part.Length > 0));

    private Task<Panel> PanelAsync(Guid panelId, CancellationToken cancel) => db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == panelId, cancel);

    private async Task<Meeting> MeetingAsync(Guid panelId, CancellationToken cancel) => await db.Meetings.FirstOrDefaultAsync(meeting => meeting.PanelId == panelId, cancel)
        ?? throw new BrokenRuleException(new BrokenRule("meeting.none", "", "還沒有安排會議，請先填時間與地點。"));

    private async Task<Meeting> LockedAsync(Guid panelId, CancellationToken cancel)
    {
        await db.LockMeetingAsync(await db.Meetings.Where(meeting => meeting.PanelId == panelId).Select(meeting => meeting.Id).FirstOrDefaultAsync(cancel), cancel);
        return await MeetingAsync(panelId, cancel);
    }
}
