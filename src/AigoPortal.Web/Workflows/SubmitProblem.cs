using AigoPortal.Data;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Hands a problem in: finds its organisation's free place in the round and gives it its number.</summary>
public sealed class SubmitProblem(PortalDbContext db)
{
    public async Task<Problem> RunAsync(Guid problemId, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changing the organisation's row first makes its other submissions wait here until this one is counted.
        await db.Organisations
            .Where(organisation => db.Problems.Any(problem => problem.Id == problemId && problem.OrganisationId == organisation.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(organisation => organisation.SubmissionTicket, organisation => organisation.SubmissionTicket + 1), cancel);
        var problem = await db.Problems.SingleAsync(problem => problem.Id == problemId, cancel);
        Rule.Require(OrganisationRules.IsIdentified(await db.Organisations.SingleAsync(organisation => organisation.Id == problem.OrganisationId, cancel)));
        var round = await db.Rounds.SingleAsync(round => round.Id == problem.RoundId, cancel);
        var slot = problem.QuotaSlot ?? await FreeSlotAsync(problem, round, cancel);
        var code = problem.Code ?? await db.NextCodeAsync($"{round.Code}-P", cancel);
        problem.Submit(round, slot, code, by);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return problem;
    }

    /// <summary>The first free place; one beyond the quota when it is full, which the problem then refuses.</summary>
    private async Task<int> FreeSlotAsync(Problem problem, Round round, CancellationToken cancel)
    {
        var taken = await db.Problems
            .Where(other => other.RoundId == round.Id && other.OrganisationId == problem.OrganisationId && other.QuotaSlot != null)
            .Select(other => other.QuotaSlot!.Value).ToListAsync(cancel);
        return Enumerable.Range(1, round.ProblemsPerOrganisation + 1).First(slot => !taken.Contains(slot));
    }
}
