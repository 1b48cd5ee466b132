using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Milestones;

/// <summary>Taking a payment back: one officer asks, another posts.</summary>
public sealed class ReversalModel(PortalDbContext db, CurrentPerson me, ReverseMilestone reverse) : PortalPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty] public ReversalInput Input { get; set; } = new();

    public Milestone Milestone { get; private set; } = null!;

    public string EntryCode { get; private set; } = "";

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IReadOnlyList<TransferLine> Transfers { get; private set; } = [];

    public bool IsAsker => Milestone.Reversal?.PersonId == me.Id;

    public bool InBatch => Transfers.Any(transfer => transfer.Status == TransferStatus.Batched);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Milestones.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(found => found.Id == Id, cancellation) is not { } milestone)
        {
            return NotFound();
        }

        Milestone = milestone;
        EntryCode = await db.Entries.Where(entry => entry.Id == milestone.EntryId).Select(entry => entry.Code).SingleAsync(cancellation);
        Rows = await db.Ledger.AsNoTracking().Where(row => row.MilestoneId == Id).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        Transfers = await db.Transfers.Where(transfer => transfer.MilestoneId == Id).LinesAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellation) => !Check(new ReversalValidator(), Input)
        ? await AgainAsync(cancellation)
        : await ChangeAsync(milestone =>
        {
            milestone.AskReversal(Input.Reason, me.Actor);
            Say("已提出沖正，請另一位承辦登錄");
        }, cancellation);

    public Task<IActionResult> OnPostDropAsync(CancellationToken cancellation) => ChangeAsync(milestone =>
    {
        milestone.DropReversal(me.Actor);
        Say("已取消沖正");
    }, cancellation);

    public async Task<IActionResult> OnPostPostAsync(CancellationToken cancellation)
    {
        if (await reverse.RunAsync(Id, me.Actor, cancellation) is not { } rows)
        {
            return NotFound();
        }

        Say("已沖正，登錄清冊 {0} 筆", rows.Count);
        return RedirectToPage("Details", new { Id });
    }

    private async Task<IActionResult> ChangeAsync(Action<Milestone> change, CancellationToken cancellation)
    {
        if (await db.Milestones.AsSplitQuery().FirstOrDefaultAsync(found => found.Id == Id, cancellation) is not { } milestone)
        {
            return NotFound();
        }

        Rule.Require(MoneyRules.IsNotOwnCase(await db.IsOwnCaseAsync(milestone.EntryId, me.Id, cancellation)));
        change(milestone);
        await db.SaveChangesAsync(cancellation);
        return RedirectToPage(new { Id });
    }
}

/// <summary>Why a payment is taken back.</summary>
public sealed class ReversalInput
{
    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class ReversalValidator : AbstractValidator<ReversalInput>
{
    public ReversalValidator() =>
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明原因。").MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
}
