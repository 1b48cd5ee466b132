using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

public sealed class PayeeModel(PortalDbContext db, CurrentPerson me, SecretText secrets, StatePayee state) : PortalPage
{
    [BindProperty] public PayeeInput Input { get; set; } = new();

    public PayeeProfile? Stated { get; private set; }

    /// <summary>What a person can be; legal entities are stated for the team.</summary>
    public IEnumerable<SelectListItem> Statuses => PayeeValidator.Persons.Select(status => new SelectListItem(T.Word(status), status.ToString()));

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
        var before = await db.PayeeProfiles.Where(profile => profile.Id == me.Id).Select(profile => (TaxStatus?)profile.TaxStatus).FirstOrDefaultAsync(cancellation);
        if (!Check(new PayeeValidator(before), Input))
        {
            return await AgainAsync(cancellation);
        }

        await state.PersonAsync(me.Id, Statement, me.Actor, cancellation);
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
