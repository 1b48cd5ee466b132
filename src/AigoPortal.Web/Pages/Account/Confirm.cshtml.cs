using AigoPortal.Data;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Account;

/// <summary>The link of the letter: following it proves the address. Following it twice is no fault.</summary>
public sealed class ConfirmModel(PortalDbContext db, UserManager<Data.Identity.Account> accounts, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool Confirmed { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? token, CancellationToken cancellation)
    {
        if (await accounts.FindByIdAsync(id.ToString()) is not { } account)
        {
            return NotFound();
        }

        Confirmed = account.EmailConfirmed
            || (Registration.FromLink(token) is { } proof && (await accounts.ConfirmEmailAsync(account, proof)).Succeeded && await RecordAsync(id, cancellation));
        ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;
        return Page();
    }

    private async Task<bool> RecordAsync(Guid id, CancellationToken cancellation)
    {
        db.Record(me.Actor with { PersonId = id }, "account.confirm", id);
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
