using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Reviews;

public class SeatTests
{
    [Fact]
    public void OneChairs_AndAnotherCanBeAppointedWhileItIsPrepared()
    {
        var (panel, first, second) = (Given.PanelOf([]), Given.Person(gender: Gender.Female), Given.Person(gender: Gender.Male));
        panel.Invite(first, ReviewerKind.Academia, chairs: true, Given.Actor());
        Action two = () => panel.Invite(second, ReviewerKind.Investor, chairs: true, Given.Actor());
        two.ShouldBeRefused("panel.chair-taken");
        panel.Invite(second, ReviewerKind.Investor, chairs: false, Given.Actor());

        panel.Appoint(second.Id, Given.Actor());
        panel.Members.Single(member => member.Chairs).PersonId.ShouldBe(second.Id);

        panel.Accept(first.Id, "", Given.Actor());
        panel.Accept(second.Id, "", Given.Actor());
        panel.Convene(null, Given.Actor());
        Action late = () => panel.Appoint(first.Id, Given.Actor());
        late.ShouldBeRefused("panel.chair-fixed");
        panel.Excuse(second.Id, "出國", Given.Actor());
        panel.Appoint(first.Id, Given.Actor());
        panel.Members.Single(member => member.Chairs).PersonId.ShouldBe(first.Id);
    }

    [Fact]
    public void AnInvitation_IsSentAgainAfterAnHour_WhileItWaits()
    {
        var (panel, reviewer) = (Given.PanelOf([]), Given.Person());
        panel.Invite(reviewer, ReviewerKind.Academia, chairs: false, Given.Actor());
        var rule = Refusals.Of(() => panel.AskAgain(reviewer.Id, Given.Actor(Given.Now.AddHours(1).AddTicks(-1))));
        (rule.Code, rule.Arguments.Single()).ShouldBe(("panel.asked", Given.Now.AddHours(1)));

        panel.AskAgain(reviewer.Id, Given.Actor(Given.Now.AddHours(1)));
        Action again = () => panel.AskAgain(reviewer.Id, Given.Actor(Given.Now.AddHours(1.5)));
        again.ShouldBeRefused("panel.asked");
        panel.Decline(reviewer.Id, "沒有時間", Given.Actor());
        Action declined = () => panel.AskAgain(reviewer.Id, Given.Actor(Given.Now.AddHours(9)));
        declined.ShouldBeRefused("panel.answered");
    }

    [Fact]
    public void AMember_IsRemovedBeforeTheAnnouncement_AndExcusedAfterIt()
    {
        var panel = Given.Panel();
        Action early = () => panel.Excuse(panel.Members[0].PersonId, "出國", Given.Actor());
        early.ShouldBeRefused("panel.not-announced");

        panel = Given.Panel(PanelStatus.Reviewing);
        Action silent = () => panel.Excuse(panel.Members[0].PersonId, " ", Given.Actor());
        silent.ShouldBeRefused("panel.excuse-reason");
        panel.Excuse(panel.Members[0].PersonId, "出國", Given.Actor());
        Action twice = () => panel.Excuse(panel.Members[0].PersonId, "出國", Given.Actor());
        twice.ShouldBeRefused("panel.not-sitting");
    }

    [Fact]
    public void WhenAnExcuseBreaksTheThird_TheReasonIsOwed_AndKept()
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        panel.OwesCompositionReason.ShouldBeFalse();
        panel.Excuse(panel.Members.Single(member => member.Gender == Gender.Female).PersonId, "出國", Given.Actor());
        panel.OwesCompositionReason.ShouldBeTrue();

