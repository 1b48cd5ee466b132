using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Web.Awards;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Payments;

/// <summary>One batch, to read; accounts stay masked.</summary>
public sealed class DetailsModel(PortalDbContext db) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public PaymentBatch Batch { get; private set; } = null!;

    public IReadOnlyList<TransferLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.PaymentBatches.AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == Id, cancellation) is not { } batch)
        {
            return NotFound();
        }

        Batch = batch;
        Lines = await db.Transfers.Where(transfer => transfer.BatchId == Id).LinesAsync(cancellation);
        return Page();
    }
}
