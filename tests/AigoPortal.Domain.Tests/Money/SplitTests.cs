using AigoPortal.Domain.Money;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Money;

public class SplitTests
{
    [Theory]
    [InlineData(100_000, 3, new long[] { 33_334, 33_333, 33_333 })]
    [InlineData(50_000, 4, new long[] { 12_500, 12_500, 12_500, 12_500 })]
    [InlineData(50_000, 7, new long[] { 7_143, 7_143, 7_143, 7_143, 7_143, 7_143, 7_142 })]
    [InlineData(2, 3, new long[] { 1, 1, 0 })]
    [InlineData(0, 2, new long[] { 0, 0 })]
    [InlineData(400_000, 1, new long[] { 400_000 })]
    public void TheDollarsLeftOver_GoToTheFirst(long amount, int parts, long[] expected) =>
        Split.Evenly(new Twd(amount), parts).Select(part => part.Dollars).ShouldBe(expected);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NoParts_AreRefused(int parts) => Should.Throw<ArgumentOutOfRangeException>(() => Split.Evenly(new Twd(100), parts));

    [Fact]
    public void TheParts_AddUpAndDifferByADollarAtMost() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Choose(0, 20_000_000).Zip(Gen.Choose(1, 50)).ToArbitrary(),
        given =>
        {
            var parts = Split.Evenly(new Twd(given.Item1), given.Item2);
            return parts.Count == given.Item2 && parts.Sum().Dollars == given.Item1
                && parts.Max() - parts.Min() <= new Twd(1) && parts.SequenceEqual(parts.OrderDescending());
        }));
}
