using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Matching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Matching;

/// <summary>What people and teams bring.</summary>
public static class TalentQueries
{
    /// <summary>States that tell that a concept was shortlisted once.</summary>
    private static readonly EntryStatus[] Proved =
        [EntryStatus.Shortlisted, EntryStatus.Cooperating, EntryStatus.ProofSubmitted, EntryStatus.Decided, EntryStatus.Closed];

    /// <summary>The best of a few people together, and what their teams were shortlisted for in any round.</summary>
    public static async Task<Talent> TalentOfAsync(this PortalDbContext db, IReadOnlyCollection<Guid> personIds, CancellationToken cancel)
    {
        var skills = await db.People.Where(person => personIds.Contains(person.Id)).SelectMany(person => person.Skills).AsNoTracking().ToListAsync(cancel);
        var proved = await (
            from member in db.TeamMembers
            join entry in db.Entries on member.TeamId equals entry.TeamId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where personIds.Contains(member.PersonId) && Proved.Contains(entry.Status)
            select new { problem.Content.Technology, problem.Content.Industry }).Distinct().ToListAsync(cancel);
        return Talent.Of(skills, Words(proved.SelectMany(problem => new[] { problem.Technology, problem.Industry })));
    }

    /// <summary>The teams of a problem's round that let posers find them and have not applied, each with what it brings.</summary>
    public static async Task<IReadOnlyList<TeamTalent>> TeamsFoundForAsync(this PortalDbContext db, Guid problemId, Guid roundId, CancellationToken cancel)
    {
        var found = db.Teams.Where(team => team.RoundId == roundId && team.ShowsToPosers
            && !db.Entries.Any(entry => entry.TeamId == team.Id && entry.ProblemId == problemId));
        var teams = await found.Select(team => new
        {
            team.Id,
            team.Name,
            team.Introduction,
            Members = team.Members.Count,
            IsCalled = db.TeamCalls.Any(call => call.TeamId == team.Id && call.ProblemId == problemId),
        }).ToListAsync(cancel);
        var talents = await db.TalentsOfTeamsAsync(found.Select(team => team.Id), cancel);
        return [.. teams.Select(team => new TeamTalent(team.Id, team.Name, team.Introduction, team.Members, team.IsCalled, talents(team.Id)))];
    }

    /// <summary>What each of some teams brings; two reads, however many they are.</summary>
    public static async Task<Func<Guid, Talent>> TalentsOfTeamsAsync(this PortalDbContext db, IQueryable<Guid> teamIds, CancellationToken cancel)
    {
        var skills = (await (
            from member in db.TeamMembers
            join person in db.People on member.PersonId equals person.Id
            from skill in person.Skills
            where teamIds.Contains(member.TeamId)
            select new { member.TeamId, Skill = skill }).AsNoTracking().ToListAsync(cancel)).ToLookup(row => row.TeamId, row => row.Skill);
        var proved = (await (
            from member in db.TeamMembers
            join other in db.TeamMembers on member.PersonId equals other.PersonId
            join entry in db.Entries on other.TeamId equals entry.TeamId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where teamIds.Contains(member.TeamId) && Proved.Contains(entry.Status)
            select new { member.TeamId, problem.Content.Technology, problem.Content.Industry }).Distinct().ToListAsync(cancel)).ToLookup(row => row.TeamId);
        return teamId => Talent.Of(skills[teamId], Words(proved[teamId].SelectMany(problem => new[] { problem.Technology, problem.Industry })));
    }

    private static HashSet<string> Words(IEnumerable<string> words) => words.ToHashSet(StringComparer.Ordinal);
}

/// <summary>A team that a poser may find.</summary>
public sealed record TeamTalent(Guid Id, string Name, string Introduction, int Members, bool IsCalled, Talent Talent);
