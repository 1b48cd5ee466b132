using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Data.Identity;

/// <summary>A sign-in; its identity is that of the <see cref="Domain.People.Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The end of a lock that an administrator set: none.</summary>
    public static readonly DateTimeOffset ForGood = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Locked by an administrator, not by wrong passwords.</summary>
    public bool IsLockedForGood => LockoutEnd >= ForGood;
}
