using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Web.Workflows;

/// <summary>Keeps an account from signing in until it is unlocked; who is signed in is out within a minute.</summary>
public sealed class LockAccount(PortalDbContext db, UserManager<Account> accounts)
{
    /// <exception cref="BrokenRuleException">It is one's own account.</exception>
    public async Task RunAsync(Account account, bool locked, Actor by, CancellationToken cancel)
    {
        Rule.Require(locked && account.Id == by.PersonId ? new BrokenRule("account.lock-own", "", "不能停用自己的帳號。") : null);
        if (account.IsLockedForGood == locked)
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        Registration.Require(await accounts.SetLockoutEndDateAsync(account, locked ? Account.ForGood : null));
        if (locked)
        {
            Registration.Require(await accounts.UpdateSecurityStampAsync(account));
        }

        db.Record(by, locked ? "account.lock" : "account.unlock", account.Id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
