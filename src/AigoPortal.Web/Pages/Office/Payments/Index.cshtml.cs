using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Payments;

/// <summary>What waits for the bank, what it sent back, and the batches.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, BuildPaymentBatch build, SettlePaymentBatch settle) : PortalPage
{
    private const int PageSize = 30;
    private const int WaitingShown = 100;

    [BindProperty] public PaymentInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int WaitingCount { get; private set; }

    public Twd WaitingTotal { get; private set; }

    public IReadOnlyList<TransferLine> Waiting { get; private set; } = [];

    public IReadOnlyList<ReturnedLine> Returned { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    public BatchTable Batches { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var waiting = db.Transfers.Where(transfer => transfer.Status == TransferStatus.Waiting);
        var sums = await waiting.GroupBy(transfer => 1).Select(group => new { Count = group.Count(), Sum = group.Sum(transfer => (long)(object)transfer.Amount) }).FirstOrDefaultAsync(cancellation);
        (WaitingCount, WaitingTotal) = (sums?.Count ?? 0, new Twd(sums?.Sum ?? 0));
        Waiting = await waiting.OrderBy(transfer => transfer.LedgerSequence).Take(WaitingShown).LinesAsync(cancellation);
        Rounds = await db.Rounds.Where(round => waiting.Any(transfer => transfer.RoundId == round.Id)).OrderBy(round => round.Code)
            .Select(round => new SelectListItem(round.Code, round.Id.ToString())).ToListAsync(cancellation);
        Returned = await ReturnedAsync(cancellation);
        Pages = Math.Max(1, (await db.PaymentBatches.CountAsync(cancellation) + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        var batches = await db.BatchesAsync(P, PageSize, cancellation);
        Batches = new BatchTable(batches, await db.AnswersAsync(batches, cancellation), "~/office/payments");
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostBuildAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        var batch = await build.RunAsync(Input.RoundId, me.Actor, cancellation);
        Say("已建立批次 {0}，共 {1} 筆，請另一位承辦送件", batch.Number, batch.Count);
        return RedirectToPage("Details", new { id = batch.Id });
    }

    /// <summary>Tries a returned transfer again with the payee's account of now.</summary>
    public async Task<IActionResult> OnPostReissueAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        if (await settle.ReissueAsync(Input.TransferId, me.Actor, cancellation) is not { } again)
        {
            return NotFound();
        }

        Say("{0} 已重新排入待匯，請另一位承辦送件", again.VoucherNumber);
        return RedirectToPage();
    }

    private async Task<IReadOnlyList<ReturnedLine>> ReturnedAsync(CancellationToken cancellation)
    {
        var returned = await db.Transfers.Where(transfer => transfer.Status == TransferStatus.Returned).LinesAsync(cancellation);
        var ids = await db.Transfers.Where(transfer => transfer.Status == TransferStatus.Returned).Select(transfer => new { transfer.Id, transfer.PayeeId }).ToDictionaryAsync(one => one.Id, one => one.PayeeId, cancellation);
        var payees = await db.PayeesAsync([.. ids.Values.Distinct()], cancellation);
        return [.. returned.Select(transfer => payees.GetValueOrDefault(ids[transfer.Id]) is { } payee
            ? new ReturnedLine(transfer, $"{payee.BankCode}-{payee.AccountHint}", payee.ConfirmedAt > transfer.AnsweredAt)
            : new ReturnedLine(transfer, "—", false))];
    }
}

/// <summary>A transfer the bank sent back, and what its payee states now.</summary>
public sealed record ReturnedLine(TransferLine Transfer, string Account, bool IsRestated);

/// <summary>Batches with the bank's answers; the folder is where a batch's own page is.</summary>
public sealed record BatchTable(IReadOnlyList<PaymentBatch> Batches, ILookup<Guid, (TransferStatus Status, int Count)> Answers, string Folder);

/// <summary>What is built or tried again.</summary>
public sealed class PaymentInput
{
    public Guid? RoundId { get; set; }

    public Guid TransferId { get; set; }
}
