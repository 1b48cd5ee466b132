using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Rounds.ReviewStage;

namespace AigoPortal.Domain.Tests.Rounds;

public class RoundTests
{
    [Theory]
    [InlineData(RoundStepKind.ConceptDeadline)]
    [InlineData(RoundStepKind.ConceptReview)]
    [InlineData(RoundStepKind.ProofDeadline)]
    public void Schedule_WithoutADeadlineOrTheConceptReview_IsRefused(RoundStepKind missing) =>
        Refused([.. Given.Steps().Where(step => step.Kind != missing)]).ShouldBe("round.deadlines");

    [Theory]
    [InlineData(0, "round.order")]
    [InlineData(-1, "round.order")]
    [InlineData(1, null)]
    public void Schedule_PutsTheProofAfterTheConcept(int seconds, string? code) =>
        Refused(Given.Steps(proof: Given.ConceptDeadline.AddSeconds(seconds))).ShouldBe(code);

    [Fact]
    public void Schedule_WithAStepThatEndsBeforeItStarts_NamesTheStep()
    {
        var steps = Given.Steps().Select(step => step.Kind == RoundStepKind.Matching ? step with { EndsAt = step.StartsAt.AddTicks(-1) } : step);
        var rule = Refusals.Of(() => Given.Round().Schedule([.. steps], Given.Actor()));
        (rule.Code, rule.Arguments.Single()).ShouldBe(("round.step-order", RoundStepKind.Matching));
    }

    [Fact]
    public void ARefusedSchedule_ChangesNothing()
    {
        var round = Given.Round();
        Should.Throw<BrokenRuleException>(() => round.Schedule(Given.Steps(proof: Given.ConceptDeadline), Given.Actor()));
        round.Steps.Select(step => step.Kind).ShouldBe(Given.Steps().Select(step => step.Kind));
    }

    [Fact]
    public void Schedule_IsKeptInTheOrderThingsHappen()
    {
        var round = Given.Round(steps: [.. Given.Steps().Reverse()]);
        round.Steps.Select(step => step.Kind).ShouldBe(Given.Steps().Select(step => step.Kind));
        (round.StartsAt, round.EndsAt).ShouldBe((Taipei.StartOf(new(2027, 5, 1)), Taipei.StartOf(new(2027, 11, 27))));
    }

    [Fact]
    public void Schedule_WithTheRoundsOwnSteps_KeepsThem()
    {
        var round = Given.Round();
        round.Schedule(round.Steps, Given.Actor());
        round.Steps.Count.ShouldBe(5);
    }

    [Fact]
    public void BothSides_SignWithinAMonthOfTheConceptReview() =>
        Given.Round().CooperationDeadline.ShouldBe(Taipei.EndOf(new(2027, 8, 30)));

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void CloseIntake_BeforeTheDeadline_DoesNothing(ReviewStage stage)
    {
        var round = Given.Round();
        round.CloseIntake(stage, Given.Actor(round.DeadlineOf(stage).AddTicks(-1))).ShouldBeFalse();
        round.ClosedAt(stage).ShouldBeNull();
    }

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void CloseIntake_AtTheDeadline_ClosesOnce(ReviewStage stage)
    {
        var round = Given.Round();
        var at = round.DeadlineOf(stage);
        round.CloseIntake(stage, Given.Actor(at)).ShouldBeTrue();
        round.CloseIntake(stage, Given.Actor(at.AddMinutes(1))).ShouldBeFalse();
        round.ClosedAt(stage).ShouldBe(at);
        round.ClosedAt(stage == Concept ? Proof : Concept).ShouldBeNull();
    }

    [Theory]
    [InlineData(Concept)]
    [InlineData(Proof)]
    public void OpenReview_WaitsForTheIntakeAndOpensOnce(ReviewStage stage)
    {
        var round = Given.Round();
        var at = round.DeadlineOf(stage);
        round.OpenReview(stage, Given.Actor(at)).ShouldBeFalse();
        round.CloseIntake(stage, Given.Actor(at));
        round.OpenReview(stage, Given.Actor(at)).ShouldBeTrue();
        round.OpenReview(stage, Given.Actor(at.AddMinutes(1))).ShouldBeFalse();
        round.ReviewOpenedAt(stage).ShouldBe(at);
        round.ReviewOpenedAt(stage == Concept ? Proof : Concept).ShouldBeNull();
    }

