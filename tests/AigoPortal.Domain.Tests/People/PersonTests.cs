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

    [Fact]
    public void Consent_IsKeptOncePerVersion()
    {
        var person = Given.Person();
        person.Agree(Given.Actor(Given.Now));
        person.Agree(Given.Actor(Given.Now.AddDays(1)));

        person.Consents.Select(consent => (consent.Version, consent.AgreedAt)).ShouldBe([(PrivacyNotice.Current.Version, Given.Now)]);
        PersonRules.HasAgreed(person.AgreedVersion).ShouldBeNull();
        PersonRules.HasAgreed(PrivacyNotice.Current.Version - 1)!.Code.ShouldBe("person.consent");
        PersonRules.HasAgreed(null).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("https://github.com/example", true)]
    [InlineData("http://example.tw", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("github.com/example", false)]
    [InlineData(null, false)]
    public void OnlyWebAddresses_AreLinks(string? url, bool right) => PersonRules.IsWebAddress(url).ShouldBe(right);

    [Fact]
    public void Forgetting_LeavesNothingThatTellsWhoItWas()
    {
        var person = Given.Person();
        person.Know([new PersonSkill(SkillKind.Technology, "IoT", SkillLevel.Expert)], Given.Actor());
        person.Show([new PersonWork("作品", 2020, "一句話", null)], [new PersonLink("GitHub", "https://github.com/example")], Given.Actor());
        person.SearchTeam(Guid.NewGuid(), "會寫程式", "找團隊", Given.Actor());
        person.Agree(Given.Actor());

        person.Forget("已刪除的使用者", "nobody@deleted.invalid", Given.Actor());

        (person.Name, person.Email, person.Affiliation, person.BirthDate, person.Nationality, person.Brings).ShouldBe(("已刪除的使用者", "nobody@deleted.invalid", null, null, null, null));
        (person.Skills.Count + person.Works.Count + person.Links.Count + person.Consents.Count).ShouldBe(0);
    }

    private static int? AgeOn(string born, string on)
    {
        var person = Given.Person(born: DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture));
        var day = DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);
        var age = person.AgeAt(Taipei.StartOf(day));
        person.AgeAt(Taipei.EndOf(day).AddTicks(-1)).ShouldBe(age);
        return age;
    }
}
