using System.Net;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Account.Events;

public sealed class DetailsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task ThirtyPeople_WhoRegisterTogetherForFivePlaces_AreFiveAndTwentyFiveWhoWait()
    {
        var known = await EventAsync(capacity: 5);
        var people = new List<Person>();
        for (var number = 0; number < 30; number++)
        {
            people.Add(await _given.Person());
        }

        await Task.WhenAll(people.Select(async person =>
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RegisterForEvent>().RegisterAsync(known.Id, _given.By(person), CancellationToken.None);
        }));

        var statuses = await host.Db(db => db.EventRegistrations.Where(one => one.EventId == known.Id).Select(one => one.Status).ToListAsync());
        statuses.Count(status => status == RegistrationStatus.Registered).ShouldBe(5);
        statuses.Count(status => status == RegistrationStatus.Waiting).ShouldBe(25);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.Body.Contains(known.Id.ToString())))).ShouldBe(30);
    }

    [Fact]
    public async Task APerson_RegistersForAFullEvent_MovesUpWhenAnotherWithdraws_AndIsToldByLetter()
    {
        var known = await EventAsync(capacity: 1);
        var (first, second) = (await _given.Person(), await _given.Person());
        var (one, two) = (await host.As(first), await host.As(second));

        (await one.PostAsync(Address(known), form: "handler=Register")).WasAccepted.ShouldBeTrue();
        (await two.GetAsync(Address(known))).Text.ShouldContain("已額滿，可排候補");
        (await two.PostAsync(Address(known), form: "handler=Register")).WasAccepted.ShouldBeTrue();
        (await two.GetAsync(Address(known))).Text.ShouldContain("您排在候補第 1 位");
        (await one.PostAsync(Address(known), form: "handler=Withdraw")).WasAccepted.ShouldBeTrue();

        (await two.GetAsync(Address(known))).Text.ShouldContain("名額已保留");
        (await host.Db(db => db.Letters.Where(letter => letter.To == second.Email).OrderBy(letter => letter.Id).Select(letter => letter.Subject).ToListAsync()))
            .ShouldBe(["「出題工作坊」候補中", "已報名「出題工作坊」"]);
    }

    [Fact]
    public async Task Registration_AfterItEnded_IsRefusedWithTheInstant()
    {
        var known = await EventAsync(capacity: 1, registrationEndsIn: TimeSpan.FromMilliseconds(-1));
        var browser = await host.As(await _given.Person());

        var answer = await browser.ForgeAsync("/account/profile", $"{Address(known)}?handler=Register", new Dictionary<string, string>());

        answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        answer.Text.ShouldContain("報名已於");
    }

    [Fact]
    public async Task AnEventBeingPlanned_IsNotThere()
    {
        var known = await EventAsync(capacity: 1, publish: false);

        (await (await host.As(await _given.Person())).GetAsync(Address(known))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visitor().GetAsync($"/events/{known.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.Visitor().GetAsync($"/events/{known.Id}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task TheDayBefore_EachWithAPlaceIsRemindedOnce()
    {
        var known = await EventAsync(capacity: 1);
        var (first, second) = (await _given.Person(), await _given.Person());
        foreach (var person in new[] { first, second })
        {
            await (await host.As(person)).PostAsync(Address(known), form: "handler=Register");
        }

        await RemindAsync(known.Plan.StartsAt.AddHours(-24).AddSeconds(-1));
        (await Reminders(known)).ShouldBe(0);
        await RemindAsync(known.Plan.StartsAt.AddHours(-24));
        await RemindAsync(known.Plan.StartsAt.AddHours(-1));

        (await Reminders(known)).ShouldBe(1);
    }

    [Fact]
    public async Task TheOffice_PlansPublishesNotesAttendanceAndCallsOff()
    {
        await _given.Round();
        var officer = await host.As(await _given.Person(Roles.Officer));
        var start = _given.Now.AddMinutes(2).ToOffset(TimeSpan.FromHours(8));
        string At(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var planned = await officer.PostAsync("/office/events/edit", new Dictionary<string, string>
        {
            ["Input.Title"] = "北部場說明會",
            ["Input.Venue"] = "臺北",
            ["Input.StartsAt"] = At(start),
            ["Input.EndsAt"] = At(start.AddHours(2)),
            ["Input.RegistrationEndsAt"] = At(start),
            ["Input.Capacity"] = "10",
        });
        planned.WasAccepted.ShouldBeTrue(planned.Text);
        (await officer.PostAsync(planned.Location!, form: "handler=Publish")).WasAccepted.ShouldBeTrue();
        (await host.Visitor().GetAsync("/events")).Text.ShouldContain("北部場說明會");

        var silent = await officer.PostAsync(planned.Location!, form: "handler=Cancel");
        silent.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        silent.Text.ShouldContain("請寫出取消的原因");
        (await officer.PostAsync(planned.Location!, new Dictionary<string, string> { ["Input.Reason"] = "颱風" }, "handler=Cancel")).WasAccepted.ShouldBeTrue();
        (await officer.GetAsync(planned.Location!)).Text.ShouldContain("已取消");
    }

    [Fact]
    public async Task TheCalendar_HasTheEvent_OnOneLineEach()
    {
        var known = await EventAsync(capacity: 1);

        var body = (await host.Visitor().GetAsync($"/events/{known.Id}.ics")).Body;

        body.ShouldContain($"UID:{known.Id:N}@aigo-portal\r\n");
        body.ShouldContain("SUMMARY:出題工作坊\r\n");
        body.ShouldContain($"DTSTART:{known.Plan.StartsAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}\r\n");
    }

    private static string Address(ProgrammeEvent known) => $"/account/events/{known.Id}";

    private Task<int> Reminders(ProgrammeEvent known) =>
        host.Db(db => db.Letters.CountAsync(letter => letter.Body.Contains(known.Id.ToString()) && letter.Subject.StartsWith("明天見")));

    private async Task RemindAsync(DateTimeOffset at)
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RemindOfEvents>().RunAsync(Actor.Portal(at), CancellationToken.None);
    }

    private async Task<ProgrammeEvent> EventAsync(int capacity, TimeSpan? registrationEndsIn = null, bool publish = true)
    {
        var round = await _given.Round();
        var start = new DateTimeOffset(_given.Now.AddDays(7).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var known = new ProgrammeEvent(round, new EventPlan
        {
            Kind = EventKind.Workshop,
            Title = "出題工作坊",
            Venue = "臺中",
            StartsAt = start,
            EndsAt = start.AddHours(3),
            RegistrationEndsAt = registrationEndsIn is { } ends ? _given.Now + ends : start.AddDays(-1),
            Capacity = capacity,
        }, _given.Portal(1));
        if (publish)
        {
            known.Publish(_given.Portal(1));
        }

        await host.Db(async db =>
        {
            db.Events.Add(known);
            await db.SaveChangesAsync();
        });
        return known;
    }
}
