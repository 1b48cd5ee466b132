namespace AigoPortal.Domain.Reviews;

/// <summary>Where an entry stands among those of its panel.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Average">Mean of the weighted totals, to two decimals; null while nobody has scored.</param>
/// <param name="Spread">Highest total less lowest; null while nobody has scored.</param>
/// <param name="Rank">From 1, equal averages share a place and the next one is skipped; null while nobody has scored.</param>
/// <param name="Reviews">Reviews handed in.</param>
public sealed record RankedEntry(Guid EntryId, decimal? Average, decimal? Spread, int? Rank, int Reviews);

/// <summary>Orders a panel's entries by their average total.</summary>
public static class Ranking
{
    /// <summary>Ranks entries; the best first, those without a score last, in the order given.</summary>
    /// <param name="totals">Of each entry the totals of the reviews handed in.</param>
    public static IReadOnlyList<RankedEntry> Of(IReadOnlyList<(Guid EntryId, IReadOnlyList<decimal> Totals)> totals)
    {
        var scored = totals.Where(entry => entry.Totals.Count > 0)
            .Select(entry => (entry.EntryId, Average: Average(entry.Totals), Spread: entry.Totals.Max() - entry.Totals.Min(), entry.Totals.Count))
            .OrderByDescending(entry => entry.Average)
            .ToList();
        return
        [
            .. scored.Select(entry => new RankedEntry(
                entry.EntryId, entry.Average, entry.Spread, 1 + scored.Count(other => other.Average > entry.Average), entry.Count)),
            .. totals.Where(entry => entry.Totals.Count == 0).Select(entry => new RankedEntry(entry.EntryId, null, null, null, 0)),
        ];
    }

    // What is shown is what is ranked: averages that read the same share a place.
    private static decimal Average(IReadOnlyList<decimal> totals) => Math.Round(totals.Average(), 2, MidpointRounding.AwayFromZero);
}
