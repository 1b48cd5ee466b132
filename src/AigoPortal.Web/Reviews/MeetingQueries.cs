using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>A member as the meeting knows them.</summary>
public sealed record MeetingMember(Guid PersonId, string Name, ReviewerKind Kind, bool Chairs, AttendanceKind? Attendance, DateTimeOffset? ArrivedAt, DateTimeOffset? LeftAt)
{
    public bool IsInTheRoom => Attendance is AttendanceKind.Present or AttendanceKind.Late && LeftAt is null;
}

/// <summary>An entry as an agenda names it.</summary>
public sealed record AgendaEntry(Guid Id, string Code, string Title, string Team);

/// <summary>Reads for meetings: members with their attendance, who must step out of what, and who may vote.</summary>
public static class MeetingQueries
{
    extension(PortalDbContext db)
    {
        /// <summary>Makes everybody else who votes or counts wait until this transaction ends: the vote's end and the last vote come one after the other.</summary>
        public Task LockMeetingAsync(Guid meetingId, CancellationToken cancel) =>
            db.Meetings.Where(meeting => meeting.Id == meetingId).ExecuteUpdateAsync(set => set.SetProperty(meeting => meeting.Sequence, meeting => meeting.Sequence), cancel);

        /// <summary>The panel's accepted members with their attendance; the chair first.</summary>
        public async Task<IReadOnlyList<MeetingMember>> MembersAsync(Panel panel, Guid? meetingId, CancellationToken cancel)
        {
            var seats = panel.Accepted.ToDictionary(member => member.PersonId);
            var ids = seats.Keys.ToList();
            var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
            var there = await db.Attendances.AsNoTracking().Where(attendance => attendance.MeetingId == meetingId).ToDictionaryAsync(attendance => attendance.PersonId, cancel);
            return
            [
                .. names.Select(person => new MeetingMember(
                    person.Id, person.Name, seats[person.Id].Kind, seats[person.Id].Chairs,
                    there.GetValueOrDefault(person.Id)?.Kind, there.GetValueOrDefault(person.Id)?.ArrivedAt, there.GetValueOrDefault(person.Id)?.LeftAt))
                    .OrderByDescending(member => member.Chairs).ThenBy(member => member.Name, StringComparer.Ordinal),
            ];
        }

        /// <summary>Which of the people have a conflict of interest with which of the entries.</summary>
        public async Task<IReadOnlySet<(Guid EntryId, Guid PersonId)>> ConflictsAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken cancel) =>
            (await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.LiftedAt == null && entryIds.Contains(conflict.EntryId))
                .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel)).Select(conflict => (conflict.EntryId, conflict.PersonId)).ToHashSet();

        /// <summary>Who is there for an entry and who should be.</summary>
        public async Task<Attending> AttendingAsync(Panel panel, Meeting meeting, Guid entryId, CancellationToken cancel)
        {
            var conflicts = await db.ConflictsAsync([entryId], cancel);
            var members = await db.MembersAsync(panel, meeting.Id, cancel);
            var entitled = members.Where(member => !conflicts.Contains((entryId, member.PersonId))).ToList();
            return new Attending(entitled.Count(member => member.IsInTheRoom), entitled.Count);
        }

        /// <summary>The panel's entries as an agenda names them.</summary>
        public Task<List<AgendaEntry>> AgendaAsync(Panel panel, CancellationToken cancel) => (
            from entry in db.EntriesOf(panel).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            orderby entry.Code
            select new AgendaEntry(entry.Id, entry.Code, problem.Content.Title, team.Name)).ToListAsync(cancel);

        /// <summary>Votes on an entry that count: given since its vote was opened, by members who still may.</summary>
        public IQueryable<Ballot> BallotsOf(Meeting meeting, Guid entryId)
        {
            var opened = meeting.Items.FirstOrDefault(item => item.EntryId == entryId)?.VoteOpenedAt ?? DateTimeOffset.MaxValue;
            return db.Ballots.Where(ballot => ballot.MeetingId == meeting.Id && ballot.EntryId == entryId && ballot.CastAt >= opened
                && db.Panels.Any(panel => panel.Id == meeting.PanelId && panel.Members.Any(member => member.PersonId == ballot.PersonId && member.Status == SeatStatus.Accepted))
                && !db.ConflictsOfInterest.Any(conflict => conflict.EntryId == entryId && conflict.PersonId == ballot.PersonId && conflict.LiftedAt == null));
        }
    }
}
