using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Slots;

public sealed class SlotTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);

    [Fact]
    public async Task ThirtyTeams_WhoBookTheLastSlotTogether_AreOneThatHasItAndTwentyNineThatAreTold()
    {
        var meeting = await BeginAsync();
        var slot = (await OpenAsync(meeting, 1))[0];
        var browsers = new List<PortalClient>();
        for (var number = 0; number < 30; number++)
        {
            var leader = await _given.Person();
            await _given.Entry(meeting.Round, meeting.Problem, await _given.Team(meeting.Round, leader, await _given.Person()), EntryStatus.Applied);
            browsers.Add(await host.As(leader));
        }

        var answers = await Task.WhenAll(browsers.Select(browser => BookAsync(browser, slot)));

        answers.Count(answer => answer.WasAccepted).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity && answer.Text.Contains("已經被其他團隊預約", StringComparison.Ordinal)).ShouldBe(29);
        (await SlotAsync(slot)).Status.ShouldBe(SlotStatus.Booked);
    }

    [Fact]
    public async Task OneTeam_WhichBooksTwoOverlappingSlotsTogether_HasOne()
    {
        var (first, round) = (await BeginAsync(), default(Round));
        round = first.Round;
        var second = await ProblemAsync(round);
        await _given.Entry(round, second.Problem, first.Team, EntryStatus.Applied);
        var (one, other) = ((await OpenAsync(first, 1))[0], (await OpenAsync(second, 1, "第 9 桌", minutesLater: 10))[0]);

        var answers = await Task.WhenAll(BookAsync(await host.As(first.Leader), one), BookAsync(await host.As(first.Leader), other));

        answers.Count(answer => answer.WasAccepted).ShouldBe(1);
        answers.Single(answer => !answer.WasAccepted).Text.ShouldContain("已經預約了另一個時段");
        (await host.Db(db => db.Slots.CountAsync(slot => slot.TeamId == first.Team.Id))).ShouldBe(1);
    }

    [Fact]
    public async Task ATeam_BooksMovesAndGivesUp_AndThePoserIsToldEachTime()
    {
        var meeting = await BeginAsync();
        var slots = await OpenAsync(meeting, 2);
        var team = await host.As(meeting.Leader);

        (await BookAsync(team, slots[0])).WasAccepted.ShouldBeTrue();
        (await BookAsync(team, slots[1])).WasAccepted.ShouldBeTrue();
        ((await SlotAsync(slots[0])).Status, (await SlotAsync(slots[1])).Status).ShouldBe((SlotStatus.Open, SlotStatus.Booked));
        (await team.GetAsync($"/slots/{slots[1]}.ics")).Body.ShouldContain($"DTSTART:{(await SlotAsync(slots[1])).StartsAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}\r\n");
        (await (await host.As(meeting.Poser)).GetAsync($"/slots/{slots[1]}.ics")).Status.ShouldBe(HttpStatusCode.OK);
        (await team.PostAsync("/team/slots", form: "handler=GiveUp")).WasAccepted.ShouldBeTrue();

        (await SlotAsync(slots[1])).Status.ShouldBe(SlotStatus.Open);
        (await host.Db(db => db.Letters.Where(letter => letter.To == meeting.Poser.Email).OrderBy(letter => letter.Id).Select(letter => letter.Subject).ToListAsync()))
            .Select(subject => subject.Split('：')[0]).ShouldBe(["團隊預約了時段", "團隊改了時段", "團隊放棄了時段"]);
    }

    [Fact]
    public async Task Booking_AfterTheSlotBegan_OrAfterMatching_IsRefusedWithTheInstant()
    {
        var meeting = await BeginAsync();
        var slot = (await OpenAsync(meeting, 1))[0];
        await host.Db(db => db.Slots.Where(known => known.Id == slot).ExecuteUpdateAsync(set => set.SetProperty(known => known.StartsAt, _given.Now.AddMinutes(-1))));
        var team = await host.As(meeting.Leader);

        var late = await BookAsync(team, slot);
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("這個時段已於");
        var next = (await OpenAsync(meeting, 1, "第 2 桌"))[0];
        await _given.Reschedule(meeting.Round.Id, -0.001, 100);
        var over = await BookAsync(team, next);
        over.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        over.Text.ShouldContain("本場媒合已於");
    }

    [Fact]
    public async Task ATeamThatHasNotApplied_BooksWhenThePoserAllows()
    {
        var meeting = await BeginAsync();
        var (closed, open) = ((await OpenAsync(meeting, 1))[0], (await OpenAsync(meeting, 1, "第 2 桌", opensToAll: true))[0]);
        var leader = await _given.Person();
        await _given.Team(meeting.Round, leader, await _given.Person());
        var stranger = await host.As(leader);

        (await BookAsync(stranger, closed)).Text.ShouldContain("只開放給已申請這一題的團隊");
        var page = await stranger.GetAsync($"/team/slots?problem={meeting.Problem.Code}");
        page.Page.QuerySelectorAll("input[name=slot]").Select(input => input.GetAttribute("value")).ShouldBe([open.ToString()]);
        (await BookAsync(stranger, open)).WasAccepted.ShouldBeTrue();
    }

    [Fact]
    public async Task ThePoser_OpensAtOneTableWithoutOverlap_ClosesAndCancelsWithAReason()
    {
        var meeting = await BeginAsync();
        var poser = await host.As(meeting.Poser);
        var address = $"/poser/problems/{meeting.Problem.Id}/slots";
        var typed = new Dictionary<string, string>
        {
            ["Input.StartsAt"] = _given.Now.AddDays(2).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture),
            ["Input.Minutes"] = "20",
            ["Input.Gap"] = "5",
            ["Input.Count"] = "3",
            ["Input.Place"] = "第 1 桌",
        };
        (await poser.PostAsync(address, typed)).WasAccepted.ShouldBeTrue();
        var again = await poser.PostAsync(address, typed, "form:has([name='Input.Place'])");
        again.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("已經有另一個時段");
        (await poser.PostAsync(address, form: "handler=Close")).WasAccepted.ShouldBeTrue();
        var slot = await host.Db(db => db.Slots.Where(known => known.ProblemId == meeting.Problem.Id && known.Status == SlotStatus.Open).OrderBy(known => known.StartsAt).Select(known => known.Id).FirstAsync());
        await BookAsync(await host.As(meeting.Leader), slot);

        (await poser.PostAsync(address, form: "handler=Cancel")).Text.ShouldContain("請寫出取消的原因");
        (await poser.PostAsync(address, new Dictionary<string, string> { ["Input.Reason"] = "窗口出差" }, "handler=Cancel")).WasAccepted.ShouldBeTrue();

        (await SlotAsync(slot)).Status.ShouldBe(SlotStatus.Cancelled);
        (await host.Db(db => db.Letters.CountAsync(letter => letter.To == meeting.Leader.Email && letter.Body.Contains("窗口出差")))).ShouldBe(1);
    }

    [Fact]
    public async Task Notes_AreReadByTheirOwnSideOnly_AndAnothersSlotsAreNotThere()
    {
        var (meeting, other) = (await BeginAsync(), default(Meeting));
        other = await ProblemAsync(meeting.Round);
        var slot = (await OpenAsync(meeting, 1))[0];
        var (team, poser) = (await host.As(meeting.Leader), await host.As(meeting.Poser));
        await BookAsync(team, slot);
        await host.Db(db => db.Slots.Where(known => known.Id == slot).ExecuteUpdateAsync(set => set.SetProperty(known => known.StartsAt, _given.Now.AddMinutes(-30))));
        (await team.PostAsync("/team/slots", new Dictionary<string, string> { ["Input.Note"] = "團隊的話" }, "handler=Note")).WasAccepted.ShouldBeTrue();
        (await poser.PostAsync($"/poser/problems/{meeting.Problem.Id}/slots", new Dictionary<string, string> { ["Input.Note"] = "單位的話" }, "handler=Note")).WasAccepted.ShouldBeTrue();

        var (mine, theirs) = ((await team.GetAsync("/team/slots")).Body, (await poser.GetAsync($"/poser/problems/{meeting.Problem.Id}/slots")).Body);
        mine.ShouldContain("團隊的話");
        mine.ShouldNotContain("單位的話");
        theirs.ShouldContain("單位的話");
        theirs.ShouldNotContain("團隊的話");
        var office = (await (await host.As(await _given.Person(Roles.Officer))).GetAsync($"/office/slots?round={meeting.Round.Code}")).Body;
        office.ShouldContain(meeting.Team.Name);
        office.ShouldNotContain("的話");

        var (foreignPoser, foreignTeam) = (await host.As(other.Poser), await host.As(other.Leader));
        (await foreignPoser.GetAsync($"/poser/problems/{meeting.Problem.Id}/slots")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var stranger in new[] { foreignPoser, foreignTeam, await host.As(await _given.Person(Roles.Reviewer)) })
        {
            (await stranger.GetAsync($"/slots/{slot}.ics")).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        foreach (var handler in new[] { "GiveUp", "Note" })
        {
            (await foreignTeam.ForgeAsync("/account/profile", $"/team/slots?handler={handler}", new Dictionary<string, string> { ["slot"] = slot.ToString() })).Status.ShouldBe(HttpStatusCode.NotFound, handler);
        }
    }

    [Fact]
    public async Task TheDayBefore_BothSidesAreRemindedOnce()
    {
        var meeting = await BeginAsync();
        var slot = (await OpenAsync(meeting, 1))[0];
        await BookAsync(await host.As(meeting.Leader), slot);
        var starts = (await SlotAsync(slot)).StartsAt;

        foreach (var at in new[] { starts.AddHours(-24).AddSeconds(-1), starts.AddHours(-24), starts.AddHours(-1) })
        {
            await using var scope = host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<RemindOfSlots>().RunAsync(Actor.Portal(at), CancellationToken.None);
        }

        (await host.Db(db => db.Letters.CountAsync(letter => letter.Subject.StartsWith("明天接洽") && (letter.To == meeting.Leader.Email || letter.To == meeting.Poser.Email)))).ShouldBe(2);
    }

    private static Task<Answer> BookAsync(PortalClient browser, Guid slot) =>
        browser.ForgeAsync("/account/profile", "/team/slots?handler=Book", new Dictionary<string, string> { ["slot"] = slot.ToString() });

    private Task<Slot> SlotAsync(Guid id) => host.Db(db => db.Slots.AsNoTracking().SingleAsync(slot => slot.Id == id));

    private async Task<IReadOnlyList<Guid>> OpenAsync(Meeting meeting, int count, string place = "第 1 桌", bool opensToAll = false, int minutesLater = 0)
    {
        var slots = Slot.Open(meeting.Problem, meeting.Round, null, new SlotPlan(_given.Now.AddDays(3).AddMinutes(minutesLater), 20, 5, count, place), opensToAll, _given.By(meeting.Poser));
        await host.Db(async db =>
        {
            db.Slots.AddRange(slots);
            await db.SaveChangesAsync();
        });
        return [.. slots.Select(slot => slot.Id)];
    }

    private async Task<Meeting> BeginAsync() => await ProblemAsync(await _given.Round());

    private async Task<Meeting> ProblemAsync(Round round)
    {
        var (poser, leader) = (await _given.Person(Roles.Poser), await _given.Person());
        var problem = await _given.Problem(round, await _given.Organisation(poser), poser);
        var team = await _given.Team(round, leader, await _given.Person());
        await _given.Entry(round, problem, team, EntryStatus.Applied);
        return new Meeting(round, problem, team, poser, leader);
    }

    private sealed record Meeting(Round Round, Problem Problem, Domain.Teams.Team Team, Person Poser, Person Leader);
}
