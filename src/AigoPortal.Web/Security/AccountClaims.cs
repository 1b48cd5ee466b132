using System.Security.Claims;
using AigoPortal.Data;
using AigoPortal.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AigoPortal.Web.Security;

/// <summary>Puts the person's own name into the sign-in, so that no page has to look it up.</summary>
public sealed class AccountClaims(
    UserManager<Account> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, PortalDbContext db)
    : UserClaimsPrincipalFactory<Account, IdentityRole<Guid>>(users, roles, options)
{
    /// <summary>The claim with the person's name as they write it.</summary>
    public const string DisplayName = ClaimTypes.GivenName;

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var name = await db.People.Where(person => person.Id == user.Id).Select(person => person.Name).FirstOrDefaultAsync();
        identity.AddClaim(new Claim(DisplayName, name ?? user.Email ?? ""));
        return identity;
    }
}
