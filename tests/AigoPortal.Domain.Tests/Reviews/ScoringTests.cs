using System.Globalization;
using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public sealed class ScoringTests
{
    private static readonly Guid A = Number("a");
    private static readonly Guid B = Number("b");
    private static readonly Guid C = Number("c");
    private static readonly Guid X = Number("1");
    private static readonly Guid Y = Number("2");
    private static readonly Guid Z = Number("3");

    // By hand: X 60, 70, 80 has mean 70 and deviation √66.67; Y 80, 85, 90 has mean 85 and deviation √16.67; all six have mean 77.5 and deviation √97.9167 = 9.8953.
    // Both give the entries z = −1.2247, 0, 1.2247, so both come out at 77.5 ± 12.1192.
    [Fact]
    public void Normalised_EvensOutAStrictAndALenientReviewer()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 60, B X 70, C X 80, A Y 80, B Y 85, C Y 90"));

        sheet.Entries.Select(entry => (entry.Raw, entry.Normalised, entry.RawRank, entry.NormalisedRank)).ShouldBe(
            [(70m, 65.38m, 3, 3), (77.5m, 77.5m, 2, 2), (85m, 89.62m, 1, 1)]);
        sheet.Entries.SelectMany(entry => entry.Reviews).Select(review => Scoring.Shown(review.Normalised)).ShouldBe([65.38m, 65.38m, 77.5m, 77.5m, 89.62m, 89.62m]);
        (sheet.Mean, Scoring.Shown(sheet.Deviation)).ShouldBe((77.5m, 9.90m));
        sheet.Reviewers.Select(scale => (scale.Count, scale.Mean, Scoring.Shown(scale.Deviation), scale.IsNormalised, scale.Harshness)).ShouldBe(
            [(3, 70m, 8.16m, true, 7.5m), (3, 85m, 4.08m, true, -7.5m)]);
    }

    // A strict reviewer who only got the best entries turns the raw order around.
    [Fact]
    public void Ranks_MayDiffer()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 50, B X 60, C X 55, B Y 80, C Y 85, A Z 90"));

        sheet.Entries.Select(entry => entry.Raw).ShouldBe([70m, 70m, 70m]);
        sheet.Entries.Select(entry => entry.RawRank).ShouldBe([1, 1, 1]);
        // X is evened out (mean 55, deviation √16.67; all: mean 70, deviation √241.67 = 15.5456): B 70 + 1.2247 × 15.5456 = 89.0394, C 70, A 50.9606. Y and Z are too few.
        sheet.Entries.Select(entry => entry.Normalised).ShouldBe([70.48m, 84.52m, 77.5m]);
        sheet.Entries.Select(entry => entry.NormalisedRank).ShouldBe([3, 1, 2]);
    }

    [Theory]
    [InlineData("A X 40, B X 90, A Y 80, B Y 80, C Y 81")] // X has two
    [InlineData("A X 70, B X 70, C X 70, A Y 80, B Y 85, C Y 93")] // X is always the same
    [InlineData("A X 88")] // one reviewer, one entry
    public void AReviewerWithTooLittleToGoBy_StaysAsGiven(string given)
    {
        var sheet = Scoring.Of([A, B, C], Given(given));

        var reviews = sheet.Entries.SelectMany(entry => entry.Reviews).Where(review => review.ReviewerId == X).ToList();
        reviews.ShouldNotBeEmpty();
        reviews.ShouldAllBe(review => review.Normalised == review.Total);
        sheet.Reviewers.Single(scale => scale.ReviewerId == X).IsNormalised.ShouldBeFalse();
    }

    [Fact]
    public void OneReviewer_KeepsTheirScale()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 61, B X 77.25, C X 90"));
        sheet.Entries.Select(entry => entry.Normalised).ShouldBe([61m, 77.25m, 90m]);
    }

    [Fact]
    public void IdenticalScores_ShareTheFirstPlace()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 80, B X 80, C X 80, A Y 80, B Y 80, C Y 80"));
        sheet.Entries.ShouldAllBe(entry => entry.RawRank == 1 && entry.NormalisedRank == 1 && entry.Raw == 80 && entry.Normalised == 80 && entry.Spread == 0 && entry.Deviation == 0);
    }

    [Fact]
    public void Ties_ShareAPlace_AndTheNextOneIsSkipped() =>
        Ranking.Places([80m, 90m, null, 80m, 60m, 90m]).ShouldBe([3, 1, null, 3, 5, 1]);

    [Fact]
    public void Normalised_MayLeaveTheScale()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 100, B X 98, C X 98, A Y 0, B Y 50, C Y 100"));
        sheet.Entries[0].Reviews[0].Normalised.ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData("A X 80, A Y 78, A Z 50", "30", true, "Z")] // 29 from the median of the others
    [InlineData("A X 80, A Y 80, A Z 60", "20", false, "")] // exactly 20 is not far
    [InlineData("A X 80, A Y 80, A Z 59.99", "20.01", true, "Z")]
    [InlineData("A X 90, A Y 60", "30", true, "")] // with one other nobody can say who is off
    [InlineData("A X 90", "0", false, "")]
    public void Disagreement_IsMarked(string given, string spread, bool disputed, string far)
    {
        var entry = Scoring.Of([A], Given(given)).Entries[0];
        (entry.Spread, entry.IsDisputed).ShouldBe((decimal.Parse(spread, CultureInfo.InvariantCulture), disputed));
        entry.Reviews.Where(review => review.IsOutlier).Select(review => review.ReviewerId).ShouldBe(far == "Z" ? [Z] : []);
    }

    [Fact]
    public void TheQueue_BeginsWithTheStrongestDisagreement_AndSkipsWhatWasAgreedOn()
    {
        var totals = Given("A X 50, A Y 80, B X 20, B Y 80, C X 10, C Y 90");
        Scoring.Of([A, B, C], totals, [Agreed(C, 55)]).ToDiscuss.Select(entry => entry.EntryId).ShouldBe([B, A]);
    }

    [Fact]
    public void AnAgreedScore_RanksInsteadOfTheAverages_AlsoWithoutReviews()
    {
        var sheet = Scoring.Of([A, B, C], Given("A X 90, B X 60"), [Agreed(B, 95), Agreed(C, 70.5m)]);

        sheet.Entries.Select(entry => (entry.Raw, entry.Agreed, entry.RawRank, entry.NormalisedRank)).ShouldBe(
            [(90m, null, 2, 2), (60m, 95m, 1, 1), (null, 70.5m, 3, 3)]);
        Ranking.Of([(A, [90m]), (B, [60m])], [Agreed(B, 95)]).Select(entry => (entry.EntryId, entry.Rank, entry.Average)).ShouldBe([(B, 1, 60m), (A, 2, 90m)]);
    }

    [Fact]
    public void AnEntryWithoutReviews_HasNoPlace() =>
        Scoring.Of([A, B], Given("A X 0")).Entries[1].ShouldBe(new ScoredEntry(B, [], null, null, null, null, null));

    [Fact]
    public void Nothing_IsNothing() => Scoring.Of([], []).Entries.ShouldBeEmpty();

    [Theory]
    [InlineData(new[] { 30, 20, 50 }, new[] { 80, 70, 90 }, "83")] // 24 + 14 + 45
    [InlineData(new[] { 33, 33, 34 }, new[] { 71, 72, 73 }, "72.01")]
    public void Total_IsWeighted(int[] weights, int[] values, string total) =>
        Scoring.Total([.. values.Select((value, index) => new Score(index + 1, value)).Reverse()], Criteria(weights)).ShouldBe(decimal.Parse(total, CultureInfo.InvariantCulture));

    [Fact]
    public void Total_WithAMissingCriterion_IsNone() => Scoring.Total([new(1, 80), new(3, 90)], Criteria(30, 20, 50)).ShouldBeNull();

    private static PanelCriterion[] Criteria(params int[] weights) => [.. weights.Select((weight, index) => new PanelCriterion(index + 1, $"準則 {index + 1}", weight, ""))];

    private static AgreedScore Agreed(Guid entry, decimal score) => new(entry, score, "討論後同意", Guid.NewGuid(), "承辦人", Tests.Given.Now);

    private static Guid Number(string digit) => new(digit.PadLeft(32, '0'));

    // Such as "A X 60, B Y 70.5": entry, reviewer, total.
    private static GivenTotal[] Given(string lines) =>
    [
        .. lines.Split(", ").Select(line => line.Split(' ')).Select(part => new GivenTotal(
            part[0] switch { "A" => A, "B" => B, _ => C }, part[1] switch { "X" => X, "Y" => Y, _ => Z }, decimal.Parse(part[2], CultureInfo.InvariantCulture))),
    ];
}
