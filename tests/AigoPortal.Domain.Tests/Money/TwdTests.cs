using AigoPortal.Domain.Money;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Money;

public class TwdTests
{
    [Fact]
    public void AnAmountTooLarge_OverflowsLoudly()
    {
        Should.Throw<OverflowException>(() => new Twd(long.MaxValue) + new Twd(1));
        Should.Throw<OverflowException>(() => new Twd(long.MinValue) - new Twd(1));
        Should.Throw<OverflowException>(() => -new Twd(long.MinValue));
        Should.Throw<OverflowException>(() => new[] { new Twd(long.MaxValue), new Twd(1) }.Sum());
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(700_000, "700,000")]
    [InlineData(-50_000, "-50,000")]
    public void AnAmount_IsWrittenWithSeparators(long dollars, string text) => new Twd(dollars).ToString().ShouldBe(text);

    [Fact]
    public void TheSumOfNothing_IsNothing() => Array.Empty<Twd>().Sum().ShouldBe(Twd.Zero);
}
