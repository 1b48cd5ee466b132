using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Web.Workflows;

/// <summary>Makes an account's roles exactly the wanted ones; each role given or taken is a line of the trail.</summary>
public sealed class SetRoles(PortalDbContext db, UserManager<Account> accounts)
{
    /// <exception cref="BrokenRuleException">A role is unknown, or administrators would remove themselves.</exception>
    public async Task RunAsync(Account account, IReadOnlyCollection<string> wanted, Actor by, CancellationToken cancel)
    {
        Rule.Require(wanted.All(Roles.All.Contains) ? null : new BrokenRule("account.unknown-role", "Roles", "請選擇角色。"));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var held = await accounts.GetRolesAsync(account);
        var (given, taken) = (wanted.Distinct().Except(held).ToList(), held.Except(wanted).ToList());
        Rule.Require(account.Id == by.PersonId && taken.Contains(Roles.Administrator)
            ? new BrokenRule("account.own-administrator", "Roles", "不能移除自己的系統管理者角色，請由另一位系統管理者操作。") : null);

        Registration.Require(await accounts.AddToRolesAsync(account, given));
        Registration.Require(await accounts.RemoveFromRolesAsync(account, taken));
        given.ForEach(role => db.Record(by, "account.grant", account.Id, role));
        taken.ForEach(role => db.Record(by, "account.revoke", account.Id, role));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
