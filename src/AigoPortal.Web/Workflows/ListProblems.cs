using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Problems;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>What became of one problem of several; <see cref="Why"/> is null when it was listed.</summary>
public sealed record ListingResult(string Code, string Title, BrokenRule? Why);

/// <summary>Lists several problems at once (題目上架): each by itself, so that one that can't be listed holds up none.</summary>
public sealed class ListProblems(PortalDbContext db, ScreenProblem screen)
{
    public async Task<IReadOnlyList<ListingResult>> RunAsync(IReadOnlyCollection<Guid> problemIds, Actor by, CancellationToken cancel)
    {
        var results = new List<ListingResult>();
        foreach (var id in await db.Problems.HandedIn().Where(problem => problemIds.Contains(problem.Id)).OrderBy(problem => problem.Code).Select(problem => problem.Id).ToListAsync(cancel))
        {
            results.Add(await ListAsync(id, by, cancel));
            db.ChangeTracker.Clear();
        }

        return results;
    }

    private async Task<ListingResult> ListAsync(Guid problemId, Actor by, CancellationToken cancel)
    {
        var problem = await db.Problems.SingleAsync(problem => problem.Id == problemId, cancel);
        var (code, title) = (problem.Code ?? "", problem.Content.Title);
        try
        {
            problem.List(by);
            await screen.SaveAsync(problem, ScreenProblem.Listed, by, cancel);
            return new ListingResult(code, title, null);
        }
        catch (BrokenRuleException refused)
        {
            return new ListingResult(code, title, refused.Rule);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ListingResult(code, title, BrokenConstraints.ChangedByAnother());
        }
    }
}
