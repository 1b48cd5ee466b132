using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;

namespace AigoPortal.Web.Pages.Poser;

/// <summary>What belongs to a poser: everything of the organisations they act for.</summary>
public static class PoserQueries
{
    extension(PortalDbContext db)
    {
        public IQueryable<Organisation> OrganisationsOf(Guid personId) =>
            db.Organisations.Where(organisation => organisation.Contacts.Any(contact => contact.PersonId == personId));

        public IQueryable<Problem> ProblemsOf(Guid personId) =>
            from problem in db.Problems
            join organisation in db.OrganisationsOf(personId) on problem.OrganisationId equals organisation.Id
            select problem;

        public IQueryable<Entry> EntriesFor(Guid personId) =>
            from entry in db.Entries
            join problem in db.ProblemsOf(personId) on entry.ProblemId equals problem.Id
            select entry;
    }
}
