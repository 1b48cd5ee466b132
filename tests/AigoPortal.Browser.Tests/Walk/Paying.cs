using System.Globalization;
using AigoPortal.Browser.Tests.Browsing;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>The team splits an amount and hands in evidence; one officer approves, another releases.</summary>
internal static class Paying
{
    public static async Task StatePayeeAsync(IPage payee, string status, string idNumber, string? picture = null)
    {
        await payee.GotoAsync("/team/payee");
        if (picture is not null)
        {
            await payee.LookAsync(picture);
        }

        await payee.MarkAsync("TaxStatus", status);
        await payee.TypeAsync(("IdNumber", idNumber), ("Address", "台北市中正區重慶南路一段 122 號"), ("BankCode", "700"), ("Account", "00012345678901"));
        await payee.PressAsync("儲存");
        await payee.ShouldSayAsync("已填受款資料");
        (await payee.ContentAsync()).ShouldNotContain(idNumber);
    }

    public static async Task RunAsync(Season season, string milestone, long leaderPart, long newcomerPart, string step, string name, bool receipts = false, bool seen = false)
    {
        var leader = season.Leader;
        await leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await leader.Locator("main table").GetByRole(AriaRole.Link, new() { Name = milestone }).First.ClickAsync();
        await SplitAsync(leader, leaderPart, newcomerPart);
        if (receipts)
        {
            await EvidenceAsync(leader, leaderPart + newcomerPart, name);
        }

        await LookAsync(leader, $"{step}-milestone-{name}");
        await leader.PressAsync("送出");
        await leader.ShouldSayAsync("等候計畫辦公室核銷");

        await season.Officer.GotoAsync("/office/milestones");
        await LookAsync(season.Officer, $"{step}-milestones-{name}");
        await season.Officer.Locator("main table a.btn").First.ClickAsync();
        await LookAsync(season.Officer, $"{step}-check-{name}");
        await season.Officer.PressAsync("核准");
        await season.Officer.ShouldSayAsync("待撥付");
        var address = season.Officer.Url;
        (await season.Officer.GetByRole(AriaRole.Button, new() { NameRegex = new("^撥付") }).CountAsync()).ShouldBe(0, "whoever approved can't release");

        await season.Releaser.GotoAsync(address);
        await LookAsync(season.Releaser, $"{step}-release-{name}");
        await season.Releaser.PressAsync($"撥付 {(leaderPart + newcomerPart).ToString("N0", CultureInfo.InvariantCulture)} 元");
        await season.Releaser.ShouldSayAsync("已撥付");

        // The later tranches show the same pages again.
        Task LookAsync(IPage page, string picture) => seen ? Task.CompletedTask : page.LookAsync(picture);
    }

    private static async Task SplitAsync(IPage leader, long leaderPart, long newcomerPart)
    {
        await PartAsync(leader, "木刻隊長", leaderPart);
        await PartAsync(leader, "John Smith", newcomerPart);
        await leader.PressAsync("儲存分配");
        await leader.ShouldSayAsync("20%");
    }

    private static Task PartAsync(IPage leader, string payee, long amount) =>
        leader.GetByLabel(payee).First.FillAsync(amount.ToString(CultureInfo.InvariantCulture));

    private static async Task EvidenceAsync(IPage leader, long amount, string name)
    {
        await leader.TypeAsync(("Purpose", "雲端運算與標記人力"), ("Amount", amount.ToString(CultureInfo.InvariantCulture)));
        await leader.PressAsync("加入經費項目");
        await leader.ShouldSayAsync("雲端運算與標記人力");
        await leader.TypeAsync(("Number", $"AB-{name}"), ("Date", "2026-01-10"), ("Vendor", "某雲端公司"), ("ReceiptAmount", amount.ToString(CultureInfo.InvariantCulture)));
        await leader.AttachAsync("File", "發票.pdf");
        await leader.PressAsync("加入單據");
        await leader.ShouldSayAsync($"AB-{name}");
    }
}
