using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Scored = AigoPortal.Domain.Reviews.Review;

namespace AigoPortal.Web.Pages.Review;

/// <summary>One entry's dossier beside the reviewer's scores and comment.</summary>
public sealed class ScoreModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public ScoreInput Input { get; set; } = new();

    public Dossier Dossier { get; private set; } = null!;

    public Panel Panel { get; private set; } = null!;

    public Scored Mine { get; private set; } = null!;

    public bool CanScore => Panel.Status == PanelStatus.Reviewing;

    public IReadOnlyList<PanelCriterion> Criteria => [.. Panel.Criteria.OrderBy(criterion => criterion.Order)];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(toChange: false, cancellation) is not { } review)
        {
            return NotFound();
        }

        Mine = review;
        Panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == review.PanelId, cancellation);
        Dossier = await db.DossierAsync(review.EntryId, Panel.Stage, cancellation);
        if (FirstShow || Input.Scores.Count != Panel.Criteria.Count)
        {
            Input.Scores = [.. Criteria.Select(criterion => review.Scores.FirstOrDefault(score => score.Criterion == criterion.Order)?.Value)];
        }

        if (FirstShow)
        {
            Input.Comment = review.Comment;
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(toChange: true, cancellation) is not { } review)
        {
            return NotFound();
        }

        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == review.PanelId, cancellation);
        if (!Check(new ScoreInputValidator(panel.Criteria.Count), Input))
        {
            return await AgainAsync(cancellation);
        }

        var orders = panel.Criteria.Select(criterion => criterion.Order).Order().ToList();
        review.Submit([.. orders.Select((order, index) => new Score(order, Input.Scores[index]!.Value))], Input.Comment.Trim(), panel, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("評分已送出，公布決議前可以修改");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostRecuseAsync(CancellationToken cancellation)
    {
        if (await FindAsync(toChange: true, cancellation) is not { } review)
        {
            return NotFound();
        }

        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == review.PanelId, cancellation);
        Domain.Rules.Rule.Require(ReviewRules.PanelIsReviewing(panel.Status));
        if (!Check(new RecusalValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        review.Recuse(Input.Reason.Trim(), me.Actor);
        await db.DeclareAsync(review, ConflictKind.Other, Input.Reason.Trim(), me.Actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        Say("已迴避，這一案不再顯示給您");
        return RedirectToPage("Index");
    }

    private Task<Scored?> FindAsync(bool toChange, CancellationToken cancellation) =>
        (toChange ? db.OpenTo(me.Id) : db.OpenTo(me.Id).AsNoTracking()).FirstOrDefaultAsync(review => review.Id == Id, cancellation);
}
