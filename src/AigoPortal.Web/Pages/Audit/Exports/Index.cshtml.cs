using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Pages.Audit.Ledger;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Exports;

/// <summary>Long exports of the ledger, and where they are asked for with the ledger's filters.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, AskLedgerExport ask) : LedgerPage(db)
{
    private const int Shown = 100;

    [BindProperty] public LedgerFormat Format { get; set; }

    public IReadOnlyList<LedgerExport> Exports { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Exports = await Db.LedgerExports.AsNoTracking().OrderByDescending(export => export.AskedAt).Take(Shown).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) => ModelState.IsValid && Enum.IsDefined(Format)
        ? RedirectToPage("Details", new { Id = await ask.RunAsync(Order(Format, me), cancellation) })
        : await AgainAsync(cancellation);
}
