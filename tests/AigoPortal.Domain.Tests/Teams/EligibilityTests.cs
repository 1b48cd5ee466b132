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
        TeamRules.MemberIsEligible(Given.Team([person]), person, Given.Round(), Birthday)!.Code.ShouldBe("team.profile-missing");
    }

    [Theory]
    [InlineData("JP", 2000)]
    [InlineData("TW", 2010)]
    public void AnException_LetsSomebodyInWhoIsNotEligibleInPrinciple(string nationality, int year)
    {
        var (person, officer) = (Given.Person(born: new(year, 1, 1), nationality: nationality), Given.Actor());
        var team = Given.Team([person]);
        team.GrantException(person.Id, null, "外籍碩士生，指導教授同意", Guid.NewGuid(), officer);

        TeamRules.MemberIsEligible(team, person, Given.Round(), Birthday).ShouldBeNull();
        (team.Exceptions[0].Reason, team.Exceptions[0].GrantedBy).ShouldBe(("外籍碩士生，指導教授同意", officer.PersonId));
    }

    [Fact]
    public void AnException_StillNeedsTheProfile()
    {
        var person = Given.Person(nationality: null);
        var team = Given.Team([person]);
        team.GrantException(person.Id, null, "特殊情形", Guid.NewGuid(), Given.Actor());
        TeamRules.MemberIsEligible(team, person, Given.Round(), Birthday)!.Code.ShouldBe("team.profile-missing");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void AnException_SaysWhy(string reason)
    {
        var team = Given.Team(members: 1);
        Action grant = () => team.GrantException(team.LeaderId, null, reason, Guid.NewGuid(), Given.Actor());
        grant.ShouldBeRefused("team.exception-reason");
    }

    [Fact]
    public void EveryRule_HasItsResult_AndItsReason()
    {
        var person = Given.Person(born: new(2010, 1, 1), nationality: "JP");

        var results = Eligibility.Of(person, Given.Round(), [], Birthday);

        results.Select(result => (result.Rule, result.Verdict)).ShouldBe([
            (EligibilityRule.Age, EligibilityVerdict.NotMet), (EligibilityRule.Nationality, EligibilityVerdict.NotMet), (EligibilityRule.NaturalPerson, EligibilityVerdict.Met)]);
        results.ShouldAllBe(result => result.Reason.Sentence.Length > 0);
    }

    [Fact]
    public void AnException_SetsItsOwnRuleAside_AndNoOther()
    {
        var person = Given.Person(born: new(2010, 1, 1), nationality: "JP");
        var team = Given.Team([person]);
        var waiver = team.GrantException(person.Id, EligibilityRule.Nationality, "持有效居留證", Guid.NewGuid(), Given.Actor());

        Eligibility.Of(person, Given.Round(), team.Exceptions, Birthday).Select(result => result.Verdict)
            .ShouldBe([EligibilityVerdict.NotMet, EligibilityVerdict.Excepted, EligibilityVerdict.Met]);
        TeamRules.MemberIsEligible(team, person, Given.Round(), Birthday)!.Code.ShouldBe("team.age");

        team.RevokeException(waiver, "居留證逾期", hasSubmitted: false, Given.Actor());
        Eligibility.Of(person, Given.Round(), team.Exceptions, Birthday)[1].Verdict.ShouldBe(EligibilityVerdict.NotMet);
    }

    [Fact]
    public void AnException_IsNotAnothersAndStaysOnceSomethingRestsOnIt()
    {
        var (person, other) = (Given.Person(nationality: "JP"), Given.Person(nationality: "JP"));
        var team = Given.Team([person, other]);
        var waiver = team.GrantException(person.Id, null, "簽准", Guid.NewGuid(), Given.Actor());

        TeamRules.MemberIsEligible(team, other, Given.Round(), Birthday)!.Code.ShouldBe("team.nationality");
        Action late = () => team.RevokeException(waiver, "改變主意", hasSubmitted: true, Given.Actor());
        Action silent = () => team.RevokeException(waiver, " ", hasSubmitted: false, Given.Actor());
        Action stranger = () => team.GrantException(Guid.NewGuid(), null, "簽准", Guid.NewGuid(), Given.Actor());
        late.ShouldBeRefused("team.exception-used");
        silent.ShouldBeRefused("team.revocation-reason");
        stranger.ShouldBeRefused("team.not-member");
    }

    [Fact]
    public void ARoundThatAsksNothing_LetsEverybodyIn()
    {
        var round = Given.Round();
        round.Admit(new(0, "", false, 1, 10), 0, Given.Actor());
        var person = new Person(Guid.NewGuid(), "林小美", "mei@example.tw", Given.Actor());

        Eligibility.Of(person, round, [], Birthday).ShouldBeEmpty();
        TeamRules.MemberIsEligible(Given.Team([person]), person, round, Birthday).ShouldBeNull();
    }

    [Theory]
    [InlineData(-1, 2, 10, "round.age")]
    [InlineData(100, 2, 10, "round.age")]
    [InlineData(20, 0, 10, "round.team-size")]
    [InlineData(20, 5, 4, "round.team-size")]
    [InlineData(20, 2, 51, "round.team-size")]
    [InlineData(20, 2, 3, "round.team-larger")]
    public void ARoundsTerms_FitTogether(int age, int smallest, int largest, string code)
    {
        Action admit = () => Given.Round().Admit(new(age, "TW", true, smallest, largest), 4, Given.Actor());
        admit.ShouldBeRefused(code);
    }

    private static string? Check(DateOnly born, DateTimeOffset at, string? nationality = "TW")
    {
        var person = Given.Person(born: born, nationality: nationality);
        return TeamRules.MemberIsEligible(Given.Team([person]), person, Given.Round(), at)?.Code;
    }
}
