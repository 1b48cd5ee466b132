using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>Who stands behind reviewers and entries, for the detection of conflicts of interest; a handful of queries, however many there are.</summary>
internal static class ConflictQueries
{
    /// <summary>Conflicts of interest that stand with the panel's entries.</summary>
    public static IQueryable<ConflictOfInterest> ConflictsOf(this PortalDbContext db, Panel panel) =>
        db.ConflictsOfInterest.Where(conflict => db.EntriesOf(panel).Any(entry => entry.Id == conflict.EntryId));

    /// <summary>Those who sit on the panel, ready to be compared.</summary>
    public static async Task<IReadOnlyList<ReviewerTraits>> TraitsOfReviewersAsync(this PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var ties = panel.Accepted.ToDictionary(member => member.PersonId, member => member.Ties);
        var ids = ties.Keys.ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.Id)
            .Select(person => new { person.Id, person.Name, person.Email, person.Affiliation }).ToListAsync(cancel);
        return [.. people.Select(person => new ReviewerTraits(new Affiliated(person.Id, person.Name, person.Email, person.Affiliation, ties[person.Id])))];
    }

    /// <summary>Entries with their team, organisation and mentors, ready to be compared.</summary>
    public static async Task<IReadOnlyList<(Guid EntryId, EntryTraits Traits)>> TraitsOfEntriesAsync(this PortalDbContext db, IQueryable<Entry> of, CancellationToken cancel)
    {
        var entries = await (
            from entry in of
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby entry.Code
            select new { entry.Id, entry.TeamId, entry.ProblemId, OrganisationId = organisation.Id, organisation.Name }).ToListAsync(cancel);
        var members = (await (
            from member in db.TeamMembers
            join person in db.People on member.PersonId equals person.Id
            where of.Any(entry => entry.TeamId == member.TeamId)
            select new { member.TeamId, person.Id, person.Name, person.Email, person.Affiliation }).ToListAsync(cancel))
            .ToLookup(member => member.TeamId, member => new Affiliated(member.Id, member.Name, member.Email, member.Affiliation));
        var contacts = (await (
            from organisation in db.Organisations
            from contact in organisation.Contacts
            join person in db.People on contact.PersonId equals person.Id
            where db.Problems.Any(problem => problem.OrganisationId == organisation.Id && of.Any(entry => entry.ProblemId == problem.Id))
            select new { OrganisationId = organisation.Id, person.Id, person.Name, person.Email, person.Affiliation }).ToListAsync(cancel))
            .ToLookup(contact => contact.OrganisationId, contact => new Affiliated(contact.Id, contact.Name, contact.Email, contact.Affiliation));
        var mentors = (await (
            from workshop in db.Workshops
            from mentor in workshop.Mentors
            where of.Any(entry => entry.ProblemId == workshop.Id)
            select new { workshop.Id, mentor.PersonId }).ToListAsync(cancel))
            .ToLookup(mentor => mentor.Id, mentor => mentor.PersonId);
        return
        [
            .. entries.Select(entry => (entry.Id, new EntryTraits(new EntryParties(
                [.. members[entry.TeamId]], entry.Name, [.. contacts[entry.OrganisationId]], [.. mentors[entry.ProblemId]])))),
        ];
    }
}
