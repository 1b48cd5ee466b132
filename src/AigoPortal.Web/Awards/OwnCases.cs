using AigoPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>Cases an officer stays out of.</summary>
public static class OwnCases
{
    /// <summary>Whether the person is a member of the entry's team or a contact of the organisation that posed its problem.</summary>
    public static Task<bool> IsOwnCaseAsync(this PortalDbContext db, Guid entryId, Guid personId, CancellationToken cancel) => db.Entries.AnyAsync(
        entry => entry.Id == entryId
            && (db.TeamMembers.Any(member => member.TeamId == entry.TeamId && member.PersonId == personId)
                || db.Problems.Any(problem => problem.Id == entry.ProblemId
                    && db.Organisations.Any(organisation => organisation.Id == problem.OrganisationId
                        && organisation.Contacts.Any(contact => contact.PersonId == personId)))),
        cancel);
}
