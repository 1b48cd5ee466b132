using AigoPortal.Data;
using AigoPortal.Domain.Matching;
using AigoPortal.Web.Catalogue;

namespace AigoPortal.Web.Matching;

/// <summary>Problems in the order in which they fit (職能匹配).</summary>
public sealed class Recommendations(PortalDbContext db, ProblemCatalogue catalogue)
{
    /// <summary>The open problems of a round, the best fit first; of equal ones the newest.</summary>
    /// <param name="talent">Whose skills.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="without">Problems applied to already.</param>
    /// <param name="cancel">Ends the request.</param>
    public async Task<IReadOnlyList<Recommended>> ProblemsAsync(Talent talent, Guid roundId, IReadOnlyCollection<Guid> without, CancellationToken cancel)
    {
        var known = new Dictionary<Need, Fit>();
        return [.. (await catalogue.OpenAsync(db, roundId, cancel))
            .Where(item => !without.Contains(item.Id))
            .Select(item => new Recommended(item, FitOf(new Need(item.Technology, item.Industry, item.GradedReadiness, item.Difficulty))))
            .OrderByDescending(one => one.Fit.Points).ThenByDescending(one => one.Problem.ListedAt)];

        // Many problems ask for the same.
        Fit FitOf(Need need) => known.TryGetValue(need, out var fit) ? fit : known[need] = Fit.Of(talent, need, Kinships.Known);
    }
}

/// <summary>A problem and how well it fits.</summary>
public sealed record Recommended(CatalogueItem Problem, Fit Fit);
