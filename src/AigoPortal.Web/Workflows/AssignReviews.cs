using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Assigns a panel's entries automatically: planned first and looked at, then done exactly as planned or not at all.</summary>
public sealed class AssignReviews(PortalDbContext db, DetectConflicts detectConflicts, GiveReviews giveReviews)
{
    /// <summary>What it would do; changes nothing.</summary>
    public async Task<AssignmentPlan> PlanAsync(Panel panel, int reviews, int seed, CancellationToken cancel)
    {
        Rule.Require(AssignmentRules.IsReviewing(panel.Status));
        Rule.Require(AssignmentRules.CountIsPossible(reviews));
        return (await AssignmentInputs.ReadAsync(db, panel, cancel)).Plan(reviews, seed);
    }

    /// <summary>Counts it again and does it, unless anything it was counted from has changed meanwhile.</summary>
    /// <returns>How many assignments are new.</returns>
    public async Task<int> ApplyAsync(Guid panelId, int reviews, int seed, string fingerprint, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        await detectConflicts.RunAsync(panel, by, cancel);
        var plan = await PlanAsync(panel, reviews, seed, cancel);
        Rule.Require(AssignmentRules.IsAsPlanned(fingerprint, plan.Fingerprint));
        await giveReviews.RunAsync(panel, plan.Pairs, by, cancel);
        panel.NoteAssignment($"{plan.Pairs.Count} by flow, {reviews} an entry, seed {seed}, cost {plan.Cost}", by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return plan.Pairs.Count;
    }
}
