using AigoPortal.Web.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shouldly;

namespace AigoPortal.Web.Tests.Components;

public class RecordTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 15, 4, 0, 0, TimeSpan.Zero);

    private enum Life
    {
        Returned,
        Listed,
        Rejected,
        Optimising,
    }

    [Fact]
    public async Task AnInstant_IsTaipeiTimeWithItsWeekday()
    {
        (await Drawn.Of(When())).TextContent.ShouldBe("2026 年 7 月 15 日（三）12:00");
        (await Drawn.Of(When(roc: true))).TextContent.ShouldBe("2026（民國 115）年 7 月 15 日（三）12:00");
        (await Drawn.Of(When(), language: "en")).TextContent.ShouldBe("Wed 15 July 2026, 12:00");
        (await Drawn.Of(When())).QuerySelector("time")!.GetAttribute("datetime").ShouldBe("2026-07-15T12:00:00+08:00");
    }

    [Theory]
    [InlineData(-12 * 24 - 3, "還有 12 天 3 小時")]
    [InlineData(-1, "還有 1 小時 0 分")]
    [InlineData(0, "剛剛截止")]
    [InlineData(25, "已過 1 天 1 小時")]
    public async Task ACountdown_TellsTheTwoLargestUnits(int hoursAfter, string text)
    {
        var when = When();
        (when.Countdown, when.Now) = (true, Noon.AddHours(hoursAfter));
        (await Drawn.Of(when)).TextContent.ShouldBe(text);
    }

    [Fact]
    public async Task Money_HasSeparators_AndAnAbsentAmountADash()
    {
        (await Drawn.Of(new MoneyTagHelper { Amount = -1234567 })).TextContent.ShouldBe("NT$−1,234,567");
        (await Drawn.Of(new MoneyTagHelper())).TextContent.ShouldBe("—");
    }

    [Fact]
    public async Task AState_HasTheToneOfItsName()
    {
        var classes = new List<string?>();
        foreach (var life in Enum.GetValues<Life>())
        {
            classes.Add((await Drawn.Of(new StateTagHelper(Drawn.T) { Of = life })).QuerySelector("span")!.ClassName);
        }

        classes.ShouldBe(["state warm", "state good", "state bad", "state"]);
    }

    [Fact]
    public async Task TheSummary_LinksEachComplaintToItsField()
    {
        var state = new ModelStateDictionary();
        state.AddModelError("Input.Sets[0].Name", "請填寫");
        state.AddModelError("", "整張表單");
        var body = await Drawn.Of(new ErrorSummaryTagHelper(Drawn.T) { ViewContext = Drawn.View(state) });
        body.QuerySelector("h2")!.TextContent.ShouldBe("有 2 處需要補充");
        body.QuerySelector("a")!.GetAttribute("href").ShouldBe("#Input_Sets_0__Name");
        body.QuerySelectorAll("li").Select(line => line.TextContent).ShouldContain("整張表單");
    }

    private static WhenTagHelper When(bool roc = false) => new(Drawn.T, TimeProvider.System) { At = Noon, Roc = roc };
}
