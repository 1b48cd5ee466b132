using AigoPortal.Data;
using AigoPortal.Domain.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Security;

/// <summary>The roles as rows, which accounts point to.</summary>
public static class RoleSeed
{
    /// <summary>Adds the roles that are missing; call it once the schema is up to date.</summary>
    public static async Task SeedRolesAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var missing = await MissingAsync(db);
        try
        {
            db.Roles.AddRange(missing.Select(role => new IdentityRole<Guid>(role) { Id = Guid.NewGuid(), NormalizedName = role.ToUpperInvariant() }));
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException)
        {
            // Another node that starts now added them first; anything else is a fault.
            db.ChangeTracker.Clear();
            if ((await MissingAsync(db)).Count > 0)
            {
                throw;
            }
        }
    }

    private static async Task<List<string>> MissingAsync(PortalDbContext db)
    {
        var present = await db.Roles.Select(role => role.Name).ToListAsync();
        return [.. Roles.All.Where(role => !present.Contains(role))];
    }
}
