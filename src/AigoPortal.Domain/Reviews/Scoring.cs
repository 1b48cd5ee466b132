namespace AigoPortal.Domain.Reviews;

/// <summary>A total that was handed in.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="ReviewerId">The reviewer.</param>
/// <param name="Value">The weighted total, 0 to 100.</param>
public sealed record GivenTotal(Guid EntryId, Guid ReviewerId, decimal Value);

/// <summary>How a reviewer scores.</summary>
/// <param name="ReviewerId">The reviewer.</param>
/// <param name="Count">Reviews handed in.</param>
/// <param name="Mean">Mean of the totals.</param>
/// <param name="Deviation">Population standard deviation of the totals.</param>
/// <param name="IsNormalised">Whether there is enough to normalise: at least <see cref="Scoring.MinimumSample"/> totals that are not all the same.</param>
/// <param name="Harshness">Mean of all totals less the reviewer's own: positive when they score lower than the others.</param>
public sealed record ReviewerScale(Guid ReviewerId, int Count, decimal Mean, decimal Deviation, bool IsNormalised, decimal Harshness);

/// <summary>A total with what it is on the common scale.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="ReviewerId">The reviewer.</param>
/// <param name="Total">As handed in.</param>
/// <param name="Normalised">On the common scale; may lie below 0 or above 100.</param>
/// <param name="IsOutlier">Lies far from the entry's other reviews.</param>
public sealed record ScoredReview(Guid EntryId, Guid ReviewerId, decimal Total, decimal Normalised, bool IsOutlier);

/// <summary>An entry with its averages and places.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Reviews">What was handed in.</param>
/// <param name="Raw">Mean of the totals, to two decimals; null while nobody has scored.</param>
/// <param name="Normalised">Mean of the normalised totals, to two decimals; null while nobody has scored.</param>
/// <param name="Agreed">The total the reviewers agreed on; it ranks instead of either average.</param>
/// <param name="Spread">Highest total less lowest.</param>
/// <param name="Deviation">Population standard deviation of the totals.</param>
public sealed record ScoredEntry(
    Guid EntryId, IReadOnlyList<ScoredReview> Reviews, decimal? Raw, decimal? Normalised, decimal? Agreed, decimal? Spread, decimal? Deviation)
{
    /// <summary>Place by the totals as given.</summary>
    public int? RawRank { get; init; }

    /// <summary>Place by the normalised totals.</summary>
    public int? NormalisedRank { get; init; }

    /// <summary>The reviewers disagree and have not agreed on a total: worth a discussion.</summary>
    public bool IsDisputed => Agreed is null && Reviews.Count > 1 && (Spread > Scoring.FarApart || Reviews.Any(review => review.IsOutlier));
}

/// <summary>A panel's scores: as given, on a common scale, averaged and ranked.</summary>
/// <param name="Entries">In the order given.</param>
/// <param name="Reviewers">Those who handed something in.</param>
/// <param name="Mean">Of all totals; 0 while there is none.</param>
/// <param name="Deviation">Population standard deviation of all totals.</param>
public sealed record ScoreSheet(IReadOnlyList<ScoredEntry> Entries, IReadOnlyList<ReviewerScale> Reviewers, decimal Mean, decimal Deviation)
{
    /// <summary>What to discuss, the strongest disagreement first.</summary>
    public IEnumerable<ScoredEntry> ToDiscuss => Entries.Where(entry => entry.IsDisputed).OrderByDescending(entry => entry.Spread).ThenByDescending(entry => entry.Deviation);
}

/// <summary>
/// The arithmetic of scores. Sums are exact decimals, so the order in which reviews come never changes a result.
/// </summary>
public static class Scoring
{
    /// <summary>The fewest totals from which a reviewer's mean and deviation say something (own).</summary>
    public const int MinimumSample = 3;

    /// <summary>Points from the median of the entry's other reviews from which one is an outlier, and the spread from which an entry is worth a discussion (own).</summary>
    public const decimal FarApart = 20;

    private const int Digits = 10;

    /// <summary>Σ score × weight ÷ 100, to two decimals, half away from zero; null while a criterion has no score.</summary>
    public static decimal? Total(IReadOnlyList<Score> scores, IReadOnlyList<PanelCriterion> criteria)
    {
        var sum = 0m;
        foreach (var criterion in criteria)
        {
            if (scores.FirstOrDefault(score => score.Criterion == criterion.Order) is not { } score)
            {
                return null;
            }

            sum += score.Value * (decimal)criterion.Weight;
        }

        return Shown(sum / 100m);
    }

