using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Web.Teams;

/// <summary>Who stands on the board of those who look for each other.</summary>
public static class TeammateQueries
{
    /// <summary>People who look for a team in a round and have none.</summary>
    public static IQueryable<Person> Searching(this PortalDbContext db, Guid roundId) => db.People
        .Where(person => person.SearchRoundId == roundId && !db.TeamMembers.Any(member => member.RoundId == roundId && member.PersonId == person.Id));

    /// <summary>Teams of a round that look for members.</summary>
    public static IQueryable<Team> Recruiting(this PortalDbContext db, Guid roundId) => db.Teams
        .Where(team => team.RoundId == roundId && team.Status == TeamStatus.Active && team.RecruitingSince != null);

    /// <summary>
    /// Whose profile a participant may open: their own, their teammates', of those on the board, and of those who asked to join the team they lead.
    /// </summary>
    public static IQueryable<Person> ReadableBy(this PortalDbContext db, Guid readerId, Guid roundId) => db.People.Where(person =>
        person.ForgottenAt == null && (person.Id == readerId
        || db.TeamMembers.Any(mine => mine.PersonId == readerId && db.TeamMembers.Any(other => other.TeamId == mine.TeamId && other.PersonId == person.Id))
        || (person.SearchRoundId == roundId && !db.TeamMembers.Any(member => member.RoundId == roundId && member.PersonId == person.Id))
        || db.JoinRequests.Any(request => request.PersonId == person.Id && request.Status == JoinRequestStatus.Pending
            && db.Teams.Any(team => team.Id == request.TeamId && team.LeaderId == readerId))));
}
