using System.Text.RegularExpressions;
using AigoPortal.Browser.Tests.Browsing;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 2: an officer returns the problem once with a reason, the poser mends it, the officer lists it; it is public and found at once.</summary>
internal static partial class Screening
{
    public static async Task RunAsync(Season season)
    {
        var (officer, poser) = (season.Officer, season.Poser);
        await officer.GotoAsync("/office/problems");
        await officer.LookAsync("02-screening-queue");
        await OpenAsync(season);
        await officer.LookAsync("02-screening-problem");
        await officer.TypeAsync(("Reason", "請在細節補上每月判讀件數。"));
        await officer.PressAsync("退回補件");
        await officer.ShouldSayAsync("退回補件");

        await poser.GotoAsync("/poser");
        await poser.LookAsync("02-poser-home-returned");
        await poser.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { NameRegex = MendWord() }).First.ClickAsync();
        await poser.ShouldSayAsync("請在細節補上每月判讀件數。");
        if (!poser.Url.Contains("/edit", StringComparison.Ordinal))
        {
            await poser.LookAsync("02-problem-returned");
            await poser.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "修改題目" }).ClickAsync();
        }

        await poser.TypeAsync(("Detail", "## 現況\n每月約 1,200 件，每件 100 至 500 張切面。\n\n- 人工判讀 20 名病人逾 210 分鐘"));
        await poser.PressAsync("儲存並檢查");
        await poser.PressAsync("送出審題");
        await poser.ShouldSayAsync("審題中");

        await OpenAsync(season);
        await officer.ShouldSayAsync("每月約 1,200 件");
        await officer.ChooseAsync("Difficulty", "Medium");
        await officer.ChooseAsync("Maturity", "Medium");
        await officer.TypeAsync(("GradeReason", "資料完整，目標清楚"));
        await officer.PressAsync("上架");
        await officer.ShouldSayAsync("已上架");
        await officer.GotoAsync("/office/problems?Lane=Listed");
        await officer.LookAsync("02-office-problems");

        var visitor = await season.Host.OpenAsync();
        await visitor.GotoAsync("/problems");
        await visitor.ShouldSayAsync("以人工智慧判讀病例與診斷影像");
        await visitor.Locator("input[name=q]").FillAsync("貓狗");
        await visitor.Locator("#results", new() { HasNotText = "以人工智慧判讀病例與診斷影像" }).WaitForAsync();
        await visitor.Locator("input[name=q]").FillAsync("病例"); // two characters within the title
        await visitor.Locator("#results", new() { HasText = "以人工智慧判讀病例與診斷影像" }).WaitForAsync();
        await visitor.LookAsync("02-problems-public");
        await visitor.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "以人工智慧判讀病例與診斷影像" }).First.ClickAsync();
        await visitor.ShouldSayAsync("每月約 1,200 件");
        season.ProblemCode = ProblemNumber().Match(visitor.Url).Value.ToUpperInvariant();
        season.ProblemCode.ShouldNotBeEmpty();
        await visitor.LookAsync("02-problem-public");
        await visitor.GotoAsync("/");
        await visitor.ShouldSayAsync("以人工智慧判讀病例與診斷影像");
        await visitor.LookAsync("02-home");
        await visitor.GotoAsync("/schedule");
        await visitor.LookAsync("02-schedule");
    }

    private static async Task OpenAsync(Season season)
    {
        await season.Officer.GotoAsync("/office/problems");
        await season.Officer.Locator("main table a", new() { HasText = "以人工智慧判讀病例與診斷影像" }).First.ClickAsync();
        await season.Officer.ShouldSayAsync("以人工智慧判讀病例與診斷影像");
    }

    [GeneratedRegex("修改|補件|查看|以人工智慧")]
    private static partial Regex MendWord();

    [GeneratedRegex(@"[0-9]+-[0-9]+-p[0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex ProblemNumber();
}
