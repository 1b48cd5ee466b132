using AigoPortal.Data;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>The ledger as PDF, with the filters of the page it was asked from.</summary>
public sealed class PdfModel(PortalDbContext db, CurrentPerson me, ExportLedger export) : LedgerPage(db)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return RedirectPreserveMethod(Url.Page("Index") + Request.QueryString); // which says what is wrong with it
        }

        Attach("application/pdf", "pdf", me.Now);
        await export.PdfAsync(Filtered(), Round, InWords(), me.Actor, Response.Body, cancellation);
        return new EmptyResult();
    }
}
