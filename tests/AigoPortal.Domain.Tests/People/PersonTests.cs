using AigoPortal.Domain.People;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.People;

public class PersonTests
{
    [Theory]
    [InlineData("2007-06-01", "2027-05-31", 19)]
    [InlineData("2007-06-01", "2027-06-01", 20)]
    [InlineData("2007-06-01", "2028-05-31", 20)]
    [InlineData("2007-12-31", "2027-01-01", 19)]
    [InlineData("2027-06-01", "2027-06-01", 0)]
    [InlineData("2008-02-29", "2028-02-28", 19)]
    [InlineData("2008-02-29", "2028-02-29", 20)]
    public void Age_ChangesOnTheBirthday(string born, string on, int age) => AgeOn(born, on).ShouldBe(age);

    // 民法第 121 條、第 124 條: without such a day in the last month, the year is over at the end of that month.
    [Theory]
    [InlineData("2027-02-28", 18)]
    [InlineData("2027-03-01", 19)]
    public void WhoIsBornOnALeapDay_IsAYearOlderOnTheFirstOfMarch(string on, int age) => AgeOn("2008-02-29", on).ShouldBe(age);

    [Fact]
    public void Age_IsUnknownWithoutABirthday() => new Person(Guid.NewGuid(), "林小美", "mei@example.tw", Given.Actor()).AgeAt(Given.Now).ShouldBeNull();

    private static int? AgeOn(string born, string on)
    {
        var person = Given.Person(born: DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture));
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var age = person.AgeAt(Taipei.StartOf(day));
        person.AgeAt(Taipei.EndOf(day).AddTicks(-1)).ShouldBe(age);
        return age;
    }
}
