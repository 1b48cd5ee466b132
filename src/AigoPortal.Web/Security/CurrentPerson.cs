using System.Security.Claims;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Web.Security;

/// <summary>Who is signed in, as the domain's <see cref="Actor"/>; the one place where a request reads the clock for a verb.</summary>
public sealed class CurrentPerson(IHttpContextAccessor http, TimeProvider clock)
{
    private ClaimsPrincipal User => http.HttpContext?.User ?? new ClaimsPrincipal();

    /// <summary>Whether anybody is signed in.</summary>
    public bool IsSignedIn => User.Identity?.IsAuthenticated == true;

    /// <summary>The person; empty for a visitor.</summary>
    public Guid Id => Guid.TryParse(User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;

    /// <summary>The person's name.</summary>
    public string Name => User.FindFirstValue(AccountClaims.DisplayName) ?? "";

    /// <summary>The instant of this request: read once, so that everything done in it has one time.</summary>
    public DateTimeOffset Now => field == default ? field = clock.GetUtcNow() : field;

    /// <summary>Who acts, when and from where.</summary>
    public Actor Actor => new(Id, Name, Now, http.HttpContext?.Connection.RemoteIpAddress?.ToString());

    /// <summary>Whether the person has a role.</summary>
    public bool Is(string role) => User.IsInRole(role);
}
