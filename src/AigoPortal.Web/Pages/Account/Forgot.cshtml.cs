using AigoPortal.Data;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

/// <summary>Sends the letter to choose a new password. The answer is the same whether the e-mail has an account or not.</summary>
[EnableRateLimiting(RateLimits.Forgot)]
public sealed class ForgotModel(PortalDbContext db, UserManager<Data.Identity.Account> accounts, Registration registration, Letters letters, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public ForgotInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new ForgotInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Input.Email = Input.Email.Trim();
        if (await accounts.FindByEmailAsync(Input.Email) is { } account)
        {
            await WriteAsync(account, cancellation);
        }

        TempData["Email"] = Input.Email;
        return RedirectToPage("ForgotDone");
    }

    private async Task WriteAsync(Data.Identity.Account account, CancellationToken cancellation)
    {
        var person = await db.People.FirstAsync(person => person.Id == account.Id, cancellation);
        if (account.EmailConfirmed)
        {
            var token = Registration.InLink(await accounts.GeneratePasswordResetTokenAsync(account));
            letters.Write(person, new LetterText("重設 AIGO Portal 密碼", "請在 7 天內開啟下面的連結，設定新的密碼。若您沒有要求重設，請不必理會這封信，密碼不會改變。", $"/account/reset?id={account.Id}&token={token}"), me.Now);
        }
        else
        {
            await registration.WriteAgainAsync(account, person, me.Now);
        }

        await db.SaveChangesAsync(cancellation);
    }
}

public sealed class ForgotInput
{
    public string Email { get; set; } = "";
}

public sealed class ForgotInputValidator : AbstractValidator<ForgotInput>
{
    public ForgotInputValidator() => RuleFor(input => input.Email).MustBeEmail();
}
