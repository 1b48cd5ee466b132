using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The review panels, one a stage.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty]
    public PanelInput Input { get; set; } = new();

    public string RoundCode { get; private set; } = "";

    public IReadOnlyList<PanelLine> Panels { get; private set; } = [];

    /// <summary>Stages of the current round that have no panel.</summary>
    public IReadOnlyList<ReviewStage> OpenStages { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        RoundCode = round.Code;
        var panels = await (
            from panel in db.Panels.AsNoTracking()
            join its in db.Rounds on panel.RoundId equals its.Id
            orderby its.StartsAt descending, panel.Stage
            select new
            {
                panel.Id,
                panel.RoundId,
                its.Code,
                panel.Name,
                panel.Stage,
                panel.Status,
                Genders = panel.Members.Where(member => member.Status == SeatStatus.Invited || member.Status == SeatStatus.Accepted).Select(member => member.Gender).ToList(),
                Reviews = db.Reviews.Count(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused),
                Submitted = db.Reviews.Count(review => review.PanelId == panel.Id && review.Status == ReviewStatus.Submitted),
            }).ToListAsync(cancellation);
        Panels = [.. panels.Select(panel => new PanelLine(
            panel.Id, panel.Code, panel.Name, panel.Stage, panel.Status, panel.Genders.Count, PanelRules.IsFair(panel.Genders), panel.Submitted, panel.Reviews))];
        OpenStages = [.. Enum.GetValues<ReviewStage>().Where(stage => panels.All(panel => panel.RoundId != round.Id || panel.Stage != stage))];
        if (FirstShow && OpenStages.Count > 0)
        {
            Input.Stage = OpenStages[0];
            Input.Name = T["{0} {1}審查會", round.Code, T.Word(OpenStages[0])].Value;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new PanelInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        var panel = new Panel(round, Input.Stage!.Value, Input.Name.Trim(), me.Actor);
        db.Panels.Add(panel);
        await db.SaveChangesAsync(cancellation);
        Say("審查會已建立，請加入委員");
        return RedirectToPage("Details", new { id = panel.Id });
    }
}

/// <summary>A panel of the list.</summary>
public sealed record PanelLine(
    Guid Id, string Round, string Name, ReviewStage Stage, PanelStatus Status, int Members, bool IsFair, int Submitted, int Reviews);

public sealed class PanelInput
{
    public ReviewStage? Stage { get; set; }

    public string Name { get; set; } = "";
}

public sealed class PanelInputValidator : AbstractValidator<PanelInput>
{
    public PanelInputValidator()
    {
        RuleFor(input => input.Stage).NotNull().WithMessage("請選擇階段").IsInEnum().WithMessage("請選擇階段");
        RuleFor(input => input.Name).NotEmpty().WithMessage("請填寫審查會名稱").MaximumLength(100).Sentence("最多 {0} 個字", 100);
    }
}
