using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Payments;

/// <summary>One batch: handing it to the bank and writing down the bank's answers.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, SettlePaymentBatch settle) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>The transfer whose answer is written down alone.</summary>
    [BindProperty(SupportsGet = true, Name = "transfer")] public Guid? Picked { get; set; }

    [BindProperty] public AnswerInput Input { get; set; } = new();

    public PaymentBatch Batch { get; private set; } = null!;

    public IReadOnlyList<TransferLine> Lines { get; private set; } = [];

    public TransferLine? Chosen { get; private set; }

    public int Unanswered => Lines.Count(line => line.Status == TransferStatus.Batched);

    public bool IsBuilder => Batch.BuiltBy == me.Id;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.PaymentBatches.AsNoTracking().FirstOrDefaultAsync(batch => batch.Id == Id, cancellation) is not { } batch)
        {
            return NotFound();
        }

        Batch = batch;
        Lines = await db.Transfers.Where(transfer => transfer.BatchId == Id).LinesAsync(cancellation);
        var picked = Input.TransferId ?? Picked;
        Chosen = batch.Status == PaymentBatchStatus.Sent ? Lines.FirstOrDefault(line => line.Id == picked && line.Status == TransferStatus.Batched) : null;
        Input.PaidOn ??= FirstShow ? TaipeiTime.DateOf(me.Now) : null;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } batch)
        {
            return NotFound();
        }

        await settle.SendAsync(batch, me.Actor, cancellation);
        Say("{0} 已送件，等候銀行結果", batch.Number);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostPayAsync(CancellationToken cancellation)
    {
        if (!Check(new PaidValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await FindAsync(cancellation) is not { } batch || (Input.TransferId is { } transfer && !await IsInAsync(transfer, cancellation)))
        {
            return NotFound();
        }

        var count = await settle.PayAsync(batch, Input.TransferId, Input.PaidOn!.Value, Input.Reference, me.Actor, cancellation);
        Say("已登錄 {0} 筆入帳，並通知受款人", count);
        return RedirectToPage(new { Id });
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (!Check(new ReturnedValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await FindAsync(cancellation) is not { } batch || await settle.ReturnAsync(batch, Input.TransferId ?? Guid.Empty, Input.Reason, me.Actor, cancellation) is null)
        {
            return NotFound();
        }

        Say("已登錄退匯，並請受款人更正帳戶");
        return RedirectToPage(new { Id });
    }

    private Task<PaymentBatch?> FindAsync(CancellationToken cancellation) => db.PaymentBatches.FirstOrDefaultAsync(batch => batch.Id == Id, cancellation);

    private Task<bool> IsInAsync(Guid transferId, CancellationToken cancellation) =>
        db.Transfers.AnyAsync(transfer => transfer.Id == transferId && transfer.BatchId == Id, cancellation);
}

/// <summary>The bank's answer.</summary>
public sealed class AnswerInput
{
    /// <summary>One transfer; null for all that are unanswered.</summary>
    public Guid? TransferId { get; set; }

    public DateOnly? PaidOn { get; set; }

    public string Reference { get; set => field = Written.Line(value); } = "";

    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a payment's answer.</summary>
public sealed class PaidValidator : AbstractValidator<AnswerInput>
{
    public PaidValidator()
    {
        RuleFor(input => input.PaidOn).NotNull().WithMessage("請填入帳日");
        RuleFor(input => input.Reference).NotEmpty().WithMessage("請填銀行序號").MaximumLength(50).Sentence("最多 {0} 個字", 50);
    }
}

/// <summary>The shape of a return's answer.</summary>
public sealed class ReturnedValidator : AbstractValidator<AnswerInput>
{
    public ReturnedValidator() =>
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明退匯原因。").MaximumLength(400).Sentence("最多 {0} 個字", 400);
}
