using AigoPortal.Data;
using AigoPortal.Web.Validation;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Security;

/// <summary>A line of a list of accounts.</summary>
public sealed record AccountLine(Guid Id, string Name, string Email, DateTimeOffset RegisteredAt, AccountFacts Facts, IReadOnlyList<string> Roles);

/// <summary>Accounts with their people and roles, a page at a time.</summary>
public static class AccountList
{
    public const int PerPage = 50;

    public static async Task<(IReadOnlyList<AccountLine> Lines, int Pages)> AccountsAsync(
        this PortalDbContext db, IReadOnlyList<string> roles, string? search, int page, CancellationToken cancel)
    {
        var sought = PersonFields.IsPlain(search) ? search?.Trim() ?? "" : "";
        var email = sought.ToUpperInvariant();
        var found =
            from person in db.People.AsNoTracking()
            join account in db.Users on person.Id equals account.Id
            where sought == "" || person.Name.Contains(sought) || account.NormalizedEmail!.Contains(email)
            where roles.Count == 0 || db.UserRoles.Any(held => held.UserId == account.Id && db.Roles.Any(role => role.Id == held.RoleId && roles.Contains(role.Name!)))
            select new { person, account };
        var pages = (await found.CountAsync(cancel) + PerPage - 1) / PerPage;
        var lines = await found.OrderByDescending(row => row.person.RegisteredAt).ThenBy(row => row.person.Id)
            .Skip((Math.Clamp(page, 1, Math.Max(1, pages)) - 1) * PerPage).Take(PerPage)
            .Select(row => new AccountLine(
                row.person.Id, row.person.Name, row.person.Email, row.person.RegisteredAt,
                new AccountFacts(row.account.PasswordHash != null, row.account.EmailConfirmed, row.account.LockoutEnd),
                db.UserRoles.Where(held => held.UserId == row.account.Id).Join(db.Roles, held => held.RoleId, role => role.Id, (_, role) => role.Name!).ToList()))
            .ToListAsync(cancel);
        return (lines, pages);
    }
}
