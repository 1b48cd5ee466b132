using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>
/// A panel of five from the invitation to released decisions and signed minutes: one steps back from an entry, four score it, one of them in two tabs and over a lost connection.
/// </summary>
public sealed class PanelOfFiveTests(BrowserHost host) : IClassFixture<BrowserHost>
{
    private const int ConceptDeadline = 4;
    private static readonly string[] Names = ["吳教授", "鄭工程師", "何醫師", "林總監", "許投資人"];
    private static readonly string[] Kinds = ["Academia", "AiIndustry", "DomainExpert", "AiIndustry", "Investor"];
    private readonly Season _season = new(host);
    private readonly List<IPage> _reviewers = [];
    private readonly List<Entry> _entries = [];
    private string _panel = "";

    private IPage Officer => _season.Officer;

    [Fact]
    public async Task APanelOfFive_WithOneRecusal_GoesFromInvitationToReleasedDecisionsAndMinutes()
    {
        Looking.Complaints.Clear();
        await ArrangeAsync();
        await ConveneAsync();
        await StepBackAsync();
        await AssignAsync();
        await ScoreAsync();
        await MeetAsync();
        await MinutesAsync();
        await ReleaseAsync();
        Looking.Complaints.ShouldBeEmpty();
    }

    private async Task ArrangeAsync()
    {
        var given = _season.Given;
        var round = await given.Round();
        var poser = await given.Person(Roles.Poser, "陳副總", "poser@five.test", password: Season.Password);
        var problem = await given.Problem(round, await given.Organisation(poser), poser);
        foreach (var name in new[] { "first", "second" })
        {
            var leader = await given.Person(Roles.Participant, $"隊長 {name}", $"{name}@five.test", password: Season.Password);
            _entries.Add(await given.Entry(round, problem, await given.Team(round, leader, await given.Person()), EntryStatus.ConceptSubmitted));
        }

        for (var index = 0; index < Names.Length; index++)
        {
            await given.Person(Roles.Reviewer, Names[index], $"reviewer{index}@five.test", gender: index % 2 == 0 ? Gender.Female : Gender.Male, password: Season.Password);
        }

        await given.Person(Roles.Officer, "蔡專員", "officer@five.test", password: Season.Password);
        _season.Officer = await _season.SignInAsync("officer@five.test");
    }

    private async Task ConveneAsync()
    {
        await Officer.GotoAsync("/office/panels");
        await Officer.ChooseAsync("Stage", nameof(ReviewStage.Concept));
        await Officer.TypeAsync(("Name", "五人審查會"));
        await Officer.PressAsync("建立");
        for (var index = 0; index < Names.Length; index++)
        {
            var choice = Officer.Locator("select[name='Input.ReviewerId'] option", new() { HasText = Names[index] });
            await Officer.ChooseAsync("ReviewerId", (await choice.First.GetAttributeAsync("value"))!);
            await Officer.ChooseAsync("Kind", Kinds[index]);
            await Officer.PressAsync("邀請");
            await Officer.Locator("main table td", new() { HasText = Names[index] }).First.WaitForAsync();
        }

        await Officer.TypeAsync(("ReviewsPerEntry", "4"));
        await Officer.PressAsync("儲存審查方式");
        _panel = new Uri(Officer.Url).AbsolutePath;
        for (var index = 0; index < Names.Length; index++)
        {
            var reviewer = await _season.SignInAsync($"reviewer{index}@five.test");
            await reviewer.GotoAsync(await _season.LinkInLetterAsync($"reviewer{index}@five.test", "五人審查會"));
            await reviewer.MarkAsync("Agrees");
            await reviewer.PressAsync("接受邀請");
            _reviewers.Add(reviewer);
        }

        await Officer.GotoAsync(_panel);
        await Officer.PressAsync("召集");
        await Officer.ShouldSayAsync("等待收件截止");
        await _season.SetDeadlineAsync(ConceptDeadline, 3);
        await _season.ShouldComeToAsync(_panel, "審查中");
    }

