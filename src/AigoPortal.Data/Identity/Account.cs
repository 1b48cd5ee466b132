using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Data.Identity;

/// <summary>A sign-in; its identity is that of the <see cref="Domain.People.Person"/>.</summary>
public sealed class Account : IdentityUser<Guid>;
