using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Security;

/// <summary>Opens a new portal: all other staff are invited by somebody, the first one by the configuration.</summary>
public static class FirstAdministrator
{
    /// <summary>Invites <c>Accounts:FirstAdministrator</c> (an e-mail) as long as there is no administrator.</summary>
    public static async Task InviteFirstAdministratorAsync(this IServiceProvider services)
    {
        if (services.GetRequiredService<IConfiguration>()["Accounts:FirstAdministrator"] is not { Length: > 0 } email)
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.UserRoles.AnyAsync(held => db.Roles.Any(role => role.Id == held.RoleId && role.Name == Roles.Administrator)))
        {
            return;
        }

        try
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            await scope.ServiceProvider.GetRequiredService<InvitePerson>().RunAsync(email, email, Roles.Administrator, null, Actor.Portal(now), CancellationToken.None);
        }
        catch (BrokenRuleException)
        {
            // Another node that starts now was first.
        }
    }
}
