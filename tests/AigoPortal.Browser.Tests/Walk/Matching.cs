using AigoPortal.Browser.Tests.Browsing;

namespace AigoPortal.Browser.Tests.Walk;

/// <summary>Step 4: the poser accepts, the leader confirms; the team sees it is matched and submits the concept before the deadline, with a receipt.</summary>
internal static class Matching
{
    public static async Task RunAsync(Season season)
    {
        var (poser, leader) = (season.Poser, season.Leader);
        await poser.GotoAsync($"/poser/entries/{season.EntryCode}");
        await poser.ShouldSayAsync("3D-CNN");
        await poser.LookAsync("04-poser-entry");
        await poser.TypeAsync(("Word", "方向相符，歡迎到院討論。"));
        await poser.PressAsync("接受申請");
        await poser.ShouldSayAsync("等團隊確認");

        await leader.GotoAsync($"/team/entries/{season.EntryCode}");
        await leader.LookAsync("04-entry-accepted");
        await leader.PressAsync("確認媒合");
        await leader.ShouldSayAsync("已媒合");
        await leader.LookAsync("04-entry-matched");
        await SubmitAsync(season, "concept", "構想書.pdf", "04");
    }

    /// <summary>The leader saves a draft, hands in and sees the receipt.</summary>
    public static async Task SubmitAsync(Season season, string stage, string file, string picture)
    {
        var leader = season.Leader;
        await leader.GotoAsync($"/team/submit/{stage}/{season.EntryCode}");
        await leader.TypeAsync(("Text", "## 方法\n以 3D-CNN 分類肺部結節，並預測結節位置。"));
        await leader.PressAsync("儲存草稿");
        await leader.ShouldSayAsync("草稿儲存於");
        await leader.LookAsync($"{picture}-{stage}-draft");
        await leader.AttachAsync("File", file);
        await leader.PressAsync("送出");
        await leader.ShouldSayAsync("送件收據");
        await leader.ShouldSayAsync(file);
        await leader.ShouldSayAsync("SHA-256");
        await leader.LookAsync($"{picture}-{stage}-receipt");
    }
}
