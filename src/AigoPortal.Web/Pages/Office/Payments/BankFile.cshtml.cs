using AigoPortal.Data;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Payments;

/// <summary>A batch as the file the bank takes.</summary>
public sealed class BankFileModel(PortalDbContext db, CurrentPerson me, ExportPaymentBatch export) : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.PaymentBatches.AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == Id, cancellation) is not { } batch)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = $"attachment; filename=payments-{batch.Number}.csv";
        await export.RunAsync(batch, me.Actor, Response.Body, cancellation);
        return new EmptyResult();
    }
}
