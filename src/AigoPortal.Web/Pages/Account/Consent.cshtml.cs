using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account;

/// <summary>A person reads the personal-data notice in force and agrees; what they agreed to earlier stays listed.</summary>
public sealed class ConsentModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public ConsentInput Input { get; set; } = new();

    public PrivacyNotice Notice => PrivacyNotice.Current;

    public IReadOnlyList<PrivacyConsent> Consents { get; private set; } = [];

    public bool HasAgreed => Consents.Any(consent => consent.Version >= Notice.Version);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Consents = await db.People.Where(person => person.Id == me.Id).SelectMany(person => person.Consents).OrderByDescending(consent => consent.Version)
            .AsNoTracking().ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Input.Agreed)
        {
            Refuse("Input.Agreed", "請勾選同意後再送出。");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        if (await db.People.Include(person => person.Consents).FirstOrDefaultAsync(person => person.Id == me.Id, cancellation) is not { } person)
        {
            return NotFound();
        }

        person.Agree(me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已記下您的同意");
        return RedirectToPage();
    }
}

/// <summary>The answer.</summary>
public sealed class ConsentInput
{
    public bool Agreed { get; set; }
}
