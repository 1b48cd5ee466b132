using AigoPortal.Data;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

[EnableRateLimiting(RateLimits.Login)]
public sealed class LoginModel(
    PortalDbContext db, SignInManager<Data.Identity.Account> signIn, Registration registration, CurrentPerson me, ILogger<LoginModel> logger) : PortalPage
{
    [BindProperty]
    public LoginInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The password was right, but the address is not proved yet.</summary>
    public bool MayResend { get; private set; }

    private UserManager<Data.Identity.Account> Accounts => signIn.UserManager;

    public IActionResult OnGet() => me.IsSignedIn ? LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~/") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new LoginInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await FindAsync() is not { } account)
        {
            // As long as checking a password takes, so that the time doesn't tell who has an account.
            Accounts.PasswordHasher.HashPassword(new Data.Identity.Account(), Input.Password);
            return await RefuseAsync(cancellation);
        }

        var result = account.EmailConfirmed
            ? await signIn.PasswordSignInAsync(account, Input.Password, isPersistent: false, lockoutOnFailure: true)
            : await CheckUnconfirmedAsync(account);
        if (result.Succeeded)
        {
            AccountLog.SignedIn(logger, account.Id);
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "~" + Homes.Of(await Accounts.GetRolesAsync(account)));
        }

        AccountLog.Refused(logger, account.Id, me.Actor.Origin, result.ToString());
        MayResend = result.IsNotAllowed;
        return result.IsLockedOut ? await RefuseLockedAsync(account, cancellation)
            : MayResend ? await AgainAsync(cancellation)
            : await RefuseAsync(cancellation);
    }

    public async Task<IActionResult> OnPostResendAsync(CancellationToken cancellation)
    {
        if (await FindAsync() is { EmailConfirmed: false } account)
        {
            await registration.WriteAgainAsync(account, await db.People.FirstAsync(person => person.Id == account.Id, cancellation), me.Now);
            await db.SaveChangesAsync(cancellation);
        }

        TempData["Email"] = Input.Email;
        return RedirectToPage("RegisterDone");
    }

    private async Task<Data.Identity.Account?> FindAsync() => PersonFields.IsEmail(Input.Email) ? await Accounts.FindByEmailAsync(Input.Email.Trim()) : null;

    // Identity would say "not confirmed" before it looks at the password, and so tell everyone who has an account.
    private async Task<Microsoft.AspNetCore.Identity.SignInResult> CheckUnconfirmedAsync(Data.Identity.Account account)
    {
        if (await Accounts.IsLockedOutAsync(account))
        {
            return Microsoft.AspNetCore.Identity.SignInResult.LockedOut;
        }

        if (await Accounts.CheckPasswordAsync(account, Input.Password))
        {
            return Microsoft.AspNetCore.Identity.SignInResult.NotAllowed;
        }

        await Accounts.AccessFailedAsync(account);
        return await Accounts.IsLockedOutAsync(account) ? Microsoft.AspNetCore.Identity.SignInResult.LockedOut : Microsoft.AspNetCore.Identity.SignInResult.Failed;
    }

    private Task<IActionResult> RefuseAsync(CancellationToken cancellation)
    {
        Refuse("Input.Password", "電子郵件或密碼不正確。");
        return AgainAsync(cancellation);
    }

    private Task<IActionResult> RefuseLockedAsync(Data.Identity.Account account, CancellationToken cancellation)
    {
        if (account.IsLockedForGood)
        {
            Refuse("", "這個帳號已停用。有疑問請聯絡計畫辦公室。");
        }
        else
        {
            Refuse("", "密碼錯誤太多次，帳號鎖定到 {0}。", account.LockoutEnd!.Value);
        }

        return AgainAsync(cancellation);
    }
}

public sealed class LoginInput
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";
}

public sealed class LoginInputValidator : AbstractValidator<LoginInput>
{
    public LoginInputValidator()
    {
        RuleFor(input => input.Email).NotEmpty().WithMessage("請填寫電子郵件。");
        RuleFor(input => input.Password).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("請填寫密碼。")
            .MaximumLength(PersonFields.LongestPassword).Sentence("密碼最多 {0} 個字元。", PersonFields.LongestPassword);
    }
}
