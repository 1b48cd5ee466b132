using System.Net;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace AigoPortal.Web.Tests.Workflows;

/// <summary>The poser accepts, the team confirms; after the matching's end only the office can bring them together.</summary>
public sealed class AgreeOnMatchTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);
    private Round _round = null!;
    private Person _poser = null!;
    private Person _leader = null!;
    private Person _member = null!;
    private Entry _entry = null!;

    private string Team => $"/team/entries/{_entry.Code}";

    private string Poser => $"/poser/entries/{_entry.Code}";

    private string Office => $"/office/entries/{_entry.Code}";

    [Fact]
    public async Task BothSidesAgree_StepByStep_AndEachLearnsOfTheOther()
    {
        await ArrangeAsync();
        var (poser, leader, member) = (await host.As(_poser), await host.As(_leader), await host.As(_member));

        (await leader.GetAsync(Team)).Page.QuerySelector("form[action*='Confirm']").ShouldBeNull();
        (await poser.PostAsync(Poser, new Dictionary<string, string> { ["Input.Word"] = "方向清楚。" }, "handler=Accept", press: "接受申請")).WasAccepted.ShouldBeTrue();

        (await poser.GetAsync(Poser)).Text.ShouldContain("等團隊確認");
        (await poser.GetAsync("/poser")).Text.ShouldNotContain("回覆解題申請");
        (await leader.GetAsync("/team")).Text.ShouldContain("確認媒合");
        (await EntryAsync()).Status.ShouldBe(EntryStatus.Applied);
        (await member.GetAsync(Team)).Text.ShouldContain("由隊長確認");
        (await member.ForgeAsync("/team/payee", $"{Team}?handler=Confirm", new Dictionary<string, string>())).Text.ShouldContain("這件事要由隊長來做");
        (await leader.PostAsync(Team, form: "handler=Confirm")).WasAccepted.ShouldBeTrue();

        var entry = await EntryAsync();
        (entry.Status, entry.PreviousStatus).ShouldBe((EntryStatus.Matched, EntryStatus.Applied));
        entry.ConfirmedAt.ShouldNotBeNull().ShouldBeGreaterThan(entry.AnsweredAt!.Value);
        (await LettersAsync(_leader)).ShouldBe([$"解題申請 {entry.Code} 已被接受，請確認媒合", $"已媒合：{entry.Code}"], ignoreOrder: true);
        (await LettersAsync(_poser)).ShouldBe([$"已媒合：{entry.Code}"]);
        (await leader.ForgeAsync("/team/payee", $"{Team}?handler=Confirm", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task AnAcceptedApplication_CanStillBeDeclined_AndNotAcceptedTwice()
    {
        await ArrangeAsync(accepted: true);
        var poser = await host.As(_poser);

        (await poser.ForgeAsync("/poser/organisation", $"{Poser}?handler=Accept", new Dictionary<string, string> { ["Input.Word"] = "再一次" })).Text.ShouldContain("貴單位已接受這個申請");
        (await poser.PostAsync(Poser, new Dictionary<string, string> { ["Input.Word"] = "場域臨時關閉。" }, "handler=Decline")).WasAccepted.ShouldBeTrue();

        (await EntryAsync()).Status.ShouldBe(EntryStatus.Declined);
        (await (await host.As(_leader)).ForgeAsync("/team/payee", $"{Team}?handler=Confirm", new Dictionary<string, string>())).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task AfterTheMatchingsEnd_NeitherAcceptsNorConfirms_ButTheOfficeMediatesAndThePoserMayDecline()
    {
        await ArrangeAsync();
        var (poser, officer) = (await host.As(_poser), await host.As(await _given.Person(Roles.Officer)));
        await EndMatchingAsync();

        var late = await poser.ForgeAsync("/poser/organisation", $"{Poser}?handler=Accept", new Dictionary<string, string> { ["Input.Word"] = "歡迎" });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("伺服器收到的時間是");
        late.ValueOf("Input.Word").ShouldBe("歡迎");
        (await poser.GetAsync(Poser)).Page.QuerySelectorAll("form[action*='Accept'] button").ShouldNotContain(button => button.TextContent.Contains("接受申請", StringComparison.Ordinal));
        (await officer.PostAsync(Office, form: "handler=Mediate")).Text.ShouldContain("請寫下雙方怎麼談定的");
        (await officer.PostAsync(Office, new Dictionary<string, string> { ["Input.Mediation"] = "七月三日三方會議談定。" }, "handler=Mediate")).WasAccepted.ShouldBeTrue();

        var entry = await EntryAsync();
        (entry.Status, entry.Mediation).ShouldBe((EntryStatus.Matched, "七月三日三方會議談定。"));
        (await LettersAsync(_poser)).ShouldBe([$"已媒合：{entry.Code}"]);
        (await LettersAsync(_member)).ShouldBe([$"已媒合：{entry.Code}"]);
        (await host.Db(db => db.AuditEvents.SingleAsync(line => line.SubjectId == entry.Id && line.Verb == "entry.mediate"))).Why.ShouldBe("七月三日三方會議談定。");
        (await (await host.As(_leader)).GetAsync(Team)).Text.ShouldContain("七月三日三方會議談定。");
    }

    [Fact]
    public async Task AnAcceptedApplication_IsNotConfirmedAfterTheMatchingsEnd()
    {
        await ArrangeAsync(accepted: true);
        await EndMatchingAsync();

        var late = await (await host.As(_leader)).ForgeAsync("/team/payee", $"{Team}?handler=Confirm", new Dictionary<string, string>());

        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("本場媒合已於");
        (await EntryAsync()).ConfirmedAt.ShouldBeNull();
    }

    [Fact]
    public async Task AfterTheConceptDeadline_TheOfficeCannotMediateEither()
    {
        await ArrangeAsync();
        await _given.Reschedule(_round.Id, -1, 60);
        var officer = await host.As(await _given.Person(Roles.Officer));

        (await officer.ForgeAsync("/office/teams", $"{Office}?handler=Mediate", new Dictionary<string, string> { ["Input.Mediation"] = "談定" })).Text.ShouldContain("不能再協調媒合");
        (await officer.GetAsync(Office)).Page.QuerySelector("#mediate").ShouldBeNull();
    }

    [Fact]
    public async Task TheOffice_ListsWhatWaitsWithItsAge()
    {
        await ArrangeAsync();
        var officer = await host.As(await _given.Person(Roles.Officer));

        var list = await officer.GetAsync("/office/entries?waiting=true&size=1000");

        list.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains(_entry.Code, StringComparison.Ordinal)).TextContent.ShouldContain("已等 20 天");
        list.Text.ShouldNotContain("送出構想書");
    }

    [Fact]
    public async Task TwoContactsWhoAnswerAtOnce_LeaveOneAnswer()
    {
        await ArrangeAsync();
        var tabs = new List<PortalClient>();
        for (var number = 0; number < 8; number++)
        {
            tabs.Add(await host.As(_poser));
        }

        var answers = await Task.WhenAll(tabs.Select((tab, number) => tab.ForgeAsync(
            "/poser/organisation", $"{Poser}?handler={(number % 2 == 0 ? "Accept" : "Decline")}", new Dictionary<string, string> { ["Input.Word"] = $"回覆 {number}" })));

        answers.ShouldAllBe(answer => answer.WasAccepted || answer.Status == HttpStatusCode.UnprocessableEntity);
        var entry = await EntryAsync();
        (await LettersAsync(_leader)).Count.ShouldBe(answers.Count(answer => answer.WasAccepted));
        answers.Count(answer => answer.WasAccepted).ShouldBeInRange(1, entry.Status == EntryStatus.Declined ? 2 : 1);
    }

    private Task<Entry> EntryAsync() => host.Db(db => db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == _entry.Id));

    private Task<List<string>> LettersAsync(Person person) => host.Db(db => db.Letters.Where(letter => letter.To == person.Email).Select(letter => letter.Subject).ToListAsync());

    private Task EndMatchingAsync() => host.Db(async db =>
    {
        var round = await db.Rounds.SingleAsync(round => round.Id == _round.Id);
        round.Schedule([.. round.Steps.Select(step => step.Kind == RoundStepKind.Matching ? step with { EndsAt = _given.Now.AddSeconds(-1) } : step)], _given.Portal());
        await db.SaveChangesAsync();
    });

    private async Task ArrangeAsync(bool accepted = false)
    {
        _round = await _given.Round();
        (_poser, _leader, _member) = (await _given.Person(Roles.Poser), await _given.Person(), await _given.Person());
        Problem problem = await _given.Problem(_round, await _given.Organisation(_poser), _poser);
        _entry = await _given.Entry(_round, problem, await _given.Team(_round, _leader, _member), EntryStatus.Applied);
        if (accepted)
        {
            await host.Db(async db =>
            {
                (await db.Entries.SingleAsync(entry => entry.Id == _entry.Id)).Accept("歡迎", _round, _given.By(_poser, 5));
                await db.SaveChangesAsync();
            });
        }
    }
}
