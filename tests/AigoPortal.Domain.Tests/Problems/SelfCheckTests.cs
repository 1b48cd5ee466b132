using AigoPortal.Domain.Problems;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Problems;

public class SelfCheckTests
{
    [Fact]
    public void ASidesScore_IsTheMeanOfItsRatings_ToOneDecimal()
    {
        var scores = SelfCheck.Scores(Rated(statement => statement.Code switch { "data-1" => 1, "data-2" => 2, "data-3" => 2, _ => 5 }));

        scores.Select(score => score.Side).ShouldBe(Enum.GetValues<SelfCheckSide>());
        scores.Single(score => score.Side == SelfCheckSide.Data).Value.ShouldBe(1.7m);
        scores.Where(score => score.IsWeak).Select(score => score.Side).ShouldBe([SelfCheckSide.Data]);
        scores.Where(score => score.Side != SelfCheckSide.Data).ShouldAllBe(score => score.Value == 5m);
    }

    [Fact]
    public void Three_IsNotWeak() => SelfCheck.Scores(Rated(_ => 3)).ShouldAllBe(score => !score.IsWeak);

    [Fact]
    public void AnswersToStatementsThatLeftTheList_DontCount() =>
        SelfCheck.Scores([new SelfCheckAnswer("gone-1", 1), new SelfCheckAnswer("people-1", 4)]).ShouldBe([new SelfCheckScore(SelfCheckSide.People, 4m)]);

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void ARatingOutsideOneToFive_IsRefused(int rating)
    {
        var problem = Given.Problem(ProblemStatus.Draft);
        var rate = () => problem.RateReadiness(Rated(statement => statement.Code == "tools-2" ? rating : 3), Given.Actor());
        rate.ShouldBeRefused("problem.self-check");
    }

    [Fact]
    public void AnUnratedStatement_IsRefused()
    {
        var problem = Given.Problem(ProblemStatus.Draft);
        var rate = () => problem.RateReadiness([.. Rated(_ => 3).Skip(1)], Given.Actor());
        rate.ShouldBeRefused("problem.self-check");
    }

    private static List<SelfCheckAnswer> Rated(Func<SelfCheckStatement, int> rating) =>
        [.. SelfCheck.Statements.Select(statement => new SelfCheckAnswer(statement.Code, rating(statement)))];
}
