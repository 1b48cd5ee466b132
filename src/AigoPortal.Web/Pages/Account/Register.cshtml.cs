using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

/// <summary>A participant's own account. Whether the e-mail had one already is said only in the letter to it.</summary>
[EnableRateLimiting(RateLimits.Register)]
public sealed class RegisterModel(PortalDbContext db, UserManager<Data.Identity.Account> accounts, Registration registration, Letters letters, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet()
    {
        Input.Language = Languages.IsEnglish ? "en" : "zh-Hant";
        return me.IsSignedIn ? LocalRedirect("~/") : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new RegisterInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Input.Email = Input.Email.Trim();
        try
        {
            if (await accounts.FindByEmailAsync(Input.Email) is { } account)
            {
                await AnswerOwnerAsync(account, cancellation);
            }
            else
            {
                await RegisterAsync(cancellation);
            }
        }
        catch (BrokenRuleException overtaken) when (overtaken.Rule.Code is var code && (code == Registration.EmailIsTaken().Code || code == BrokenConstraints.ChangedByAnother().Code))
        {
            // Registered at the same moment: the letter of that registration is the answer.
            db.ChangeTracker.Clear();
        }

        TempData["Email"] = Input.Email;
        return RedirectToPage("RegisterDone");
    }

    private async Task RegisterAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var person = await registration.RegisterAsync(Input.Name.Trim(), Input.Email, Input.Password, Roles.Participant, me.Actor, confirmed: false, Input.Language, LocalReturn());
        person.Agree(me.Actor with { PersonId = person.Id, Name = person.Name });
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task AnswerOwnerAsync(Data.Identity.Account account, CancellationToken cancellation)
    {
        var person = await db.People.FirstAsync(person => person.Id == account.Id, cancellation);
        var hash = accounts.PasswordHasher.HashPassword(account, Input.Password); // in any case, so that the time tells nothing either
        if (account.EmailConfirmed)
        {
            letters.Write(person, new LetterText("您已經有 AIGO Portal 帳號", "有人以這個電子郵件註冊，但您已經有帳號，可以直接登入；忘記密碼時請在登入頁重設。若不是您本人，請不必理會這封信。", "/account/login"), me.Now);
        }
        else
        {
            if (account.PasswordHash is not null)
            {
                // Nobody has proved the address yet: the last one who tries counts, and earlier links end, so that
                // no stranger's password is waiting behind the owner's confirmation. An invitation stays as it is.
                account.PasswordHash = hash;
                person.Describe(new PersonProfile(Input.Name.Trim(), null, null, null, Gender.Undisclosed, Input.Language), me.Actor with { PersonId = person.Id, Name = Input.Name.Trim() });
                Registration.Require(await accounts.UpdateSecurityStampAsync(account));
            }

            await registration.WriteAgainAsync(account, person, me.Now);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private string? LocalReturn() => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;
}

public sealed class RegisterInput
{
    public string Name { get; set; } = "";

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public string Language { get; set; } = "zh-Hant";

    public bool Agreed { get; set; }
}

public sealed class RegisterInputValidator : AbstractValidator<RegisterInput>
{
    public RegisterInputValidator()
    {
        RuleFor(input => input.Name).MustBeName();
        RuleFor(input => input.Email).MustBeEmail();
        RuleFor(input => input.Password).MustBeNewPassword();
        RuleFor(input => input.Language).Must(PersonFields.IsLanguage).WithMessage("請選擇語言。");
        RuleFor(input => input.Agreed).Equal(true).WithMessage("同意個人資料的蒐集與使用後才能註冊。");
    }
}
