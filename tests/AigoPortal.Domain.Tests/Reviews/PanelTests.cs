using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class PanelTests
{
    [Fact]
    public void ANewPanel_StartsFromItsStagesCriteria()
    {
        Given.Panel(stage: ReviewStage.Concept).Criteria.Select(criterion => (criterion.Order, criterion.Weight)).ShouldBe([(1, 30), (2, 20), (3, 30), (4, 20)]);
        Given.Panel(stage: ReviewStage.Proof).Criteria.Select(criterion => criterion.Name).ShouldBe(["成果達成度", "技術成熟度"]);
    }

    [Theory]
    [InlineData("FM", true)]
    [InlineData("FMM", true)]
    [InlineData("FFM", true)]
    [InlineData("FMMM", false)]
    [InlineData("FFMMM", true)]
    [InlineData("FFMMMM", true)]
    [InlineData("FFMMMMM", false)]
    [InlineData("F", false)]
    [InlineData("MMM", false)]
    [InlineData("FM?", true)]
    [InlineData("FM??", false)]
    [InlineData("FMO", true)]
    [InlineData("FFMMOO", true)]
    [InlineData("FFFMO?", false)]
    [InlineData("???", false)]
    public void EitherGender_HasAtLeastOneThirdOfEverybody(string members, bool fair)
    {
        var genders = members.Select(member => member switch
        {
            'F' => Gender.Female,
            'M' => Gender.Male,
            'O' => Gender.Other,
            _ => Gender.Undisclosed,
        });
        Given.PanelOf(genders).HasFairComposition.ShouldBe(fair);
    }

    [Fact]
    public void AnAgreedScore_HasAReason_AndCanBeTakenBack()
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        var entry = Guid.NewGuid();
        foreach (var (score, reason, code) in new[] { (-0.01m, "理由", "panel.agreed-score"), (100.01m, "理由", "panel.agreed-score"), (70.123m, "理由", "panel.agreed-score"), (70m, " ", "panel.agreed-reason") })
        {
            Action wrong = () => panel.Agree(entry, score, reason, Given.Actor());
            wrong.ShouldBeRefused(code);
        }

        panel.Agree(entry, 70, "討論後同意", Given.Actor());
        panel.Agree(entry, 82.25m, "再討論後同意", Given.Actor());
        panel.Agreed.Select(agreed => (agreed.EntryId, agreed.Score, agreed.Reason)).ShouldBe([(entry, 82.25m, "再討論後同意")]);
        panel.TakeBackAgreed(entry, Given.Actor());
        panel.Agreed.ShouldBeEmpty();
        Action again = () => panel.TakeBackAgreed(entry, Given.Actor());
        again.ShouldBeRefused("panel.no-agreed-score");
        Action released = () => Given.Panel(PanelStatus.Released).Agree(entry, 80, "太晚", Given.Actor());
        released.ShouldBeRefused("panel.agreed-closed");
    }

    [Fact]
    public void AReviewer_IsRemindedOnceADay_WhileScoresAreTaken()
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        var reviewer = panel.Members[0].PersonId;
        panel.Remind(reviewer, Given.Actor());
        panel.Remind(panel.Members[1].PersonId, Given.Actor());
        Action soon = () => panel.Remind(reviewer, Given.Actor(Given.Now.AddDays(1).AddTicks(-1)));
        soon.ShouldBeRefused("panel.reminded");
        panel.Remind(reviewer, Given.Actor(Given.Now.AddDays(1)));

        panel.Arrange(new PanelTerms(null, Given.Now.AddDays(3), false), Given.Actor());
        Action late = () => panel.Remind(reviewer, Given.Actor(Given.Now.AddDays(3)));
        late.ShouldBeRefused("review.late");
        Action early = () => Given.Panel(PanelStatus.Convened).Remind(reviewer, Given.Actor());
        early.ShouldBeRefused("review.closed");
    }

    [Fact]
    public void Convene_BelowOneThird_NeedsARecordedReason()
    {
        var panel = Given.PanelOf([Gender.Male, Gender.Male]);
        foreach (var nothing in new[] { null, "", " " })
        {
            Action convene = () => panel.Convene(nothing, Given.Actor());
            convene.ShouldBeRefused("panel.composition");
        }

        panel.Convene("該領域女性委員均已婉拒", Given.Actor());
        (panel.Status, panel.CompositionReason).ShouldBe((PanelStatus.Convened, "該領域女性委員均已婉拒"));
    }

    [Fact]
    public void Convene_WithAFairComposition_KeepsNoReason()
    {
        var panel = Given.Panel();
        panel.Convene("不需要的理由", Given.Actor());
        panel.CompositionReason.ShouldBeNull();
    }

    [Fact]
    public void Convene_WithoutMembers_IsRefused()
    {
        Action convene = () => Given.PanelOf([]).Convene("無", Given.Actor());
        convene.ShouldBeRefused("panel.empty");
    }

    [Fact]
    public void Add_TheSameReviewerTwice_IsRefused()
    {
        var (panel, reviewer) = (Given.PanelOf([]), Given.Person());
        panel.Invite(reviewer, ReviewerKind.Investor, chairs: true, Given.Actor());
        Action again = () => panel.Invite(reviewer, ReviewerKind.Academia, chairs: false, Given.Actor());
        again.ShouldBeRefused("panel.member-already");
        panel.Remove(reviewer.Id, Given.Actor());
        panel.Members.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(new[] { 100 }, true)]
    [InlineData(new[] { 60, 40 }, true)]
    [InlineData(new[] { 99, 1 }, true)]
    [InlineData(new[] { 60, 39 }, false)]
    [InlineData(new[] { 60, 41 }, false)]
    [InlineData(new[] { 100, 0 }, false)]
    [InlineData(new[] { 110, -10 }, false)]
    [InlineData(new int[0], false)]
    public void Weights_ArePositiveAndAddUpToOneHundred(int[] weights, bool taken)
    {
        var panel = Given.Panel();
        Action weigh = () => panel.Weigh([.. weights.Select(weight => new PanelCriterion(9, "準則", weight, ""))], Given.Actor());

        if (taken)
        {
            weigh();
            panel.Criteria.Select(criterion => (criterion.Order, criterion.Weight)).ShouldBe(weights.Select((weight, index) => (index + 1, weight)));
        }
        else
        {
            weigh.ShouldBeRefused("panel.weights");
            panel.Criteria.Count.ShouldBe(4);
        }
    }

    [Fact]
    public void Weigh_WithThePanelsOwnCriteria_KeepsThem()
    {
        var panel = Given.Panel();
        panel.Weigh(panel.Criteria, Given.Actor());
        panel.Criteria.Count.ShouldBe(4);
    }

    [Fact]
    public void MembersAndCriteria_StandOnceThePanelIsConvened()
    {
        var panel = Given.Panel(PanelStatus.Convened);
        Action[] changes = [() => panel.Remove(panel.Members[0].PersonId, Given.Actor()), () => panel.Weigh(panel.Criteria, Given.Actor())];
        foreach (var change in changes)
        {
            change.ShouldBeRefused("panel.fixed");
        }
    }

    [Theory]
    [InlineData(ReviewStage.Concept, Outcome.Shortlisted, null, true)]
    [InlineData(ReviewStage.Concept, Outcome.NotShortlisted, null, true)]
    [InlineData(ReviewStage.Concept, Outcome.Shortlisted, AwardLevel.Excellent, false)]
    [InlineData(ReviewStage.Concept, Outcome.Awarded, AwardLevel.Excellent, false)]
    [InlineData(ReviewStage.Concept, Outcome.NotAwarded, null, false)]
    [InlineData(ReviewStage.Proof, Outcome.Awarded, AwardLevel.Honourable, true)]
    [InlineData(ReviewStage.Proof, Outcome.Awarded, null, false)]
    [InlineData(ReviewStage.Proof, Outcome.NotAwarded, null, true)]
    [InlineData(ReviewStage.Proof, Outcome.NotAwarded, AwardLevel.Outstanding, false)]
    [InlineData(ReviewStage.Proof, Outcome.Shortlisted, null, false)]
    public void AnOutcome_BelongsToItsStage(ReviewStage stage, Outcome outcome, AwardLevel? level, bool belongs)
    {
        var panel = Given.Panel(PanelStatus.Reviewing, stage: stage);
        Action decide = () => panel.Decide(Decision(outcome: outcome, level: level), Given.Actor());

        if (belongs)
        {
            decide();
            panel.Decisions.Single().Outcome.ShouldBe(outcome);
        }
        else
        {
            decide.ShouldBeRefused("panel.outcome");
        }
    }

    [Fact]
    public void Decide_Anew_ReplacesAndReturnsTheEarlierDecision()
    {
        var (panel, entry) = (Given.Panel(PanelStatus.Reviewing), Guid.NewGuid());
        panel.Decide(Decision(entry, amount: 50_000), Given.Actor()).ShouldBeNull();
        var earlier = panel.Decide(Decision(entry, Outcome.NotShortlisted), Given.Actor());
        earlier!.Amount.ShouldBe(new Twd(50_000));
        panel.Decisions.Single().Outcome.ShouldBe(Outcome.NotShortlisted);
    }

    [Theory]
    [InlineData(PanelStatus.Preparing)]
    [InlineData(PanelStatus.Convened)]
    [InlineData(PanelStatus.Released)]
    public void Decide_OutsideTheReview_IsRefused(PanelStatus status)
    {
        Action decide = () => Given.Panel(status).Decide(Decision(), Given.Actor());
        decide.ShouldBeRefused("panel.not-reviewing");
    }

    [Fact]
    public void Decide_WithoutAReason_IsRefused()
    {
        Action decide = () => Given.Panel(PanelStatus.Reviewing).Decide(Decision(reason: " "), Given.Actor());
        decide.ShouldBeRefused("panel.reason");
    }

    [Fact]
    public void Release_WhileAnEntryWaits_IsRefusedAndSaysHowMany()
    {
        var (panel, entries) = (Given.Panel(PanelStatus.Reviewing), new[] { Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid() });
        panel.Decide(Decision(entries[0]), Given.Actor());
        var rule = Refusals.Of(() => panel.Release(entries, Given.Actor()));
        (rule.Code, rule.Arguments.Single()).ShouldBe(("panel.undecided", 2));
        panel.ReleasedAt.ShouldBeNull();

        panel.Decide(Decision(entries[1]), Given.Actor());
        panel.Decide(Decision(entries[2]), Given.Actor());
        panel.Release(entries, Given.Actor());
        (panel.Status, panel.ReleasedAt).ShouldBe((PanelStatus.Released, Given.Now));
    }

    private static Decision Decision(
        Guid? entry = null, Outcome outcome = Outcome.Shortlisted, AwardLevel? level = null, long amount = 0, string reason = "構想可行") =>
        new(entry ?? Guid.NewGuid(), outcome, level, new Twd(amount), reason, Guid.NewGuid(), Given.Now);
}
