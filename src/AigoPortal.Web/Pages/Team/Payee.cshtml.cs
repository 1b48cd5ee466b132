using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.People;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

public sealed class PayeeModel(PortalDbContext db, CurrentPerson me, SecretText secrets) : PortalPage
{
    [BindProperty] public PayeeInput Input { get; set; } = new();

    public PayeeProfile? Stated { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Stated = await db.PayeeProfiles.AsNoTracking().FirstOrDefaultAsync(profile => profile.Id == me.Id, cancellation);
        if (FirstShow && Stated is not null)
        {
            (Input.TaxStatus, Input.Address, Input.BankCode) = (Stated.TaxStatus, Stated.Address, Stated.BankCode);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var profile = await db.PayeeProfiles.FirstOrDefaultAsync(profile => profile.Id == me.Id, cancellation);
        if (!Check(new PayeeValidator(profile?.TaxStatus), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (profile is null)
        {
            db.PayeeProfiles.Add(new PayeeProfile(me.Id, Statement(null), me.Actor));
        }
        else
        {
            profile.State(Statement(profile), me.Actor);
        }

        await db.SaveChangesAsync(cancellation);
        Say("受款資料已儲存");
        return RedirectToPage();
    }

    private PayeeStatement Statement(PayeeProfile? before)
    {
        var (number, account) = (IdNumber.Clean(Input.IdNumber), PayeeValidator.Digits(Input.Account));
        return new PayeeStatement(
            Input.TaxStatus!.Value,
            number.Length == 0 && before is not null ? before.SealedIdNumber : secrets.Seal(number),
            number.Length == 0 && before is not null ? before.IdNumberHint : SecretText.Mask(number),
            Input.Address.Trim(),
            Input.BankCode,
            account.Length == 0 && before is not null ? before.SealedAccount : secrets.Seal(account),
            account.Length == 0 && before is not null ? before.AccountHint : $"****{account[^4..]}");
    }
}
