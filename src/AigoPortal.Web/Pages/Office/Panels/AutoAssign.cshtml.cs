using System.Security.Cryptography;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>The automatic assignment: counted, looked at, then done.</summary>
public sealed class AutoAssignModel(PortalDbContext db, CurrentPerson me, AssignReviews assignReviews, DetectConflicts detectConflicts) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Reviews an entry of the plan that is shown; none is shown without.</summary>
    [BindProperty(SupportsGet = true, Name = "reviews")]
    public int? Reviews { get; set; }

    /// <summary>The seed of the plan that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "seed")]
    public int? Seed { get; set; }

    [BindProperty]
    public AutoAssignInput Input { get; set; } = new();

    public Panel Panel { get; private set; } = null!;

    public AssignmentPlan? Plan { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { Status: PanelStatus.Reviewing } panel)
        {
            return NotFound();
        }

        Panel = panel;
        if (Reviews is >= 1 and <= AssignmentRules.MostReviews && Seed is >= 0)
        {
            Plan = await assignReviews.PlanAsync(panel, Reviews.Value, Seed.Value, cancellation);
        }

        if (FirstShow)
        {
            Input = new AutoAssignInput { Reviews = Plan?.Reviews ?? panel.ReviewsPerEntry ?? 3, Seed = Plan?.Seed };
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>Looks for conflicts once more and shows what would be assigned.</summary>
    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } panel)
        {
            return NotFound();
        }

        if (!Check(new AutoAssignValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Rule.Require(AssignmentRules.IsReviewing(panel.Status));
        await detectConflicts.RunAsync(panel, me.Actor, cancellation);
        return RedirectToPage(new { Id, reviews = Input.Reviews, seed = Input.Seed ?? RandomNumberGenerator.GetInt32(1_000_000) });
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is null)
        {
            return NotFound();
        }

        if (!Check(new AutoAssignValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var given = await assignReviews.ApplyAsync(Id, Input.Reviews!.Value, Input.Seed ?? 0, Input.Fingerprint, me.Actor, cancellation);
        Say("已分派 {0} 筆，通知信已寄給委員", given);
        return RedirectToPage("Assignment", new { Id });
    }

    private Task<Panel?> FindAsync(CancellationToken cancellation) => db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation);
}
