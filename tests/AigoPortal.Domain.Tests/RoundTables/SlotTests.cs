using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using Shouldly;
using Xunit;
using static AigoPortal.Domain.RoundTables.SlotAction;
using static AigoPortal.Domain.RoundTables.SlotStatus;

namespace AigoPortal.Domain.Tests.RoundTables;

public class SlotTests
{
    private static readonly Dictionary<(SlotStatus, SlotAction), SlotStatus> Expected = new()
    {
        [(Open, Book)] = Booked,
        [(Booked, GiveUp)] = Open,
        [(Open, Close)] = Closed,
        [(Booked, Cancel)] = Cancelled,
    };

    private readonly Round _round = Given.Round();

    public static TheoryData<SlotStatus, SlotAction> Everything => Matrix.Of<SlotStatus, SlotAction>();

    [Theory]
    [MemberData(nameof(Everything))]
    public void Following_IsTheExpectedTable(SlotStatus status, SlotAction action) =>
        SlotStatuses.Following(status, action).ShouldBe(Expected.TryGetValue((status, action), out var next) ? next : null);

    [Fact]
    public void SlotsInARow_BeginAfterEachOther_WithTheGapBetween()
    {
        var slots = Opened(count: 3);

        slots.Select(slot => slot.StartsAt).ShouldBe([Given.Now.AddDays(1), Given.Now.AddDays(1).AddMinutes(25), Given.Now.AddDays(1).AddMinutes(50)]);
        slots.ShouldAllBe(slot => slot.EndsAt - slot.StartsAt == TimeSpan.FromMinutes(20) && slot.Status == Open);
    }

    [Fact]
    public void Opening_InThePast_AfterMatching_OrOutOfMeasure_IsRefused()
    {
        Code(() => Opened(Given.Now)).ShouldBe("slot.past");
        Code(() => Opened(Given.ConceptDeadline.AddMinutes(-19))).ShouldBe("slot.after-matching");
        Opened(Given.ConceptDeadline.AddMinutes(-20)).Count.ShouldBe(1);
        Code(() => Opened(minutes: 4)).ShouldBe("slot.minutes");
        Code(() => Opened(count: 25)).ShouldBe("slot.count");
    }

    [Fact]
    public void Booking_AtTheInstantItBegins_OrAfterMatching_IsRefused()
    {
        var (slot, team) = (Opened()[0], Given.Team(round: _round));

        Code(() => slot.Book(team, EntryStatus.Applied, _round, Given.Actor(slot.StartsAt, team.LeaderId))).ShouldBe("slot.begun");
        var closed = Given.Round(steps: Given.Steps(concept: slot.StartsAt.AddHours(-1)));
        Code(() => slot.Book(team, EntryStatus.Applied, closed, Given.Actor(slot.StartsAt.AddHours(-1), team.LeaderId))).ShouldBe("entry.matching-closed");
        slot.Book(team, EntryStatus.Applied, _round, Given.Actor(slot.StartsAt.AddSeconds(-1), team.LeaderId));
        slot.TeamId.ShouldBe(team.Id);
    }

    [Fact]
    public void ATakenSlot_IsRefused_AndGivenUpItIsFree()
    {
        var (slot, first, second) = (Opened()[0], Given.Team(round: _round), Given.Team(round: _round));
        BookBy(slot, first);

        Code(() => BookBy(slot, second)).ShouldBe("slot.taken");
        Code(() => slot.GiveUp(second, Given.Actor(person: second.LeaderId))).ShouldBe("slot.others");
        Code(() => slot.GiveUp(first, Given.Actor())).ShouldBe("team.leader");
        slot.GiveUp(first, Given.Actor(person: first.LeaderId));
        BookBy(slot, second);
        slot.TeamId.ShouldBe(second.Id);
    }

    [Theory]
    [InlineData(null, true, true)]
    [InlineData(null, false, false)]
    [InlineData(EntryStatus.Applied, false, true)]
    [InlineData(EntryStatus.Matched, false, true)]
    [InlineData(EntryStatus.Declined, true, false)]
    public void ASlot_IsForApplicants_AndForOthersWhenThePoserAllows(EntryStatus? standing, bool opensToAll, bool mayBook)
    {
        var (slot, team) = (Opened(opensToAll: opensToAll)[0], Given.Team(round: _round));

        var refused = Record.Exception(() => slot.Book(team, standing, _round, Given.Actor(person: team.LeaderId)));

        (refused is null).ShouldBe(mayBook);
    }

    [Fact]
    public void Cancelling_SaysWhy_AndKeepsWhoHadIt()
    {
        var (slot, team) = (Opened()[0], Given.Team(round: _round));
        BookBy(slot, team);

        Code(() => slot.Cancel(" ", Given.Actor())).ShouldBe("slot.reason");
        slot.Cancel("窗口出差", Given.Actor());
        (slot.Status, slot.TeamId, slot.FormerTeamId, slot.Seat).ShouldBe((Cancelled, null, (Guid?)team.Id, null));
    }

    [Fact]
    public void Notes_AreMadeOnceItBegan_AndAReminderGoesOnce()
    {
        var (slot, team) = (Opened(Given.Now.AddDays(3))[0], Given.Team(round: _round));
        BookBy(slot, team);

        Code(() => slot.NoteTalk(forPoser: true, "談得不錯", Given.Actor())).ShouldBe("slot.not-talked");
        slot.Remind(Given.Actor(Given.Now.AddDays(2))).ShouldBeTrue();
        slot.Remind(Given.Actor(Given.Now.AddDays(2))).ShouldBeFalse();
        slot.NoteTalk(forPoser: true, "談得不錯", Given.Actor(slot.StartsAt));
        (slot.PoserNote, slot.TeamNote).ShouldBe(("談得不錯", null));
    }

    private static void BookBy(Slot slot, Team team) => slot.Book(team, EntryStatus.Applied, Given.Round(), Given.Actor(person: team.LeaderId));

    private IReadOnlyList<Slot> Opened(DateTimeOffset? starts = null, int minutes = 20, int count = 1, bool opensToAll = false) =>
        Slot.Open(Given.Problem(round: _round), _round, null, new SlotPlan(starts ?? Given.Now.AddDays(1), minutes, 5, count, "第 1 桌"), opensToAll, Given.Actor());

    private static string Code(Action act) => Should.Throw<BrokenRuleException>(act).Rule.Code;
}
