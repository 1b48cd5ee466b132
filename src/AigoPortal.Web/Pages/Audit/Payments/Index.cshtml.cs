using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Pages.Office.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Payments;

/// <summary>All batches and what the bank answered, to read.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<TransferSum> Sums { get; private set; } = [];

    public BatchTable Batches { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var sums = await db.Transfers.GroupBy(transfer => transfer.Status)
            .Select(group => new TransferSum(group.Key, group.Count(), group.Sum(transfer => (long)(object)transfer.Amount))).ToListAsync(cancellation);
        Sums = [.. sums.OrderBy(sum => sum.Status)];
        Pages = Math.Max(1, (await db.PaymentBatches.CountAsync(cancellation) + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        var batches = await db.BatchesAsync(P, PageSize, cancellation);
        Batches = new BatchTable(batches, await db.AnswersAsync(batches, cancellation), "~/audit/payments");
        return Page();
    }
}

/// <summary>Transfers of one state.</summary>
public sealed record TransferSum(TransferStatus Status, int Count, long Amount);
