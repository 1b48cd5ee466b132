using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Entries;

/// <summary>An entry in a team's list.</summary>
public sealed record TeamEntry(string Code, string Problem, string Organisation, string Team, EntryStatus Status, NextStep? Next);

/// <summary>A person's entries, of all rounds.</summary>
public static class TeamEntries
{
    /// <summary>By the instant of the next step; those without one last.</summary>
    public static async Task<IReadOnlyList<TeamEntry>> EntriesOfMemberAsync(this PortalDbContext db, Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var rows = await (
            from entry in db.OfMember(personId).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            select new
            {
                entry.RoundId,
                entry.Code,
                problem.Content.Title,
                Organisation = organisation.Name,
                Team = team.Name,
                Position = new EntryPosition
                {
                    Status = entry.Status,
                    PreviousStatus = entry.PreviousStatus,
                    AnsweredAt = entry.AnsweredAt,
                    Cooperation = entry.Cooperation,
                    SiteVisit = entry.SiteVisit,
                    Deliverables = entry.Deliverables,
                    HasUnpaid = db.Milestones.Any(milestone => milestone.EntryId == entry.Id
                        && milestone.Status != MilestoneStatus.Paid && milestone.Status != MilestoneStatus.Forfeited),
                    EvidenceDueAt = db.Milestones.Where(milestone => milestone.EntryId == entry.Id
                        && (milestone.Status == MilestoneStatus.Due || milestone.Status == MilestoneStatus.Returned)).Min(milestone => milestone.EvidenceDueAt),
                },
            }).ToListAsync(cancel);
        if (rows.Count == 0)
        {
            return [];
        }

        var roundIds = rows.Select(row => row.RoundId).Distinct().ToList();
        var dates = (await db.Rounds.AsNoTracking().Where(round => roundIds.Contains(round.Id)).ToListAsync(cancel)).ToDictionary(round => round.Id, JourneyDates.Of);
        return [.. rows.Select(row => new TeamEntry(row.Code, row.Title, row.Organisation, row.Team, row.Position.Status,
                EntryJourney.Next(JourneySide.Team, row.Position, dates[row.RoundId], now)))
            .OrderBy(entry => entry.Next?.Due ?? DateTimeOffset.MaxValue).ThenBy(entry => entry.Code, StringComparer.Ordinal)];
    }
}
