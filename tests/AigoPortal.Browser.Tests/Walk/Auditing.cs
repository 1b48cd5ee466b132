using System.Text;
using AigoPortal.Browser.Tests.Browsing;
using AigoPortal.TestKit;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 8: the auditor sees the ledger and exports it as PDF and CSV; gross = tax + net, 700,000 in all.</summary>
internal static class Auditing
{
    public static async Task RunAsync(Season season)
    {
        var auditor = await season.SignInAsync("auditor@walk.test");
        await auditor.GotoAsync("/audit");
        await auditor.ShouldSayAsync("700,000");
        await auditor.LookAsync("08-audit");
        await auditor.GotoAsync("/audit/trail");
        await auditor.LookAsync("08-trail");
        await auditor.GotoAsync("/audit/ledger/verify");
        await auditor.ShouldSayAsync("帳鏈完整");
        await auditor.LookAsync("08-verify");
        await auditor.GotoAsync("/audit/ledger");
        await auditor.LookAsync("08-ledger");

        // Leader: 465,000 at 10%; John Smith: 235,000 at 20%.
        var pdf = await DownloadAsync(auditor, "PDF");
        var text = string.Join('\n', await PdfText.ReadPagesAsync(pdf));
        text.ShouldContain("木刻思");
        text.ShouldContain("700,000");
        text.ShouldContain("93,500");
        text.ShouldContain("606,500");
        text.ShouldContain("製表");
        text.ShouldContain("覆核");
        text.ShouldContain("主辦");

        var csv = Encoding.UTF8.GetString(await DownloadAsync(auditor, "CSV"));
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + 10);
        csv.ShouldContain("John Smith");
        season.EntryCode.ShouldSatisfyAllConditions(code => csv.ShouldContain(code), code => text.ShouldContain(code));
    }

    private static async Task<byte[]> DownloadAsync(IPage auditor, string link)
    {
        var download = await auditor.RunAndWaitForDownloadAsync(() => auditor.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new(link) }).First.ClickAsync());
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
