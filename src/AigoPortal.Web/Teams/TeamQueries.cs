using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Teams;

/// <summary>A member, who they are, and what keeps them from taking part; null when nothing does.</summary>
public sealed record MemberStanding(TeamMember Member, Person Person, BrokenRule? Blocks);

/// <summary>Reads that several pages and workflows share.</summary>
public static class TeamQueries
{
    /// <summary>A person's team of a round, with its members and invitations; at most one.</summary>
    public static Task<Team?> OfPersonAsync(this IQueryable<Team> teams, Guid personId, Guid roundId, CancellationToken cancel) =>
        teams.Include(team => team.Members).Include(team => team.Invitations).AsSplitQuery()
            .FirstOrDefaultAsync(team => team.RoundId == roundId && team.Members.Any(member => member.PersonId == personId), cancel);

    /// <summary>The members in the order they joined, the leader first, each with the rule of eligibility they break.</summary>
    public static async Task<IReadOnlyList<MemberStanding>> StandingsAsync(
        this PortalDbContext db, Team team, Round round, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = team.Members.Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        return [.. team.Members.OrderBy(member => member.PersonId == team.LeaderId ? 0 : 1).ThenBy(member => member.JoinedAt)
            .Select(member => new MemberStanding(member, people[member.PersonId], TeamRules.MemberIsEligible(member, people[member.PersonId], round, now)))];
    }

    /// <summary>Everybody in a team, to write to.</summary>
    public static Task<List<Person>> MembersOfAsync(this PortalDbContext db, Guid teamId, CancellationToken cancel) => (
        from member in db.TeamMembers
        join person in db.People on member.PersonId equals person.Id
        where member.TeamId == teamId
        orderby member.JoinedAt
        select person).AsNoTracking().ToListAsync(cancel);

    /// <summary>The contact persons of a problem's organisation, to write to.</summary>
    public static Task<List<Person>> ContactsOfAsync(this PortalDbContext db, Guid organisationId, CancellationToken cancel) => db.People.AsNoTracking()
        .Where(person => db.Organisations.Any(organisation => organisation.Id == organisationId
            && organisation.Contacts.Any(contact => contact.PersonId == person.Id)))
        .ToListAsync(cancel);
}
