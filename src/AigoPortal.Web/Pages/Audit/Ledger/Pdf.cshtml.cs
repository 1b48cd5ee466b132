using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>The ledger as PDF, with the filters of the page it was asked from.</summary>
public sealed class PdfModel(PortalDbContext db, CurrentPerson me, ExportLedger export) : LedgerPage(db)
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => TakeAsync(LedgerFormat.Pdf, export, me, cancellation);
}
