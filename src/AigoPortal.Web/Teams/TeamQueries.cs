using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Teams;

/// <summary>A member, who they are, what keeps them from taking part (null when nothing does), and every rule with its result.</summary>
public sealed record MemberStanding(TeamMember Member, Person Person, BrokenRule? Blocks, IReadOnlyList<EligibilityResult> Results);

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
        var waivers = await db.EligibilityWaivers.AsNoTracking().Where(waiver => waiver.TeamId == team.Id).ToListAsync(cancel);
        return [.. team.Members.OrderBy(member => member.PersonId == team.LeaderId ? 0 : 1).ThenBy(member => member.JoinedAt)
            .Select(member => Standing(member, people[member.PersonId], round, waivers, now))];
    }

    /// <summary>
    /// Makes others who change the team wait here until the transaction ends: what is read of it afterwards stays true until then.
    /// </summary>
    public static Task HoldTeamAsync(this PortalDbContext db, Guid teamId, CancellationToken cancel) =>
        db.Teams.Where(team => team.Id == teamId).ExecuteUpdateAsync(set => set.SetProperty(team => team.Version, Guid.NewGuid()), cancel);

    /// <summary>The same for a person's team of a round, if there is one.</summary>
    public static Task HoldTeamOfAsync(this PortalDbContext db, Guid personId, Guid roundId, CancellationToken cancel) =>
        db.Teams.Where(team => team.RoundId == roundId && team.Members.Any(member => member.PersonId == personId))
            .ExecuteUpdateAsync(set => set.SetProperty(team => team.Version, Guid.NewGuid()), cancel);

    /// <summary>What keeps a person from acting in teams until they agree to the notice in force; null when they did.</summary>
    public static async Task<BrokenRule?> ConsentRuleAsync(this PortalDbContext db, Guid personId, CancellationToken cancel) =>
        PersonRules.HasAgreed(await db.People.Where(person => person.Id == personId).Select(person => person.AgreedVersion).FirstOrDefaultAsync(cancel));

    /// <summary>Whether the team ever handed anything in; within a transaction also no one of its entries does so until it ends.</summary>
    public static async Task<bool> HasSubmittedAsync(this PortalDbContext db, Guid teamId, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await db.Entries.Where(entry => entry.TeamId == teamId).ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Version, Guid.NewGuid()), cancel);
        }

        return await db.Submissions.AnyAsync(submission => db.Entries.Any(entry => entry.Id == submission.EntryId && entry.TeamId == teamId), cancel);
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

    private static MemberStanding Standing(TeamMember member, Person person, Round round, IReadOnlyList<EligibilityWaiver> waivers, DateTimeOffset now)
    {
        var results = Eligibility.Of(person, round, waivers, now);
        return new MemberStanding(member, person, TeamRules.FirstBlock(person, results), results);
    }
}
