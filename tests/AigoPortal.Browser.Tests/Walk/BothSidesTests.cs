using System.Globalization;
using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Two teams and a poser: both pitch, they talk and meet, one is declined, the other accepted and confirms; a third comes too late.</summary>
public sealed class BothSidesTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private readonly Season _season = new(host);

    [Fact]
    public async Task BothSides_TalkMeetAndAgree_AndWhoComesLateKeepsTheDraft()
    {
        Looking.Complaints.Clear();
        var (round, problem) = await ArrangeAsync();
        var (chosen, other, late) = (await LeaderAsync(round, "chosen"), await LeaderAsync(round, "other"), await LeaderAsync(round, "late"));
        var poser = await _season.SignInAsync("poser@both.test");

        await DraftAsync(chosen, problem);
        await TakeLongToSendAsync(chosen); // as long as the form is on its way, the save while typing must not overtake it
        var first = await ApplyAsync(chosen, problem, "以弱監督學習減少標註");
        var second = await ApplyAsync(other, problem, "以規則式方法判讀");
        await WriteAsync(late, problem, "還在寫");

        await CompareAsync(poser, problem, first, second);
        await TalkAsync(poser, chosen, first);
        await MeetAsync(poser, chosen, other, problem, first);
        await DeclineAsync(poser, other, second);
        await AgreeAsync(poser, chosen, first);
        await ComeLateAsync(late, round, problem);
        Looking.Complaints.ShouldBeEmpty();
    }

    private async Task<(Round Round, Problem Problem)> ArrangeAsync()
    {
        var given = _season.Given;
        var round = await given.Round();
        var poser = await given.Person(Roles.Poser, "陳副總", "poser@both.test", password: Season.Password);
        return (round, await given.Problem(round, await given.Organisation(poser), poser));
    }

    private async Task<IPage> LeaderAsync(Round round, string name)
    {
        var leader = await _season.Given.Person(Roles.Participant, $"隊長 {name}", $"{name}@both.test", password: Season.Password);
        await _season.Given.Team(round, leader, await _season.Given.Person());
        return await _season.SignInAsync(leader.Email);
    }

    // What was typed is there again after the page was left without a press.
    private static async Task DraftAsync(IPage leader, Problem problem)
    {
        await leader.GotoAsync($"/team/apply/{problem.Code}");
        await leader.TypeAsync(("TrackRecord", "急診影像標註兩年"));
        await leader.Locator("#saved", new() { HasText = "已自動儲存" }).WaitForAsync();
        await leader.GotoAsync("/team");
        await leader.LookAsync("both-team-drafts");
        await leader.GotoAsync($"/team/apply/{problem.Code}");
        (await leader.Locator("[name='Input.TrackRecord']").InputValueAsync()).ShouldBe("急診影像標註兩年");
        await leader.LookAsync("both-apply");
    }

    private static async Task TakeLongToSendAsync(IPage page) => await page.RouteAsync("**/team/apply/**", async route =>
    {
        if (route.Request.IsNavigationRequest && route.Request.Method == "POST")
        {
            await Task.Delay(TimeSpan.FromSeconds(3));
        }

        await route.ContinueAsync();
    });

    private static async Task WriteAsync(IPage leader, Problem problem, string technique)
    {
        await leader.GotoAsync($"/team/apply/{problem.Code}");
        await leader.TypeAsync(
            ("TrackRecord", "急診影像標註兩年"), ("Expertise", "3D 影像辨識"), ("Scenario", "夜班判讀輔助"), ("Technique", technique),
            ("DataPlan", "三個月內完成"), ("ExpectedBenefit", "判讀時間減半"));
    }

    private static async Task<string> ApplyAsync(IPage leader, Problem problem, string technique)
    {
        await WriteAsync(leader, problem, technique);
        await leader.PressAsync("送出申請");
        await leader.ShouldSayAsync("已申請");
        return new Uri(leader.Url).Segments[^1].ToUpperInvariant();
    }

    private static async Task CompareAsync(IPage poser, Problem problem, params string[] entries)
    {
        await poser.GotoAsync($"/poser/problems/{problem.Id}/applications");
        await poser.LookAsync("both-applications");
        foreach (var entry in entries)
        {
            await poser.Locator($"#pick-{entry}").CheckAsync();
        }

        await poser.PressAsync("比較選取的團隊");
        await poser.ShouldSayAsync("以弱監督學習減少標註");
        await poser.ShouldSayAsync("以規則式方法判讀");
        await poser.LookAsync("both-compared");
        var note = poser.Locator($"#note-{entries[0]}");
        await note.FillAsync("先談資料能不能帶出");
        await poser.Locator("form", new() { Has = note }).GetByRole(AriaRole.Button, new() { Name = "儲存筆記" }).ClickAsync();
        await poser.GotoAsync($"/poser/problems/{problem.Id}/applications?pick={entries[0]}&pick={entries[1]}");
        (await poser.Locator($"#note-{entries[0]}").InputValueAsync()).ShouldBe("先談資料能不能帶出");
    }

    // The team's page is open all the while: what the poser writes appears in it.
    private static async Task TalkAsync(IPage poser, IPage leader, string entry)
    {
        await leader.GotoAsync($"/team/entries/{entry}/messages");
        await leader.LookAsync("both-no-messages");
        await poser.GotoAsync($"/poser/entries/{entry}/messages");
        await poser.TypeAsync(("Text", "影像只能在院內看，可以嗎？"));
        await poser.PressAsync("送出");
        await leader.Locator(".talk", new() { HasText = "影像只能在院內看" }).WaitForAsync(new() { Timeout = 30_000 });
        await leader.TypeAsync(("Text", "可以，我們派人到院內。"));
        await leader.PressAsync("送出");
        await poser.GotoAsync($"/poser/entries/{entry}/messages");
        await poser.ShouldSayAsync("我們派人到院內");
        await poser.LookAsync("both-messages");
    }

    private static async Task MeetAsync(IPage poser, IPage leader, IPage other, Problem problem, string entry)
    {
        var at = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddDays(2);
        await poser.GotoAsync($"/poser/problems/{problem.Id}/slots");
        await poser.TypeAsync(
            ("StartsAt", at.ToString("yyyy-MM-ddT10:00", CultureInfo.InvariantCulture)), ("Minutes", "15"), ("Gap", "0"), ("Count", "1"), ("Place", "第 12 桌"));
        await poser.PressAsync("開放");
        await poser.ShouldSayAsync("第 12 桌");
        await other.GotoAsync("/team/slots");
        await leader.GotoAsync("/team/slots");
        await leader.LookAsync("both-slots");
        await leader.Locator("main form[action*='Book'] button").First.ClickAsync();
        await leader.ShouldSayAsync("加入行事曆");
        await leader.LookAsync("both-slot-booked");

        await other.Locator("main form[action*='Book'] button").First.ClickAsync(); // its page is older than the booking
        await other.Locator(".summary, .error").First.WaitForAsync();
        await poser.GotoAsync($"/poser/problems/{problem.Id}/slots");
        await poser.Locator($"main a[href*='/poser/entries/{entry}' i]").First.WaitForAsync();
        await poser.LookAsync("both-slots-of-poser");
    }

    private async Task DeclineAsync(IPage poser, IPage leader, string entry)
    {
        await poser.GotoAsync($"/poser/entries/{entry}");
        await poser.TypeAsync(("Word", "這次想找有醫學影像經驗的團隊。"));
        await poser.PressAsync("婉拒申請");
        await leader.GotoAsync($"/team/entries/{entry}");
        await leader.ShouldSayAsync("未接受");
        await leader.ShouldSayAsync("有醫學影像經驗");
        await leader.LookAsync("both-declined");
        (await _season.LinkInLetterAsync("other@both.test", "未被接受")).ShouldContain(entry);
    }

    private async Task AgreeAsync(IPage poser, IPage leader, string entry)
    {
        await poser.GotoAsync($"/poser/entries/{entry}");
        await poser.TypeAsync(("Word", "方法可行，歡迎到院。"));
        await poser.PressAsync("接受申請");
        await poser.ShouldSayAsync("等團隊確認");
        await poser.LookAsync("both-accepted");
        await leader.GotoAsync(await _season.LinkInLetterAsync("chosen@both.test", "已被接受"));
        await leader.ShouldSayAsync("方法可行");
        await leader.LookAsync("both-to-confirm");
        await leader.PressAsync("確認媒合");
        await leader.ShouldSayAsync("已媒合");
        await poser.GotoAsync($"/poser/entries/{entry}");
        await poser.ShouldSayAsync("已媒合");
    }

    private async Task ComeLateAsync(IPage leader, Round round, Problem problem)
    {
        await _season.Given.Reschedule(round.Id, conceptInDays: -0.001, proofInDays: 100);
        var closed = await host.Db(async db => (await db.Rounds.FindAsync(round.Id))!.ConceptDeadline.ToOffset(TimeSpan.FromHours(8)));

        await leader.PressAsync("送出申請");

        await leader.ShouldSayAsync("本場媒合已於");
        await leader.ShouldSayAsync(closed.ToString("HH:mm", CultureInfo.InvariantCulture));
        (await leader.Locator("[name='Input.Technique']").InputValueAsync()).ShouldBe("還在寫");
        await leader.GotoAsync($"/team/apply/{problem.Code}");
        (await leader.Locator("[name='Input.Technique']").InputValueAsync()).ShouldBe("還在寫");
    }
}
