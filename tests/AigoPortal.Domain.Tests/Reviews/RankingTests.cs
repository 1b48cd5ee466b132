using AigoPortal.Domain.Reviews;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public sealed class RankingTests
{
    private static readonly Guid A = new("00000000-0000-0000-0000-00000000000a");
    private static readonly Guid B = new("00000000-0000-0000-0000-00000000000b");
    private static readonly Guid C = new("00000000-0000-0000-0000-00000000000c");
    private static readonly Guid D = new("00000000-0000-0000-0000-00000000000d");

    [Fact]
    public void Of_OrdersByTheAverage_AndSaysHowFarReviewersAreApart()
    {
        Ranking.Of([(A, [70m, 80m]), (B, [90m, 60m, 93.5m])]).ShouldBe(
        [
            new RankedEntry(B, 81.17m, 33.5m, 1, 3),
            new RankedEntry(A, 75m, 10m, 2, 2),
        ]);
    }

    [Fact]
    public void Of_EqualAverages_ShareAPlaceAndTheNextOneIsSkipped()
    {
        var ranks = Ranking.Of([(A, [80m]), (B, [90m]), (C, [70m, 90m]), (D, [60m])]);

        ranks.Select(entry => (entry.EntryId, entry.Rank)).ShouldBe([(B, 1), (A, 2), (C, 2), (D, 4)]);
    }

    [Fact]
    public void Of_AveragesThatReadTheSame_ShareAPlace()
    {
        Ranking.Of([(A, [80.004m]), (B, [80m])]).ShouldAllBe(entry => entry.Rank == 1);
    }

    [Fact]
    public void Of_WithoutScores_ComesLastWithoutAPlace()
    {
        Ranking.Of([(A, []), (B, [0m])]).ShouldBe([new RankedEntry(B, 0m, 0m, 1, 1), new RankedEntry(A, null, null, null, 0)]);
    }

    [Fact]
    public void Of_Nothing_IsNothing() => Ranking.Of([]).ShouldBeEmpty();
}
