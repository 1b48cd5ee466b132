using AigoPortal.Web.Documents;
using Shouldly;

namespace AigoPortal.Web.Tests.Documents;

public class ChineseAmountTests
{
    [Theory]
    [InlineData(0, "零")]
    [InlineData(630_000, "陸拾參萬")]
    [InlineData(1_488_500, "壹佰肆拾捌萬捌仟伍佰")]
    [InlineData(10_005, "壹萬零伍")]
    [InlineData(100_000_010, "壹億零壹拾")]
    [InlineData(20_300_000, "貳仟零參拾萬")]
    [InlineData(-50_000, "負伍萬")]
    public void Of_WholeDollars_ReadsAsOnACheque(long dollars, string words) => ChineseAmount.Of(dollars).ShouldBe(words);
}