        Action silent = () => panel.ExplainComposition(" ", Given.Actor());
        silent.ShouldBeRefused("panel.composition");
        panel.ExplainComposition("遞補委員均已婉拒", Given.Actor());
        (panel.OwesCompositionReason, panel.CompositionReason).ShouldBe((false, "遞補委員均已婉拒"));
        panel.ExplainComposition("下週遞補", Given.Actor());
        panel.Traces.Select(trace => trace.Why).ShouldContain("遞補委員均已婉拒");
    }

    [Fact]
    public void ASubstitute_MakesItWholeAgain()
    {
        var panel = Given.Panel(PanelStatus.Reviewing);
        panel.Excuse(panel.Members.Single(member => member.Gender == Gender.Female).PersonId, "出國", Given.Actor());
        var substitute = Given.Person(gender: Gender.Female);
        panel.Invite(substitute, ReviewerKind.DomainExpert, chairs: false, Given.Actor());
        panel.OwesCompositionReason.ShouldBeFalse();
        panel.Decline(substitute.Id, "", Given.Actor());
        panel.OwesCompositionReason.ShouldBeTrue();
    }

    [Fact]
    public void Ties_AreCorrectedByWhoAccepted_UntilTheRelease()
    {
        var (panel, reviewer) = (Given.PanelOf([Gender.Female, Gender.Male]), Given.Person());
        panel.Invite(reviewer, ReviewerKind.Academia, chairs: false, Given.Actor());
        Action early = () => panel.DeclareTies(reviewer.Id, "甲公司", Given.Actor());
        early.ShouldBeRefused("panel.not-accepted");
        panel.Accept(reviewer.Id, "甲公司", Given.Actor());
        panel.DeclareTies(reviewer.Id, "甲公司\n乙大學", Given.Actor());
        panel.Members.Single(member => member.PersonId == reviewer.Id).Ties.ShouldBe("甲公司\n乙大學");

        var released = Given.Panel(PanelStatus.Released);
        Action late = () => released.DeclareTies(released.Members[0].PersonId, "", Given.Actor());
        late.ShouldBeRefused("panel.over");
    }

    [Fact]
    public void Criteria_KeepTheirVersions()
    {
        var panel = Given.Panel();
        panel.CriteriaVersion.ShouldBe(1);
        panel.Weigh([new PanelCriterion(1, "可行性", 60, "90 以上：已有實測"), new PanelCriterion(2, "效益", 40, "")], Given.Actor());
        panel.Weigh([new PanelCriterion(1, "可行性", 100, "")], Given.Actor());

        panel.CriteriaVersion.ShouldBe(3);
        panel.EarlierCriteria.Select(version => (version.Number, version.ReplacedBy, version.Criteria.Count)).ShouldBe([(1, "林承辦", 4), (2, "林承辦", 2)]);
    }

    [Fact]
    public void ScoringEnds_InTheFuture_WhenItChanges()
    {
        var panel = Given.Panel();
        Action past = () => panel.Arrange(new PanelTerms(null, Given.Now, false), Given.Actor());
        past.ShouldBeRefused("panel.scoring-past");
        panel.Arrange(new PanelTerms(3, Given.Now.AddDays(1), true), Given.Actor());
        panel.Arrange(new PanelTerms(2, Given.Now.AddDays(1), true), Given.Actor(Given.Now.AddDays(2)));
        (panel.ReviewsPerEntry, panel.SharesScores).ShouldBe((2, true));
        foreach (var reviews in new[] { 0, 21, -1 })
        {
            Action odd = () => panel.Arrange(new PanelTerms(reviews, null, false), Given.Actor());
            odd.ShouldBeRefused("panel.reviews-per-entry");
        }
    }

    [Fact]
    public void ATrack_ComesBeforeAnyReviewOfItsStage()
    {
        var round = Given.Round();
        PanelRules.TrackComesInTime(new Panel(round, ReviewStage.Concept, "製造組", Given.Actor(), "製造"), anotherReviews: true)!.Code.ShouldBe("panel.track-late");
        PanelRules.TrackComesInTime(new Panel(round, ReviewStage.Concept, "製造組", Given.Actor(), "製造"), anotherReviews: false).ShouldBeNull();
        PanelRules.TrackComesInTime(new Panel(round, ReviewStage.Concept, "不分組", Given.Actor()), anotherReviews: true).ShouldBeNull();
    }

    [Fact]
    public void ARoundsStandingCriteria_AreForPanelsToCome()
    {
        var round = Given.Round();
        var panel = Given.Panel(round: round);
        Action wrong = () => round.SetCriteria(ReviewStage.Concept, [new StageCriterion(ReviewStage.Concept, 1, "可行性", 99, "")], Given.Actor());
        wrong.ShouldBeRefused("round.weights");

        round.SetCriteria(ReviewStage.Concept, [new StageCriterion(ReviewStage.Proof, 9, "可行性", 100, "")], Given.Actor());

        panel.Criteria.Count.ShouldBe(4);
        Given.Panel(round: round).Criteria.Select(criterion => (criterion.Order, criterion.Name)).ShouldBe([(1, "可行性")]);
        Given.Panel(round: round, stage: ReviewStage.Proof).Criteria.Count.ShouldBe(2);
    }
}
