using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A reviewer's seat on a panel: the invitation and the terms that go with it.</summary>
public sealed class InvitationModel(PortalDbContext db, CurrentPerson me, SeatReviewer seats, DetectConflicts detect) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public SeatInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public PanelMember Seat { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    /// <summary>How many are asked or sit.</summary>
    public int Members { get; private set; }

    /// <summary>When the schedule has the review meeting.</summary>
    public RoundStep? Meeting => Round.Steps.FirstOrDefault(step => step.Kind == (Panel.Stage == ReviewStage.Concept ? RoundStepKind.ConceptReview : RoundStepKind.ProofReview));

    public bool CanAnswer => Seat.Status == SeatStatus.Invited && PanelRules.TakesMembers(Panel.Status) is null;

    public bool CanChangeTies => Seat.Status == SeatStatus.Accepted && PanelRules.TakesMembers(Panel.Status) is null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        (Panel, Seat) = (panel, panel.Members.First(member => member.PersonId == me.Id));
        Round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == panel.RoundId, cancellation);
        Members = panel.Members.Count(member => member.Sits);
        if (FirstShow)
        {
            Input.Ties = Seat.Ties;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken cancellation)
    {
        if (!Check(new AcceptSeatValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        await seats.AcceptAsync(panel, me.Id, Input.Ties, me.Actor, cancellation);
        Say("已接受邀請，謝謝您");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation)
    {
        if (!Check(new DeclineSeatValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        panel.Decline(me.Id, Input.Reason, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已婉拒邀請");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostTiesAsync(CancellationToken cancellation)
    {
        if (!Check(new TiesValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        panel.DeclareTies(me.Id, Input.Ties, me.Actor);
        await db.SaveChangesAsync(cancellation);
        await detect.RunAsync(panel, me.Actor, cancellation); // the new ties may reach into what is under review
        await transaction.CommitAsync(cancellation);
        Say("申報已儲存");
        return RedirectToPage();
    }

    private IQueryable<Panel> Mine() => db.Panels.Where(panel => panel.Id == Id && panel.Members.Any(member => member.PersonId == me.Id));
}

public sealed class SeatInput
{
    public string Ties { get; set => field = Written.Text(value); } = "";

    public bool Agrees { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";
}

public sealed class AcceptSeatValidator : AbstractValidator<SeatInput>
{
    public AcceptSeatValidator()
    {
        RuleFor(input => input.Agrees).Equal(true).WithMessage("請先閱讀並同意聲明");
        RuleFor(input => input.Ties).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}

public sealed class TiesValidator : AbstractValidator<SeatInput>
{
    public TiesValidator() => RuleFor(input => input.Ties).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
}

public sealed class DeclineSeatValidator : AbstractValidator<SeatInput>
{
    public DeclineSeatValidator() => RuleFor(input => input.Reason).MaximumLength(1000).Sentence("最多 {0} 個字", 1000);
}
