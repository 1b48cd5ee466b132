using AigoPortal.Browser.Tests.Browsing;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 6: both sides sign, money falls due and is paid, a visit passes, deliverables are accepted.</summary>
internal static class Cooperating
{
    public static async Task RunAsync(Season season)
    {
        var (officer, leader, poser) = (season.Officer, season.Leader, season.Poser);
        await leader.GotoAsync($"/team/entries/{season.EntryCode}/cooperation");
        await leader.LookAsync("06-team-cooperation");
        await leader.AttachAsync("Signature", "團隊簽署頁.pdf");
        await leader.PressAsync("上傳簽署頁");
        await poser.GotoAsync($"/poser/entries/{season.EntryCode}/cooperation");
        await poser.LookAsync("06-poser-sign");
        await poser.AttachAsync("Signature", "出題單位簽署頁.pdf");
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

        await officer.GotoAsync($"/office/visits/plan/{season.EntryCode}");
        await officer.TypeAsync(("Place", "臺北榮總影像室"), ("Visitors", "林承辦、何醫師"), ("Slots[0].StartsAt", "2026-01-15T14:00"), ("Slots[0].EndsAt", "2026-01-15T16:00"));
        await officer.PressAsync("儲存並通知");
        await leader.GotoAsync($"/team/entries/{season.EntryCode}/visits");
        await leader.LookAsync("06-visit-choose");
        await leader.MarkAsync("Slot", "0");
        await leader.PressAsync("就約這個時間");
        await officer.GotoAsync("/office/visits");
        await officer.LookAsync("06-office-visits");
        await officer.Locator($"main tr:has-text('{season.EntryCode}') a").First.ClickAsync();
        for (var item = 0; item < 5; item++)
        {
            await officer.ChooseAsync($"Findings[{item}].Mark", "Meets");
        }

        await officer.TypeAsync(("Notes", "模型已在影像室測試。"));
        await officer.MarkAsync("Result", "Passed");
        await officer.PressAsync("登錄訪視");
        await officer.ShouldSayAsync("通過");
        await Paying.RunAsync(season, "核發 2", 50_000, 50_000, "06", "tranche2", receipts: true, seen: true);

        await leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await leader.LookAsync("06-entry-cooperating");
        foreach (var (order, name) in new[] { ("1", "成果報告.pdf"), ("2", "模型說明.pdf"), ("3", "操作手冊.pdf"), ("5", "資料使用說明.pdf") })
        {
            await leader.GotoAsync($"/team/entries/{season.EntryCode}/deliverables");
            await leader.ChooseAsync("Order", order);
            await leader.AttachAsync("File", name);
            await leader.PressAsync("儲存這一項");
        }

        await leader.LookAsync("06-deliverables");
        await leader.PressAsync("繳交成果資料");
        await officer.GotoAsync($"/office/entries/{season.EntryCode}/deliverables");
        await officer.LookAsync("06-office-deliverables");
        await officer.PressAsync("送出檢核");
        await officer.ShouldSayAsync("已確認");
        await Paying.RunAsync(season, "核發 3", 25_000, 25_000, "06", "tranche3", receipts: true, seen: true);
    }
}
