using AigoPortal.Data;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Account;

public sealed class ResetModel(PortalDbContext db, UserManager<Data.Identity.Account> accounts, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public ResetInput Input { get; set; } = new();

    /// <summary>The link is too old, used, or was replaced by a newer one.</summary>
    public bool Spent { get; private set; }

    private Data.Identity.Account Owner { get; set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await accounts.FindByIdAsync(Id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Owner = account;
        Spent = Registration.FromLink(Token) is not { } token
            || !await accounts.VerifyUserTokenAsync(account, TokenOptions.DefaultProvider, UserManager<Data.Identity.Account>.ResetPasswordTokenPurpose, token);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Spent || !Check(new ResetInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Registration.Require(await accounts.ResetPasswordAsync(Owner, Registration.FromLink(Token)!, Input.Password));
        if (!Owner.IsLockedForGood)
        {
            await accounts.SetLockoutEndDateAsync(Owner, null);
        }

        db.Record(me.Actor with { PersonId = Id }, "account.reset-password", Id);
        await db.SaveChangesAsync(cancellation);
        Say("新密碼已設定，請登入。");
        return RedirectToPage("Login");
    }
}

public sealed class ResetInput
{
    public string Password { get; set; } = "";
}

public sealed class ResetInputValidator : AbstractValidator<ResetInput>
{
    public ResetInputValidator() => RuleFor(input => input.Password).MustBeNewPassword();
}