    [Fact]
    public void TheConceptIntake_OpensAgainWhenItsDeadlineMovesIntoTheFuture()
    {
        var round = Closed(Concept);
        round.Schedule(Given.Steps(concept: Given.ConceptDeadline.AddDays(3)), Given.Actor(Given.ConceptDeadline.AddDays(1)));
        (round.ConceptClosedAt, round.ConceptReviewOpenedAt).ShouldBe(((DateTimeOffset?)null, (DateTimeOffset?)null));
        round.CloseIntake(Concept, Given.Actor(Given.ConceptDeadline.AddDays(3))).ShouldBeTrue();
    }

    [Fact]
    public void TheProofIntake_OpensAgainWhenItsDeadlineMovesIntoTheFuture()
    {
        var round = Closed(Proof);
        round.Schedule(Given.Steps(proof: Given.ProofDeadline.AddDays(3)), Given.Actor(Given.ProofDeadline.AddDays(1)));
        (round.ProofClosedAt, round.ProofReviewOpenedAt).ShouldBe(((DateTimeOffset?)null, (DateTimeOffset?)null));
    }

    [Fact]
    public void AClosedIntake_StaysClosedWhenOnlyLaterStepsMove()
    {
        var round = Closed(Concept);
        round.Schedule(Given.Steps(proof: Given.ProofDeadline.AddDays(7)), Given.Actor(Given.ConceptDeadline.AddDays(1)));
        round.ConceptClosedAt.ShouldBe(Given.ConceptDeadline);
        round.ConceptReviewOpenedAt.ShouldBe(Given.ConceptDeadline);
    }

    [Theory]
    [InlineData(1_000_000, true)]
    [InlineData(1_000_001, false)]
    public void Commit_UpToTheBudget_IsBooked(long amount, bool booked)
    {
        var round = Given.Round(budget: 1_000_000);
        Action commit = () => round.Commit(new Twd(amount), Given.Actor());
        if (booked)
        {
            commit();
            round.Free.ShouldBe(Twd.Zero);
        }
        else
        {
            commit.ShouldBeRefused("round.budget");
            round.Committed.ShouldBe(Twd.Zero);
        }
    }

    [Fact]
    public void MoneySetFree_CanBeDecidedAgain()
    {
        var round = Given.Round(budget: 1_000_000);
        round.Commit(new Twd(1_000_000), Given.Actor());
        round.Release(new Twd(300_000), Given.Actor());
        round.Commit(new Twd(300_000), Given.Actor());
        round.Free.ShouldBe(Twd.Zero);
    }

    [Fact]
    public void RandomDecisions_NeverExceedTheBudget()
    {
        var decisions = Gen.Choose(0, 400_000).ArrayOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(decisions, wished =>
        {
            var (round, booked) = (Given.Round(budget: 1_000_000), new Queue<Twd>());
            foreach (var amount in wished.Select(dollars => new Twd(dollars)))
            {
                try
                {
                    round.Commit(amount, Given.Actor());
                    booked.Enqueue(amount);
                }
                catch (BrokenRuleException) when (booked.Count > 0)
                {
                    round.Release(booked.Dequeue(), Given.Actor()); // a decision taken back makes room again
                }
            }

            return round.Committed == booked.Sum() && round.Committed <= round.Budget && round.Free >= Twd.Zero;
        }));
    }

    private static Round Closed(ReviewStage stage)
    {
        var round = Given.Round();
        round.CloseIntake(stage, Given.Actor(round.DeadlineOf(stage)));
        round.OpenReview(stage, Given.Actor(round.DeadlineOf(stage)));
        return round;
    }

    private static string? Refused(IReadOnlyList<RoundStep> steps)
    {
        try
        {
            Given.Round().Schedule(steps, Given.Actor());
            return null;
        }
        catch (BrokenRuleException refused)
        {
            return refused.Rule.Code;
        }
    }
}
