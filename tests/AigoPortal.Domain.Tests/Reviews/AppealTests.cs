using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.Reviews.AppealAction;
using static AigoPortal.Domain.Reviews.AppealStatus;

namespace AigoPortal.Domain.Tests.Reviews;

public class AppealTests
{
    private static readonly Dictionary<(AppealStatus, AppealAction), AppealStatus> Expected = new()
    {
        [(Filed, Uphold)] = Upheld,
        [(Filed, Dismiss)] = Dismissed,
    };

    public static TheoryData<AppealStatus, AppealAction> Everything => Matrix.Of<AppealStatus, AppealAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Verbs_FollowTheTableAndKeepTheStateTheyRefuse(AppealStatus status, AppealAction action)
    {
        var appeal = new Released().File();
        if (status != Filed)
        {
            Do(appeal, status == Upheld ? Uphold : Dismiss);
        }

        AppealStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);
        if (Expected.ContainsKey((status, action)))
        {
            Do(appeal, action);
            (appeal.PreviousStatus, appeal.Status).ShouldBe((status, next));
        }
        else
        {
            Should.Throw<BrokenRuleException>(() => Do(appeal, action)).Rule.Code.ShouldBe("appeal.transition");
            appeal.Status.ShouldBe(status);
        }
    }

    [Theory]
    [InlineData(0, 7, 8)]
    [InlineData(23, 7, 8)]
    [InlineData(12, 1, 2)]
    public void ThePeriod_EndsWithItsLastDayInTaipei(int hour, int days, int endsOn)
    {
        var released = Taipei.At(new DateOnly(2027, 8, 1), new TimeOnly(hour, 59, 59));
        var end = Appeal.PeriodEnd(released, days);
        end.ShouldBe(Taipei.EndOf(new DateOnly(2027, 8, endsOn)));
        Taipei.Local(end).TimeOfDay.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void AnAppeal_IsTakenUntilTheEnd_AndNotAtIt()
    {
        var released = new Released();
        var end = released.Panel.AppealsUntil!.Value;

        released.File(at: end.AddTicks(-1)).Status.ShouldBe(Filed);
        var rule = Refusals.Of(() => released.File(at: end));
        (rule.Code, rule.Arguments.Single()).ShouldBe(("appeal.late", end));
    }

    [Fact]
    public void TheRoundsPeriod_CountsAtTheRelease()
    {
        var round = Given.Round();
        round.SetAppealDays(3, Given.Actor());
        var panel = Given.Panel(PanelStatus.Reviewing, round);
        panel.Release([], Given.Actor(), round.AppealDays);
        panel.AppealsUntil.ShouldBe(Appeal.PeriodEnd(Given.Now, 3));

        foreach (var days in new[] { 0, -1, 61 })
        {
            Action set = () => round.SetAppealDays(days, Given.Actor());
            set.ShouldBeRefused("round.appeal-days");
        }
    }

    [Fact]
    public void OnlyTheLeader_WithReasons_AgainstAReleasedDecision()
    {
        var released = new Released();
        Action member = () => released.File(by: Guid.NewGuid());
        member.ShouldBeRefused("team.leader");
        Action silent = () => released.File(reasons: " ");
        silent.ShouldBeRefused("appeal.reasons");
        Action early = () => _ = new Appeal(released.Entry, Given.Panel(PanelStatus.Reviewing), released.Team, "理由", null, Given.Actor(person: released.Team.LeaderId));
        early.ShouldBeRefused("appeal.nothing");
    }

    [Fact]
    public void AnAnswer_GivesReasons_AndSaysWhatFollowsFromAnAppealUpheld()
    {
        var appeal = new Released().File();
        Action silent = () => appeal.Dismiss("", Given.Actor());
        silent.ShouldBeRefused("appeal.answer");
        Action empty = () => appeal.Uphold("有理由", " ", Given.Actor());
        empty.ShouldBeRefused("appeal.consequence");

        appeal.Uphold("有理由", "另行複議", Given.Actor());
        (appeal.Status, appeal.Consequence, appeal.AnsweredAt).ShouldBe((Upheld, "另行複議", Given.Now));
    }

    private static void Do(Appeal appeal, AppealAction action)
    {
        if (action == Uphold)
        {
            appeal.Uphold("有理由", "另行複議", Given.Actor());
        }
        else
        {
            appeal.Dismiss("沒有新的事實", Given.Actor());
        }
    }

    /// <summary>An entry of a released panel.</summary>
    private sealed class Released
    {
        public Released()
        {
            var round = Given.Round();
            Team = Given.Team(round: round);
            Entry = Given.Entry(EntryStatus.ConceptSubmitted, round, team: Team);
            Panel = Given.Panel(PanelStatus.Reviewing, round);
            Panel.Decide(new Decision(Entry.Id, Outcome.NotShortlisted, null, Twd.Zero, "資料不足", Guid.NewGuid(), Given.Now), Given.Actor());
            Panel.Release([Entry.Id], Given.Actor());
        }

        public Team Team { get; }

        public Entry Entry { get; }

        public Panel Panel { get; }

        public Appeal File(string reasons = "第 9 頁已說明", DateTimeOffset? at = null, Guid? by = null) =>
            new(Entry, Panel, Team, reasons, null, Given.Actor(at, by ?? Team.LeaderId));
    }
}
