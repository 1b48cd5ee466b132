using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class CompanyNumberTests
{
    [Theory]
    [InlineData("22099131")] // a multiple of ten
    [InlineData("04595257")]
    [InlineData("10458575")] // the seven in the seventh place counts as nothing
    [InlineData("10458574")] // or as one
    [InlineData("04595252")] // a multiple of five: the numbers given since 2023
    public void ARightNumber_IsTaken(string number) => CompanyNumber.IsRight(number).ShouldBeTrue();

    [Theory]
    [InlineData("22099132")]
    [InlineData("10458573")]
    [InlineData("2209913")]
    [InlineData("220991310")]
    [InlineData("2209913A")]
    [InlineData("２２０９９１３１")]
    [InlineData("00000000")]
    [InlineData("")]
    public void AWrongNumber_IsNot(string number) => CompanyNumber.IsRight(number).ShouldBeFalse();

    [Theory]
    [InlineData(" 2209-9131 ", "22099131")]
    [InlineData("２２０９９１３１", "22099131")]
    public void Typing_IsCleaned(string typed, string number) => CompanyNumber.Clean(typed).ShouldBe(number);
}
