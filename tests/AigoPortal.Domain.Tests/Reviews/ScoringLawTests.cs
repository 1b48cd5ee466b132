using AigoPortal.Domain.Reviews;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

/// <summary>What holds of any scores.</summary>
public sealed class ScoringLawTests
{
    private static readonly Guid[] Entries = [.. Enumerable.Range(1, 7).Select(number => new Guid(number, 0, 0, new byte[8]))];
    private static readonly Guid[] Reviewers = [.. Enumerable.Range(1, 5).Select(number => new Guid(0, (short)number, 0, new byte[8]))];

    private static Gen<GivenTotal[]> Totals =>
        from given in (
            from entry in Gen.Elements(Entries)
            from reviewer in Gen.Elements(Reviewers)
            from value in Gen.Choose(0, 10_000)
            select new GivenTotal(entry, reviewer, value / 100m)).ListOf()
        select given.DistinctBy(total => (total.EntryId, total.ReviewerId)).ToArray();

    private static Gen<(int Weight, int Value)[]> Scored =>
        from cuts in Gen.Choose(1, 99).ListOf()
        let ends = cuts.Append(100).Distinct().Order().ToList()
        from values in Gen.Choose(0, 99).ListOf(ends.Count)
        select ends.Select((end, index) => (end - (index == 0 ? 0 : ends[index - 1]), values[index])).ToArray();

    [Fact]
    public void TheOrderInWhichReviewsCome_ChangesNothing() => Holds(Totals.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(), given =>
    {
        var shuffled = given.Item1.ToArray();
        new Random(given.Item2).Shuffle(shuffled);
        var (one, other) = (Scoring.Of(Entries, given.Item1), Scoring.Of(Entries, shuffled));
        return one.Mean == other.Mean && one.Deviation == other.Deviation && one.Entries.Zip(other.Entries).All(pair =>
            Figures(pair.First) == Figures(pair.Second)
            && pair.First.Reviews.OrderBy(review => review.ReviewerId).SequenceEqual(pair.Second.Reviews.OrderBy(review => review.ReviewerId)));
    });

    [Fact]
    public void EveryNormalisedReviewer_HasTheMeanAndTheDeviationOfAll() => Holds(Totals.ToArbitrary(), totals =>
    {
        var sheet = Scoring.Of(Entries, totals);
        return sheet.Reviewers.Where(scale => scale.IsNormalised).All(scale =>
        {
            var values = sheet.Entries.SelectMany(entry => entry.Reviews).Where(review => review.ReviewerId == scale.ReviewerId).Select(review => (double)review.Normalised).ToList();
            var mean = values.Average();
            var deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
            return Math.Abs(mean - (double)sheet.Mean) < 1e-6 && Math.Abs(deviation - (double)sheet.Deviation) < 1e-6;
        });
    });

    [Fact]
    public void Normalising_KeepsEveryReviewersOwnOrder() => Holds(Totals.ToArbitrary(), totals =>
        Scoring.Of(Entries, totals).Entries.SelectMany(entry => entry.Reviews).GroupBy(review => review.ReviewerId)
            .All(own => own.OrderBy(review => review.Total).Select(review => review.Normalised) is var values && values.SequenceEqual(values.Order())));

    [Fact]
    public void MovingAReviewersWholeScale_MovesNoEntryOfTheirs() => Holds(Totals.ToArbitrary(), totals =>
    {
        var own = totals.Where(total => total.ReviewerId == Reviewers[0]).ToArray();
        var moved = own.Select(total => total with { Value = total.Value / 2 }).ToArray();
        var (before, after) = (Scoring.Of(Entries, own).Entries, Scoring.Of(Entries, moved).Entries);

        // What differs by less than the last digit that is shown may change places by the rounding of a root.
        return own.Length < Scoring.MinimumSample || before.Zip(after).All(one => before.Zip(after).All(other =>
            !(one.First.Normalised - other.First.Normalised > 0.0001m) || one.Second.Normalised > other.Second.Normalised));
    });

    [Fact]
    public void Places_FollowTheValues() => Holds(Totals.ToArbitrary(), totals =>
    {
        var entries = Scoring.Of(Entries, totals).Entries;
        return entries.All(entry => entry.RawRank is null == (entry.Raw is null)
            && (entry.Raw is null || entry.RawRank == 1 + entries.Count(other => other.Raw > entry.Raw)));
    });

    [Fact]
    public void AHigherScore_NeverLowersTheTotal() => Holds(Scored.Zip(Gen.Choose(0, 1000)).ToArbitrary(), given =>
    {
        var criteria = given.Item1.Select((part, index) => new PanelCriterion(index + 1, "", part.Weight, "")).ToArray();
        var scores = given.Item1.Select((part, index) => new Score(index + 1, part.Value)).ToArray();
        var raised = given.Item2 % scores.Length;
        return Scoring.Total(scores, criteria) < Scoring.Total([.. scores.Select((score, index) => index == raised ? score with { Value = score.Value + 1 } : score)], criteria)
            && Scoring.Total(scores, criteria) is >= 0 and <= 100;
    });

    private static (decimal?, decimal?, int?, int?, decimal?, decimal?, bool) Figures(ScoredEntry entry) =>
        (entry.Raw, entry.Normalised, entry.RawRank, entry.NormalisedRank, entry.Spread, entry.Deviation, entry.IsDisputed);

    private static void Holds<T>(Arbitrary<T> given, Func<T, bool> law) => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(given, law));
}
