using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Gives a person a role by letter: a new account to accept, or one more desk for who has an account.</summary>
public sealed class InvitePerson(PortalDbContext db, UserManager<Account> accounts, Registration registration, Letters letters)
{
    /// <exception cref="BrokenRuleException">The person has the role already.</exception>
    public async Task<Person> RunAsync(string name, string email, string role, Gender? gender, Actor by, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var person = await accounts.FindByEmailAsync(email) is { } account
            ? await GrantAsync(account, role, by, cancel)
            : await RegisterAsync(name, email, role, gender, by);
        db.Record(by, "account.invite", person.Id, role);
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return person;
    }

    private async Task<Person> RegisterAsync(string name, string email, string role, Gender? gender, Actor by)
    {
        var person = await registration.RegisterAsync(name, email, null, role, by, confirmed: false);
        if (gender is { } said)
        {
            person.Describe(new PersonProfile(name, null, null, null, said, person.Language), by);
        }

        return person;
    }

    private async Task<Person> GrantAsync(Account account, string role, Actor by, CancellationToken cancel)
    {
        var person = await db.People.FirstAsync(person => person.Id == account.Id, cancel);
        if (await accounts.IsInRoleAsync(account, role))
        {
            throw new BrokenRuleException(new BrokenRule("account.has-role", "Email", "這個人已經有這個角色。"));
        }

        Registration.Require(await accounts.AddToRoleAsync(account, role));
        if (account.EmailConfirmed)
        {
            letters.Write(person, new LetterText("您的 AIGO Portal 帳號有新的工作", "AIGO 計畫辦公室為您的帳號增加了新的角色，登入後就會看到。", Homes.Of([role])), by.At);
        }
        else
        {
            // Whoever registered the address has not proved it: their password must not open the new role.
            account.PasswordHash = null;
            Registration.Require(await accounts.UpdateSecurityStampAsync(account));
            await registration.WriteAgainAsync(account, person, by.At);
        }

        return person;
    }
}
