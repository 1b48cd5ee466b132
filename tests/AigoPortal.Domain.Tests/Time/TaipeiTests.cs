using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Time;

public class TaipeiTests
{
    private static readonly DateOnly Day = new(2027, 7, 15);

    [Fact]
    public void ADay_BeginsAtSixteenHoursUtcOfTheDayBefore() =>
        Taipei.StartOf(Day).ShouldBe(new DateTimeOffset(2027, 7, 14, 16, 0, 0, TimeSpan.Zero));

    [Fact]
    public void ADay_EndsWhereTheNextBegins() => Taipei.EndOf(Day).ShouldBe(Taipei.StartOf(Day.AddDays(1)));

    [Fact]
    public void DateOf_ChangesAtMidnightInTaipei()
    {
        Taipei.DateOf(Taipei.StartOf(Day).AddTicks(-1).ToUniversalTime()).ShouldBe(Day.AddDays(-1));
        Taipei.DateOf(Taipei.StartOf(Day).ToUniversalTime()).ShouldBe(Day);
    }

    [Fact]
    public void Noon_IsFourHoursUtc() => Taipei.At(Day, new(12, 0)).ToUniversalTime().Hour.ShouldBe(4);

    [Fact]
    public void Local_IsTheSameInstantOnTaipeisClock()
    {
        var utc = new DateTimeOffset(2027, 7, 15, 4, 0, 0, TimeSpan.Zero);
        Taipei.Local(utc).ShouldBe(utc);
        Taipei.Local(utc).Hour.ShouldBe(12);
    }

    [Fact]
    public void TheOffset_IsTheWholeYearTheSame()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Taipei");
        zone.GetUtcOffset(Taipei.StartOf(new(2027, 1, 1))).ShouldBe(Taipei.Offset);
        zone.GetUtcOffset(Taipei.StartOf(new(2027, 7, 1))).ShouldBe(Taipei.Offset);
    }
}