    // The investor's fund holds a share of the first team: from now on the entry is nowhere.
    private async Task StepBackAsync()
    {
        var investor = _reviewers[4];
        await investor.GotoAsync($"{ForReviewers}/declare");
        await investor.LookAsync("five-declare");
        var code = _entries[0].Code;
        await investor.Locator($"section[aria-labelledby~='entry-{code}'] summary").ClickAsync();
        await investor.Locator($"[name='Input.Entries[{code}].Conflicts']:not([type=hidden])").CheckAsync();
        await investor.Locator($"[name='Input.Entries[{code}].Kind']").SelectOptionAsync("Business");
        await investor.Locator($"[name='Input.Entries[{code}].Note']").FillAsync("所屬基金持有這一隊的股份");
        await investor.Locator($"[name='Input.Entries[{_entries[1].Code}].Preference'][value='Wanted']").CheckAsync();
        await investor.PressAsync("儲存這一頁");
        await investor.GotoAsync($"{ForReviewers}/declare");
        (await investor.Locator("main").InnerTextAsync()).ShouldNotContain(code);
        await Officer.GotoAsync($"{_panel}/conflicts");
        await Officer.ShouldSayAsync("所屬基金持有這一隊的股份");
        await Officer.LookAsync("five-conflicts");
    }

    private async Task AssignAsync()
    {
        await Officer.GotoAsync($"{_panel}/assignment/auto");
        await Officer.PressAsync("試算");
        await Officer.LookAsync("five-auto", goesBack: true);
        await Officer.PressAsync("照這樣分派");
        await Officer.GotoAsync($"{_panel}/assignment");
        await Officer.LookAsync("five-assignment");
        await _reviewers[4].GotoAsync("/review");
        (await _reviewers[4].Locator("main").InnerTextAsync()).ShouldNotContain(_entries[0].Code);
    }

    private async Task ScoreAsync()
    {
        for (var index = 0; index < _reviewers.Count; index++)
        {
            foreach (var entry in _entries)
            {
                await _reviewers[index].GotoAsync("/review");
                var link = _reviewers[index].Locator($"main a[href*='/review/score/']", new() { HasText = entry.Code });
                if (await link.CountAsync() == 0)
                {
                    continue;
                }

                await link.First.ClickAsync();
                await (index == 0 && entry == _entries[0] ? InTwoTabsAsync(_reviewers[index]) : FillAsync(_reviewers[index], 70 + (index * 5)));
                await _reviewers[index].PressAsync("送出評分");
                await _reviewers[index].GotoAsync("/review");
            }
        }

        await Officer.GotoAsync($"{_panel}/scores");
        await Officer.ShouldSayAsync(_entries[0].Code);
        await Officer.LookAsync("five-scores");
    }

