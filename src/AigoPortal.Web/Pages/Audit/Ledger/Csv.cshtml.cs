using AigoPortal.Data;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>The ledger as CSV, with the filters of the page it was asked from.</summary>
public sealed class CsvModel(PortalDbContext db, CurrentPerson me, ExportLedger export) : LedgerPage(db)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return RedirectPreserveMethod(Url.Page("Index") + Request.QueryString); // which says what is wrong with it
        }

        Attach("text/csv; charset=utf-8", "csv", me.Now);
        await export.CsvAsync(Filtered(), Round, InWords(), me.Actor, Response.Body, cancellation);
        return new EmptyResult();
    }
}