    /// <summary>
    /// Averages and ranks. Normalised: (total − the reviewer's mean) ÷ the reviewer's deviation, put back on the common scale as the mean of all totals
    /// + that × the deviation of all totals; as given when the reviewer has too few totals or always the same. It is not cut off at 0 and 100.
    /// </summary>
    /// <param name="entries">The panel's entries.</param>
    /// <param name="totals">What was handed in on them.</param>
    /// <param name="agreed">Totals the reviewers agreed on.</param>
    public static ScoreSheet Of(IReadOnlyList<Guid> entries, IReadOnlyList<GivenTotal> totals, IReadOnlyList<AgreedScore>? agreed = null)
    {
        var (mean, deviation) = Moments(totals);
        var scales = totals.GroupBy(total => total.ReviewerId).Select(given => ScaleOf(given.Key, [.. given], mean)).ToDictionary(scale => scale.ReviewerId);
        var together = (agreed ?? []).ToDictionary(score => score.EntryId, score => score.Score);
        var given = totals.ToLookup(total => total.EntryId);
        List<ScoredEntry> scored =
        [
            .. entries.Select(entry => EntryOf(
                entry,
                [.. given[entry]],
                total => Normalise(total.Value, scales[total.ReviewerId], mean, deviation),
                together.TryGetValue(entry, out var score) ? score : null)),
        ];
        var raw = Ranking.Places([.. scored.Select(entry => entry.Agreed ?? entry.Raw)]);
        var normalised = Ranking.Places([.. scored.Select(entry => entry.Agreed ?? entry.Normalised)]);
        return new ScoreSheet([.. scored.Select((entry, index) => entry with { RawRank = raw[index], NormalisedRank = normalised[index] })], [.. scales.Values], mean, deviation);
    }

    /// <summary>What is shown is what is ranked: two decimals, half away from zero.</summary>
    public static decimal Shown(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    private static ReviewerScale ScaleOf(Guid reviewer, IReadOnlyList<GivenTotal> totals, decimal overall)
    {
        var (mean, deviation) = Moments(totals);
        return new ReviewerScale(reviewer, totals.Count, mean, deviation, totals.Count >= MinimumSample && deviation > 0, overall - mean);
    }

    private static decimal Normalise(decimal total, ReviewerScale scale, decimal mean, decimal deviation) =>
        scale.IsNormalised ? Math.Round(mean + ((total - scale.Mean) / scale.Deviation * deviation), Digits) : total;

    private static ScoredEntry EntryOf(Guid entry, IReadOnlyList<GivenTotal> totals, Func<GivenTotal, decimal> normalise, decimal? agreed)
    {
        if (totals.Count == 0)
        {
            return new ScoredEntry(entry, [], null, null, agreed, null, null);
        }

        var values = totals.Select(total => total.Value).ToArray();
        Array.Sort(values);
        var reviews = new ScoredReview[totals.Count];
        var sum = 0m;
        for (var i = 0; i < reviews.Length; i++)
        {
            var (total, normalised) = (totals[i], normalise(totals[i]));
            reviews[i] = new ScoredReview(entry, total.ReviewerId, total.Value, normalised, IsOutlier(values, total.Value));
            sum += normalised;
        }

        var (mean, deviation) = Moments(totals);
        return new ScoredEntry(entry, reviews, Shown(mean), Shown(sum / reviews.Length), agreed, values[^1] - values[0], Shown(deviation));
    }

    // With one other review nobody can say which of the two is off.
    private static bool IsOutlier(decimal[] sorted, decimal value)
    {
        if (sorted.Length < 3)
        {
            return false;
        }

        var own = Array.BinarySearch(sorted, value);
        var others = sorted.Length - 1;
        var median = (At((others - 1) / 2) + At(others / 2)) / 2;
        return Math.Abs(value - median) > FarApart;

        decimal At(int place) => sorted[place < own ? place : place + 1];
    }

    private static (decimal Mean, decimal Deviation) Moments(IReadOnlyList<GivenTotal> totals)
    {
        if (totals.Count == 0)
        {
            return (0, 0);
        }

        var (sum, squares) = (0m, 0m);
        foreach (var total in totals)
        {
            sum += total.Value;
            squares += total.Value * total.Value;
        }

        var variance = ((squares * totals.Count) - (sum * sum)) / totals.Count / totals.Count;
        return (sum / totals.Count, (decimal)Math.Sqrt((double)variance));
    }
}