    // What was typed without a connection is saved once it is back; a second tab that knew nothing of it is told and takes the other's word.
    private static async Task InTwoTabsAsync(IPage reviewer)
    {
        var second = await reviewer.Context.NewPageAsync();
        second.SetDefaultTimeout(15_000);
        await second.GotoAsync(reviewer.Url);
        await FillAsync(reviewer, 82);
        await reviewer.Locator("#saved", new() { HasText = "已自動儲存" }).WaitForAsync();
        await reviewer.Context.SetOfflineAsync(true);
        await reviewer.TypeAsync(("Comment", "斷線時寫的評語：方法可行，資料條件清楚。"));
        await reviewer.Locator("#lost").WaitForAsync();
        await reviewer.Context.SetOfflineAsync(false);
        await reviewer.Locator("#lost").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await second.TypeAsync(("Comment", "另一個分頁寫的評語"));
        await second.Locator("#clash", new() { HasText = "斷線時寫的評語" }).WaitForAsync();
        await second.CloseAsync();
        await reviewer.ReloadAsync();
        (await reviewer.Locator("[name='Input.Comment']").InputValueAsync()).ShouldStartWith("斷線時寫的評語");
        (await reviewer.Locator("[name='Input.Scores[0]']").InputValueAsync()).ShouldBe("82");
        await reviewer.SetViewportSizeAsync(768, 1024);
        (await reviewer.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(0);
        await Looking.CheckAsync(reviewer, "five-score at 768 px");
        await reviewer.SetViewportSizeAsync(1280, 900);
    }

    private static async Task FillAsync(IPage reviewer, int score)
    {
        for (var criterion = 0; criterion < 4; criterion++)
        {
            await reviewer.TypeAsync(($"Scores[{criterion}]", $"{score}"));
        }

        await reviewer.TypeAsync(("Comment", "方法可行，團隊完整。"));
    }

    private async Task MeetAsync()
    {
        await Officer.GotoAsync($"{_panel}/meeting");
        await Officer.Locator("[name='Input.StartsAt']").First.FillAsync(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddHours(1).ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Officer.TypeAsync(("Place", "臺北市中正區會議室 301"));
        await Officer.PressAsync("儲存");
        await Officer.LookAsync("five-meeting-planned");
        await Officer.PressAsync("開始會議");
        foreach (var reviewer in _reviewers)
        {
            await reviewer.GotoAsync($"{ForReviewers}/meeting");
            await reviewer.PressAsync("我到了");
        }

        foreach (var entry in _entries)
        {
            await Officer.PressAsync($"下一案：{entry.Code}");
            await Officer.PressAsync("開始投票");
            for (var index = 0; index < _reviewers.Count; index++)
            {
                if (index == 4 && entry == _entries[0])
                {
                    await _reviewers[index].ShouldSayAsync("請暫時離席");
                    (await _reviewers[index].Locator("main").InnerTextAsync()).ShouldNotContain(entry.Code);
                    continue;
                }

                await _reviewers[index].Locator($"#vote-{(entry == _entries[0] ? "Shortlisted" : "NotShortlisted")}").ClickAsync();
            }

            await Officer.GotoAsync($"{_panel}/meeting");
            await Officer.LookAsync($"five-vote-{_entries.IndexOf(entry)}");
            await Officer.PressAsync("結束投票並計票");
            await Officer.Locator("[name='Input.Reason']").First.FillAsync("方法具體、效益明確，全體同意。");
            await Officer.PressAsync("儲存決議");
        }

        await _reviewers[4].GotoAsync($"{ForReviewers}/meeting");
        await _reviewers[4].LookAsync("five-room");
        await Officer.UnfoldAsync("結束會議");
        await Officer.PressAsync("確定結束會議");
    }

    private async Task MinutesAsync()
    {
        var waiting = Officer.WaitForDownloadAsync();
        await Officer.Locator("main a[href*='minutes.pdf']").First.ClickAsync();
        var download = await waiting;
        var text = string.Join('\n', await PdfText.ReadPagesAsync(await File.ReadAllBytesAsync((await download.PathAsync())!)));
        text.ShouldSatisfyAllConditions(
            () => Names.ShouldAllBe(name => text.Contains(name, StringComparison.Ordinal)),
            () => text.ShouldContain(_entries[0].Code),
            () => text.ShouldContain("臺北市中正區會議室 301"),
            () => text.ShouldContain("合作或投資"),
            () => text.ShouldContain("入圍"),
            () => text.ShouldContain("未入圍"));
    }

    private async Task ReleaseAsync()
    {
        await Officer.GotoAsync($"{_panel}/release");
        await Officer.Locator("main").GetByRole(AriaRole.Link, new() { Name = $"預覽 {_entries[0].Code}" }).ClickAsync();
        await Officer.LookAsync("five-release");
        await Officer.UnfoldAsync("公布 2 案的決議");
        await Officer.PressAsync("確定公布");
        await Officer.ShouldSayAsync("已公布");
        await _season.LinkInLetterAsync("first@five.test", "審查結果");
        var leader = await _season.SignInAsync("second@five.test");
        await leader.GotoAsync($"/team/entries/{_entries[1].Code}");
        await leader.ShouldSayAsync("未入圍");
        await leader.LookAsync("five-team");
    }

    private string ForReviewers => _panel.Replace("/office/", "/review/", StringComparison.Ordinal);
}
