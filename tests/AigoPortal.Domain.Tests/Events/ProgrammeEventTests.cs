using AigoPortal.Domain.Events;
using AigoPortal.Domain.Trail;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Events;

public class ProgrammeEventTests
{
    private static readonly DateTimeOffset Start = Given.Now.AddDays(7);

    [Fact]
    public void Register_GivesPlacesInOrder_ThenTheWaitingList()
    {
        var known = Open(capacity: 2);

        var statuses = Enumerable.Range(0, 4).Select(_ => known.Register(Guid.NewGuid(), Given.Actor()).Status).ToList();

        statuses.ShouldBe([RegistrationStatus.Registered, RegistrationStatus.Registered, RegistrationStatus.Waiting, RegistrationStatus.Waiting]);
        known.Taken.ShouldBe(2);
    }

    [Fact]
    public void Withdraw_LetsTheFirstWhoWaitsIn_AndWhoReturnsStandsAtTheEnd()
    {
        var known = Open(capacity: 1);
        var (first, second, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var (person, minute) in new[] { (first, 1), (second, 2), (third, 3) })
        {
            known.Register(person, Given.Actor(Given.Now.AddMinutes(minute)));
        }

        known.Withdraw(first, Given.Actor(Given.Now.AddMinutes(4))).Single().PersonId.ShouldBe(second);
        known.Register(first, Given.Actor(Given.Now.AddMinutes(5))).Status.ShouldBe(RegistrationStatus.Waiting);
        known.Withdraw(second, Given.Actor(Given.Now.AddMinutes(6))).Single().PersonId.ShouldBe(third);
        known.Taken.ShouldBe(1);
    }

    [Fact]
    public void Withdraw_FromTheWaitingList_FreesNoPlace()
    {
        var known = Open(capacity: 1);
        var waiting = Guid.NewGuid();
        known.Register(Guid.NewGuid(), Given.Actor());
        known.Register(waiting, Given.Actor());

        known.Withdraw(waiting, Given.Actor()).ShouldBeEmpty();
        known.Taken.ShouldBe(1);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, "event.registration-over")]
    [InlineData(1, "event.registration-over")]
    public void Register_AtTheEndOfRegistration_IsLate(int seconds, string? rule)
    {
        var known = Open(capacity: 1);
        Action register = () => known.Register(Guid.NewGuid(), Given.Actor(known.Plan.RegistrationEndsAt.AddSeconds(seconds)));
        if (rule is null)
        {
            register.ShouldNotThrow();
        }
        else
        {
            register.ShouldBeRefused(rule);
        }
    }

    [Fact]
    public void Register_Twice_IsRefused()
    {
        var known = Open(capacity: 5);
        var person = Guid.NewGuid();
        known.Register(person, Given.Actor());
        Action again = () => known.Register(person, Given.Actor());
        again.ShouldBeRefused("event.registered-already");
    }

    [Fact]
    public void Withdraw_OnceItBegan_OrWithoutARegistration_IsRefused()
    {
        var known = Open(capacity: 5);
        var person = Guid.NewGuid();
        known.Register(person, Given.Actor());
        Action late = () => known.Withdraw(person, Given.Actor(Start));
        Action stranger = () => known.Withdraw(Guid.NewGuid(), Given.Actor());
        late.ShouldBeRefused("event.begun");
        stranger.ShouldBeRefused("event.not-registered");
    }

    [Fact]
    public void Change_ToMorePlaces_LetsThoseWhoWaitIn_AndNeverTakesAPlaceAway()
    {
        var known = Open(capacity: 2);
        for (var number = 0; number < 5; number++)
        {
            known.Register(Guid.NewGuid(), Given.Actor(Given.Now.AddMinutes(number)));
        }

        known.Change(Plan(4), Given.Actor()).Count.ShouldBe(2);
        known.Taken.ShouldBe(4);
        Action fewer = () => known.Change(Plan(3), Given.Actor());
        fewer.ShouldBeRefused("event.capacity");
    }

    [Fact]
    public void Remind_IsDoneOnce_ForThoseWithAPlace_AndAgainWhenTheEventMoves()
    {
        var known = Open(capacity: 1);
        known.Register(Guid.NewGuid(), Given.Actor());
        known.Register(Guid.NewGuid(), Given.Actor());

        known.Remind(Actor.Portal(Given.Now)).Count.ShouldBe(1);
        known.Remind(Actor.Portal(Given.Now)).ShouldBeEmpty();
        known.Change(Plan(1) with { StartsAt = Start.AddDays(1), EndsAt = Start.AddDays(1).AddHours(2) }, Given.Actor());
        known.Remind(Actor.Portal(Given.Now)).Count.ShouldBe(1);
    }

    [Fact]
    public void Attendance_IsNotedOnceItBegan()
    {
        var known = Open(capacity: 2);
        var (came, stayed) = (Guid.NewGuid(), Guid.NewGuid());
        known.Register(came, Given.Actor());
        known.Register(stayed, Given.Actor());
        Action early = () => known.NoteAttendance(new HashSet<Guid> { came }, Given.Actor(Start.AddSeconds(-1)));
        early.ShouldBeRefused("event.not-begun");

        known.NoteAttendance(new HashSet<Guid> { came }, Given.Actor(Start));

        known.Registrations.Select(one => one.Attended).ShouldBe([true, false]);
    }

    [Theory]
    [InlineData(0, 0, "event.ends-first")]
    [InlineData(2, 1, "event.registration-late")]
    public void Plan_WhoseTimesDontFit_IsRefused(int hours, int registrationHoursAfterStart, string rule)
    {
        Action plan = () => _ = new ProgrammeEvent(Given.Round(), Plan(5) with { EndsAt = Start.AddHours(hours), RegistrationEndsAt = Start.AddHours(registrationHoursAfterStart) }, Given.Actor());
        plan.ShouldBeRefused(rule);
    }

    [Fact]
    public void Cancel_SaysWhy_AndTellsEverybodyButThoseWhoGaveUp()
    {
        var known = Open(capacity: 1);
        var gone = Guid.NewGuid();
        known.Register(gone, Given.Actor());
        known.Register(Guid.NewGuid(), Given.Actor());
        known.Register(Guid.NewGuid(), Given.Actor());
        known.Withdraw(gone, Given.Actor());
        Action silent = () => known.Cancel(" ", Given.Actor());
        silent.ShouldBeRefused("event.reason");

        known.Cancel("颱風", Given.Actor()).Count.ShouldBe(2);
        known.Status.ShouldBe(EventStatus.Cancelled);
    }

    private static ProgrammeEvent Open(int capacity)
    {
        var known = new ProgrammeEvent(Given.Round(), Plan(capacity), Given.Actor());
        known.Publish(Given.Actor());
        return known;
    }

    private static EventPlan Plan(int capacity) => new()
    {
        Kind = EventKind.Workshop,
        Title = "出題工作坊",
        Venue = "臺中",
        StartsAt = Start,
        EndsAt = Start.AddHours(3),
        RegistrationEndsAt = Start.AddDays(-1),
        Capacity = capacity,
    };
}
