using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Web.Security;

/// <summary>Acts on an account, which the domain doesn't know, written into the same trail as those on its person.</summary>
public static class AccountTrail
{
    /// <summary>Adds a line such as <c>account.grant</c>; the caller saves.</summary>
    public static void Record(this PortalDbContext db, Actor by, string verb, Guid personId, string? why = null) =>
        db.AuditEvents.Add(new AuditEvent(new Trace(by, verb, why), nameof(Person), personId));
}
