using System.Text.RegularExpressions;
using AigoPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 1: an invited poser fills in the whole form in two sittings, loses the connection once, comes back, submits.</summary>
internal static partial class Posing
{
    private const string Email = "poser@walk.test";

    public static async Task RunAsync(Season season)
    {
        await InviteAsync(season, Email, "陳副總", "Poser");
        var poser = season.Poser = await AcceptAsync(season, Email, "01-invited-poser");
        await poser.GotoAsync("/poser");
        await poser.LookAsync("01-poser-home-empty");
        await poser.GotoAsync("/poser/problems/edit");
        await poser.TypeAsync(("OrganisationName", "台中童綜合醫院"), ("CompanyNumber", "22099131"), ("Title", "以人工智慧判讀病例與診斷影像"));
        await poser.ChooseAsync("OrganisationKind", "Industry");
        await poser.ShouldSayAsync("已自動儲存");
        poser = season.Poser = await LoseTheConnectionAsync(poser);
        await poser.LookAsync("01-problem-form-draft");

        await poser.TypeAsync(
            ("ContactName", "陳副總"), ("ContactPhone", "04-2658-1919"), ("ContactEmail", "contact@walk.test"),
            ("Detail", "## 現況\n每位病患一次 CT 約 100 至 500 張切面，早期結節直徑小，容易與血管混淆。\n\n- 人工判讀 20 名病人逾 210 分鐘"),
            ("TargetMetric", "偵測腫瘤正確率"), ("TargetValue", "95"), ("TargetUnit", "%"),
            ("DataSetType", "DICOM"), ("ReadinessDetail", "已整理解題相關數據"), ("Resources", "現有軟體一套、負責窗口一人"),
            ("IncentiveCash", "200000"), ("Vacancies", "5"), ("Internships", "2"), ("IncentiveNote", "優先採購"));
        await poser.ChooseAsync("Technology", "圖像辨識／電腦視覺");
        await poser.ChooseAsync("Industry", "醫療保健");
        await poser.ChooseAsync("Region", "精密智慧新核心");
        await poser.ChooseAsync("TargetComparator", "AtLeast");
        await poser.ChooseAsync("Readiness", "Complete");
        await FillDataSetAsync(poser, 0, "X 光照片、CT 掃描圖像資料庫檔案");
        await poser.PressAsync("再加一筆資料");
        await FillDataSetAsync(poser, 1, "病歷摘要文字");
        await poser.AttachAsync("Briefing", "出題說明簡報.pdf");
        await poser.PressAsync("儲存並檢查");
        await poser.ShouldSayAsync("確認內容");
        await poser.LookAsync("01-problem-check");
        await poser.PressAsync("送出審題");
        await poser.ShouldSayAsync("審題中");
        await poser.LookAsync("01-problem-submitted");
    }

    // What was typed without a connection is saved once it is back, and is there at the second sitting.
    private static async Task<IPage> LoseTheConnectionAsync(IPage poser)
    {
        const string Summary = "以自動化程序協助醫師加速判斷病患症狀，早期發現肺部結節，減少人工判讀時間。";
        await poser.Context.SetOfflineAsync(true);
        await poser.TypeAsync(("Summary", Summary));
        await poser.Locator("#lost").WaitForAsync();
        await poser.Context.SetOfflineAsync(false);
        await poser.Locator("#lost").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await poser.CloseAsync();

        var again = await poser.Context.NewPageAsync();
        await again.GotoAsync("/poser");
        await again.Locator("main").GetByRole(AriaRole.Link, new() { Name = "以人工智慧判讀病例與診斷影像" }).First.ClickAsync();
        if (!again.Url.Contains("/edit", StringComparison.Ordinal))
        {
            await again.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = ContinueWord() }).First.ClickAsync();
        }

        (await again.Locator("[name='Input.Summary']").InputValueAsync()).ShouldBe(Summary);
        return again;
    }

    /// <summary>An officer invites somebody by letter.</summary>
    public static async Task InviteAsync(Season season, string email, string name, string role, string? gender = null)
    {
        await season.Officer.GotoAsync("/office/people");
        await season.Officer.TypeAsync(("Email", email), ("Name", name));
        await season.Officer.MarkAsync("Role", role);
        if (gender is not null)
        {
            await season.Officer.ChooseAsync("Gender", gender);
        }

        await season.Officer.PressAsync("寄出邀請");
        await season.Officer.ShouldSayAsync(email);
    }

    /// <summary>The invited person opens the letter's link and chooses a password.</summary>
    public static async Task<IPage> AcceptAsync(Season season, string email, string? picture = null)
    {
        var page = await season.Host.OpenAsync();
        await page.GotoAsync(await season.LinkInLetterAsync(email, "邀請"));
        if (picture is not null)
        {
            await page.LookAsync(picture);
        }

        await page.TypeAsync(("Password", Season.Password));
        await page.MarkAsync("Agreed");
        await page.PressAsync("開通帳號");
        if (page.Url.Contains("/account/login", StringComparison.Ordinal))
        {
            await page.Context.CloseAsync();
            return await season.SignInAsync(email);
        }

        page.Url.ShouldNotContain("/account/accept");
        return page;
    }

    private static async Task FillDataSetAsync(IPage poser, int index, string name)
    {
        await poser.TypeAsync(
            ($"DataSets[{index}].Name", name), ($"DataSets[{index}].Fields", "轉換語法、測光、影像寬度、影格"), ($"DataSets[{index}].Encoding", "DICOM"),
            ($"DataSets[{index}].FileType", "DICOM 檔"), ($"DataSets[{index}].Volume", "900 GB"),
            ($"DataSets[{index}].From", "2015-01-01"), ($"DataSets[{index}].To", "2015-12-31"));
        await poser.ChooseAsync($"DataSets[{index}].Delivery", "Api");
    }

    [GeneratedRegex("繼續填寫|回去修改")]
    private static partial Regex ContinueWord();
}
