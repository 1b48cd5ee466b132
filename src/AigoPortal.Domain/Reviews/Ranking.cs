namespace AigoPortal.Domain.Reviews;

/// <summary>Where an entry stands among those of its panel.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Average">Mean of the weighted totals, to two decimals; null while nobody has scored.</param>
/// <param name="Spread">Highest total less lowest; null while nobody has scored.</param>
/// <param name="Rank">From 1, equal averages share a place and the next one is skipped; null while nobody has scored.</param>
/// <param name="Reviews">Reviews handed in.</param>
/// <param name="Agreed">The total the reviewers agreed on; it ranks instead of the average.</param>
public sealed record RankedEntry(Guid EntryId, decimal? Average, decimal? Spread, int? Rank, int Reviews, decimal? Agreed = null)
{
    /// <summary>What ranks it: the agreed total, otherwise the average.</summary>
    public decimal? Counts => Agreed ?? Average;
}

/// <summary>Orders a panel's entries by their average total, or by the total agreed on.</summary>
public static class Ranking
{
    /// <summary>Ranks entries; the best first, those without a score last, in the order given.</summary>
    /// <param name="totals">Of each entry the totals of the reviews handed in.</param>
    /// <param name="agreed">Totals the reviewers agreed on.</param>
    public static IReadOnlyList<RankedEntry> Of(IReadOnlyList<(Guid EntryId, IReadOnlyList<decimal> Totals)> totals, IReadOnlyList<AgreedScore>? agreed = null)
    {
        var together = (agreed ?? []).ToDictionary(score => score.EntryId, score => score.Score);
        var entries = totals.Select(entry => new RankedEntry(
            entry.EntryId,
            entry.Totals.Count == 0 ? null : Scoring.Shown(entry.Totals.Average()),
            entry.Totals.Count == 0 ? null : entry.Totals.Max() - entry.Totals.Min(),
            null,
            entry.Totals.Count,
            together.TryGetValue(entry.EntryId, out var score) ? score : null)).ToList();
        var places = Places([.. entries.Select(entry => entry.Counts)]);
        return
        [
            .. entries.Select((entry, index) => entry with { Rank = places[index] })
                .OrderBy(entry => entry.Rank ?? int.MaxValue),
        ];
    }

    /// <summary>Places from 1, the highest first; equal values share a place and the next one is skipped; none for what has no value.</summary>
    public static IReadOnlyList<int?> Places(IReadOnlyList<decimal?> values)
    {
        var places = new int?[values.Count];
        var (seen, place, last) = (0, 0, (decimal?)null);
        foreach (var index in Enumerable.Range(0, values.Count).Where(index => values[index] is not null).OrderByDescending(index => values[index]))
        {
            seen++;
            if (values[index] != last)
            {
                (place, last) = (seen, values[index]);
            }

            places[index] = place;
        }

        return places;
    }
}
