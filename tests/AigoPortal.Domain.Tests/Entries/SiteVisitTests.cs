using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Entries;

public class SiteVisitTests
{
    private static readonly VisitPlan Plan = new() { Place = "工作室", Visitors = "林承辦" };
    private readonly Entry _entry = Given.Entry(EntryStatus.Cooperating);

    [Theory]
    [InlineData(VisitStatus.Planned, VisitAction.Choose, VisitStatus.Confirmed)]
    [InlineData(VisitStatus.Planned, VisitAction.Replan, VisitStatus.Planned)]
    [InlineData(VisitStatus.Planned, VisitAction.Cancel, VisitStatus.Cancelled)]
    [InlineData(VisitStatus.Confirmed, VisitAction.Replan, VisitStatus.Planned)]
    [InlineData(VisitStatus.Confirmed, VisitAction.Hold, VisitStatus.Held)]
    [InlineData(VisitStatus.Confirmed, VisitAction.Cancel, VisitStatus.Cancelled)]
    [InlineData(VisitStatus.Planned, VisitAction.Hold, null)]
    [InlineData(VisitStatus.Held, VisitAction.Cancel, null)]
    [InlineData(VisitStatus.Cancelled, VisitAction.Choose, null)]
    public void TheTable_SaysWhatFollows(VisitStatus status, VisitAction action, VisitStatus? following) => VisitStatuses.Following(status, action).ShouldBe(following);

    [Fact]
    public void ChoosingATime_AgreesIt_AndOtherTimesBeginAgain()
    {
        var visit = Planned();
        Action none = () => visit.Choose(2, Given.Actor());
        none.ShouldBeRefused("visit.slot");

        visit.Choose(1, Given.Actor());
        (visit.Status, visit.StartsAt).ShouldBe((VisitStatus.Confirmed, Given.Now.AddDays(3)));
        visit.Remind(Given.Actor()).ShouldBeTrue();
        visit.Remind(Given.Actor()).ShouldBeFalse();
        visit.AskAnotherTime("下週", Given.Actor());
        visit.Replan(Plan, [Slot(9)], Given.Actor());

        (visit.Status, visit.StartsAt, visit.Wish, visit.RemindedAt).ShouldBe((VisitStatus.Planned, null, null, null));
    }

    [Fact]
    public void AResult_WaitsForTheVisit_AndImprovementHasADay()
    {
        var visit = Planned();
        visit.Choose(0, Given.Actor());
        var passed = new VisitReport(VisitResult.Passed, "好", null, [new("進度", FindingMark.Meets, "")]);
        Action early = () => visit.Hold(passed, Given.Actor());
        early.ShouldBeRefused("visit.not-begun");
        Action undated = () => visit.Hold(passed with { Result = VisitResult.ToImprove, FollowUpOn = Taipei.DateOf(Given.Now.AddDays(2)) }, Given.Actor(Given.Now.AddDays(3)));
        undated.ShouldBeRefused("visit.follow-up");

        visit.Hold(passed, Given.Actor(Given.Now.AddDays(3)));

        (visit.Status, visit.Result, visit.Findings.Count).ShouldBe((VisitStatus.Held, VisitResult.Passed, 1));
    }

    [Fact]
    public void APassedEntry_NeedsNoFurtherVisit()
    {
        _entry.RecordVisit(new(2027, 6, 1), "林承辦", "好", passed: true, Given.Actor());
        Action again = () => Planned();
        again.ShouldBeRefused("visit.passed-already");
    }

    [Fact]
    public void TimesEndAfterTheyBegin_AndAreThreeAtMost()
    {
        Action none = () => _ = new SiteVisit(_entry, Plan, [], Given.Actor());
        Action four = () => _ = new SiteVisit(_entry, Plan, [Slot(1), Slot(2), Slot(3), Slot(4)], Given.Actor());
        Action backwards = () => _ = new SiteVisit(_entry, Plan, [new(Given.Now, Given.Now)], Given.Actor());
        none.ShouldBeRefused("visit.slots");
        four.ShouldBeRefused("visit.slots");
        backwards.ShouldBeRefused("visit.slot-ends-first");
    }

    [Fact]
    public void Photos_AreTenAtMost()
    {
        var visit = Planned();
        visit.Choose(0, Given.Actor());
        for (var i = 0; i < VisitRules.MostPhotos; i++)
        {
            visit.AddPhoto(Guid.NewGuid(), Given.Actor());
        }

        Should.Throw<BrokenRuleException>(() => visit.AddPhoto(Guid.NewGuid(), Given.Actor())).Rule.Code.ShouldBe("visit.photos");
    }

    private static VisitSlot Slot(int days) => new(Given.Now.AddDays(days), Given.Now.AddDays(days).AddHours(2));

    private SiteVisit Planned() => new(_entry, Plan, [Slot(2), Slot(3)], Given.Actor());
}
