using System.Buffers.Text;
using System.Text;
using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.AspNetCore.Identity;

namespace AigoPortal.Web.Security;

/// <summary>Makes an account and its person as one, and writes the letter with the link that proves the address.</summary>
public sealed class Registration(PortalDbContext db, UserManager<Account> accounts, Letters letters)
{
    /// <summary>The purpose of the link in an invitation; it is spent once a password is set.</summary>
    private const string Invitation = "invitation";

    /// <summary>
    /// Account, person and role in one transaction (the caller's, if there is one). Unless the address is already confirmed, a letter goes out:
    /// to confirm it when there is a password, else to accept the invitation and choose one.
    /// </summary>
    /// <exception cref="BrokenRuleException">The e-mail has an account, or the password is too short.</exception>
    public async Task<Person> RegisterAsync(
        string name, string email, string? password, string role, Actor actor, bool confirmed, string language = "zh-Hant", string? returnUrl = null)
    {
        var id = Guid.CreateVersion7(actor.At);
        var account = new Account { Id = id, UserName = email, Email = email, EmailConfirmed = confirmed };
        var by = actor is { PersonId: var visitor, Name: "" } && visitor == Guid.Empty ? actor with { PersonId = id, Name = name } : actor;
        var person = new Person(id, name, email, by);
        if (language != person.Language)
        {
            person.Describe(new PersonProfile(name, null, null, null, Gender.Undisclosed, language), by);
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        Require(password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password));
        Require(await accounts.AddToRoleAsync(account, role));
        db.People.Add(person);
        if (!confirmed)
        {
            await WriteAsync(account, person, role, by.At, returnUrl);
        }

        await db.SaveChangesAsync();
        if (transaction is not null)
        {
            await transaction.CommitAsync();
        }

        return person;
    }

    /// <summary>Writes the letter of an address that is not yet proved once more; the caller saves.</summary>
    public async Task WriteAgainAsync(Account account, Person person, DateTimeOffset at) =>
        await WriteAsync(account, person, (await accounts.GetRolesAsync(account)).FirstOrDefault() ?? Roles.Participant, at, null);

    /// <summary>Whether the token of an invitation is this account's and still good.</summary>
    public Task<bool> InvitesAsync(Account account, string token) =>
        accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, Invitation, token);

    /// <summary>A token as it stands in an address.</summary>
    public static string InLink(string token) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(token));

    /// <summary>The token of an address; null when it is none.</summary>
    public static string? FromLink(string? text) =>
        text is not null && Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : null;

    /// <summary>What Identity refuses, as a broken rule.</summary>
    /// <exception cref="BrokenRuleException">It was refused.</exception>
    public static void Require(IdentityResult result)
    {
        if (result.Succeeded)
        {
            return;
        }

        throw new BrokenRuleException(result.Errors.First().Code switch
        {
            nameof(IdentityErrorDescriber.DuplicateUserName) or nameof(IdentityErrorDescriber.DuplicateEmail) => EmailIsTaken(),
            nameof(IdentityErrorDescriber.PasswordTooShort) => new BrokenRule("account.password-short", "Password", "密碼至少要 {0} 個字元。", 10),
            nameof(IdentityErrorDescriber.PasswordMismatch) => new BrokenRule("account.password-wrong", "CurrentPassword", "目前的密碼不正確。"),
            nameof(IdentityErrorDescriber.InvalidToken) => new BrokenRule("account.link-spent", "", "連結已失效，請重新索取。"),
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) =>
                new BrokenRule("account.email-odd", "Email", "請填寫可以收信的電子郵件，例如 name@example.tw。"),
            nameof(IdentityErrorDescriber.ConcurrencyFailure) => new BrokenRule("save.changed", "", "資料剛剛被其他人更新，請重新整理後再試一次。"),
            var code => new BrokenRule($"account.{code}", "", "帳號無法儲存，請再試一次。"),
        });
    }

    /// <summary>The address has an account; pages open to visitors don't tell.</summary>
    public static BrokenRule EmailIsTaken() => new("account.email-taken", "Email", "這個電子郵件已經有帳號。");

    private async Task WriteAsync(Account account, Person person, string role, DateTimeOffset at, string? returnUrl)
    {
        if (account.PasswordHash is null)
        {
            var token = InLink(await accounts.GenerateUserTokenAsync(account, TokenOptions.DefaultProvider, Invitation));
            letters.Write(person, InvitationText(role, $"/account/accept?id={account.Id}&token={token}"), at);
            return;
        }

        var proof = InLink(await accounts.GenerateEmailConfirmationTokenAsync(account));
        var next = returnUrl is null ? "" : $"&returnUrl={Uri.EscapeDataString(returnUrl)}";
        letters.Write(person, new LetterText("請確認您的電子郵件", "感謝您註冊 AIGO Portal。請在 7 天內開啟下面的連結，確認電子郵件後即可登入。若您沒有註冊，請不必理會這封信。",
            $"/account/confirm?id={account.Id}&token={proof}{next}"), at);
    }

    private static LetterText InvitationText(string role, string link) => role switch
    {
        Roles.Reviewer => new LetterText("邀請您擔任 AIGO 審查委員", "AIGO 計畫辦公室邀請您擔任審查委員。請在 7 天內開啟下面的連結，設定密碼後即可登入。", link),
        Roles.Mentor => new LetterText("邀請您擔任 AIGO 業師", "AIGO 計畫辦公室邀請您為題目提供優化建議。請在 7 天內開啟下面的連結，設定密碼後即可登入。", link),
        Roles.Poser => new LetterText("邀請您到 AIGO 出題", "AIGO 計畫辦公室邀請貴單位出題。請在 7 天內開啟下面的連結，設定密碼後即可登入。", link),
        _ => new LetterText("AIGO Portal 帳號邀請", "AIGO 計畫辦公室為您開設了帳號。請在 7 天內開啟下面的連結，設定密碼後即可登入。", link),
    };
}
