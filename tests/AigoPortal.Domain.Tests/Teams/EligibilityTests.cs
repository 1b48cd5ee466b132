using AigoPortal.Domain.People;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Teams;

public class EligibilityTests
{
    private static readonly DateTimeOffset Birthday = Taipei.StartOf(new(2027, 6, 1));

    [Fact]
    public void ATwentyYearOldCitizen_IsEligible() => Check(born: new(2007, 6, 1), at: Birthday).ShouldBeNull();

    [Fact]
    public void TheSecondBeforeTheTwentiethBirthday_IsTooYoung() => Check(born: new(2007, 6, 1), at: Birthday.AddSeconds(-1)).ShouldBe("team.age");

    [Fact]
    public void TheBirthday_BeginsInTaipeiNotInUtc() =>
        Check(born: new(2007, 6, 1), at: new DateTimeOffset(2027, 5, 31, 16, 0, 0, TimeSpan.Zero)).ShouldBeNull();

    [Fact]
    public void ADayTooYoung_IsNotEligible() => Check(born: new(2007, 6, 2), at: Birthday).ShouldBe("team.age");

    [Theory]
    [InlineData("TW", null)]
    [InlineData("tw", null)]
    [InlineData("JP", "team.nationality")]
    [InlineData(null, "team.profile-missing")]
    public void Nationality_IsInPrincipleTaiwans(string? nationality, string? code) => Check(new(2000, 1, 1), Birthday, nationality).ShouldBe(code);

    [Fact]
    public void WithoutABirthday_TheProfileIsMissing()
    {
        var person = new Person(Guid.NewGuid(), "林小美", "mei@example.tw", Given.Actor());
        TeamRules.MemberIsEligible(Given.Team([person]).Members[0], person, Given.Round(), Birthday)!.Code.ShouldBe("team.profile-missing");
    }

    [Theory]
    [InlineData("JP", 2000)]
    [InlineData("TW", 2010)]
    public void AnException_LetsSomebodyInWhoIsNotEligibleInPrinciple(string nationality, int year)
    {
        var (person, officer) = (Given.Person(born: new(year, 1, 1), nationality: nationality), Given.Actor());
        var team = Given.Team([person]);
        team.GrantException(person.Id, "外籍碩士生，指導教授同意", officer);

        TeamRules.MemberIsEligible(team.Members[0], person, Given.Round(), Birthday).ShouldBeNull();
        (team.Members[0].ExceptionReason, team.Members[0].ExceptionBy).ShouldBe(("外籍碩士生，指導教授同意", officer.PersonId));
    }

    [Fact]
    public void AnException_StillNeedsTheProfile()
    {
        var person = Given.Person(nationality: null);
        var team = Given.Team([person]);
        team.GrantException(person.Id, "特殊情形", Given.Actor());
        TeamRules.MemberIsEligible(team.Members[0], person, Given.Round(), Birthday)!.Code.ShouldBe("team.profile-missing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void AnException_SaysWhy(string reason)
    {
        var team = Given.Team(members: 1);
        Action grant = () => team.GrantException(team.LeaderId, reason, Given.Actor());
        grant.ShouldBeRefused("team.exception-reason");
    }

    private static string? Check(DateOnly born, DateTimeOffset at, string? nationality = "TW")
    {
        var person = Given.Person(born: born, nationality: nationality);
        return TeamRules.MemberIsEligible(Given.Team([person]).Members[0], person, Given.Round(), at)?.Code;
    }
}
