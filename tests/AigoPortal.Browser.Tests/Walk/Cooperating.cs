using AigoPortal.Browser.Tests.Browsing;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 6: both sides sign, money falls due and is paid, a visit passes, deliverables are accepted.</summary>
internal static class Cooperating
{
    public static async Task RunAsync(Season season)
    {
        var (officer, leader, poser) = (season.Officer, season.Leader, season.Poser);
        await leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await leader.AttachAsync("Signature", "團隊簽署頁.pdf");
        await leader.PressAsync("上傳簽署頁");
        await poser.GotoAsync($"/poser/entries/{season.EntryCode}");
        await poser.LookAsync("06-poser-sign");
        await poser.AttachAsync("File", "出題單位簽署頁.pdf");
        await poser.PressAsync("上傳簽署頁");
        await officer.GotoAsync("/office/entries");
        await officer.LookAsync("06-office-entries");
        await officer.GotoAsync($"/office/entries/{season.EntryCode}");
        await officer.LookAsync("06-office-entry");
        await officer.PressAsync("雙方簽署無誤，確認");
        await officer.ShouldSayAsync("合作中");

        await Paying.StatePayeeAsync(season.Leader, "Resident", "A123456789", "06-payee");
        await Paying.StatePayeeAsync(season.Newcomer, "Foreigner", "A800000005");
        await Paying.RunAsync(season, "入圍獎金", 30_000, 20_000, "06", "finalist");
        await Paying.RunAsync(season, "核發 1", 60_000, 40_000, "06", "tranche1", receipts: true);

        await officer.GotoAsync($"/office/entries/{season.EntryCode}");
        await officer.TypeAsync(("VisitedOn", "2026-01-15"), ("Visitor", "林承辦、何醫師"), ("Notes", "模型已在影像室測試。"));
        await officer.MarkAsync("Passed", "Passed");
        await officer.PressAsync("登錄訪視");
        await officer.ShouldSayAsync("通過");
        await Paying.RunAsync(season, "核發 2", 50_000, 50_000, "06", "tranche2", receipts: true, seen: true);

        await leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await leader.LookAsync("06-entry-cooperating");
        await leader.AttachAsync("Document", "成果資料.pdf");
        await leader.TypeAsync(("Note", "模型、說明書與測試報告。"));
        await leader.PressAsync("上傳成果資料");
        await officer.GotoAsync($"/office/entries/{season.EntryCode}");
        await officer.PressAsync("確認成果資料");
        await officer.ShouldSayAsync("已確認");
        await Paying.RunAsync(season, "核發 3", 25_000, 25_000, "06", "tranche3", receipts: true, seen: true);
    }
}
