using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A contact brings another into their organisation, with a letter: a new account to accept, or one more desk for who has an account.</summary>
public sealed class InviteContact(PortalDbContext db, UserManager<Account> accounts, InvitePerson invite, Letters letters)
{
    /// <param name="organisation">Mine, tracked.</param>
    /// <param name="name">The name, for who has no account yet.</param>
    /// <param name="email">With or without an account.</param>
    /// <param name="by">A contact of the organisation.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The person is a contact already, of this or another organisation, or works for the programme.</exception>
    public async Task<Person> RunAsync(Organisation organisation, string name, string email, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var account = await accounts.FindByEmailAsync(email);
        Rule.Require(account is null || await MayJoinAsync(account, organisation, cancel)
            ? null : new BrokenRule("organisation.contact-elsewhere", "Email", "這個帳號不能加入為窗口，請洽計畫辦公室。"));
        var person = account is not null && await accounts.IsInRoleAsync(account, Roles.Poser)
            ? await db.People.FirstAsync(person => person.Id == account.Id, cancel)
            : await invite.RunAsync(name, email, Roles.Poser, null, by, cancel);
        organisation.AddContact(person.Id, by);
        letters.Write(person, new LetterText("您已是「{0}」的窗口", "{1} 將您加入為「{0}」的出題窗口，登入後可以一起填寫題目、回覆團隊。", "/poser", organisation.Name, by.Name), by.At);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return person;
    }

    // Who screens, reviews or audits must not pose.
    private async Task<bool> MayJoinAsync(Account account, Organisation organisation, CancellationToken cancel) =>
        (await accounts.GetRolesAsync(account)).All(role => role is Roles.Participant or Roles.Poser)
        && !await db.Organisations.AnyAsync(other => other.Id != organisation.Id && other.Contacts.Any(contact => contact.PersonId == account.Id), cancel);
}
