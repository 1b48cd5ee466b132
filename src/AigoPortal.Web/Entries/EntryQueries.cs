using AigoPortal.Data;
using AigoPortal.Domain.Entries;

namespace AigoPortal.Web.Entries;

/// <summary>Whose entries a page speaks of.</summary>
public static class EntryQueries
{
    /// <summary>Entries of the teams a person belongs to; all others do not exist for them.</summary>
    public static IQueryable<Entry> OfMember(this PortalDbContext db, Guid personId) =>
        db.Entries.Where(entry => db.TeamMembers.Any(member => member.RoundId == entry.RoundId && member.PersonId == personId && member.TeamId == entry.TeamId));
}
