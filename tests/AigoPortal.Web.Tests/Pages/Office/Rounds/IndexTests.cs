using System.Net;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shouldly;

namespace AigoPortal.Web.Tests.Pages.Office.Rounds;

public sealed class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Concept = "Input.Steps[4].To";

    [Fact]
    public async Task Save_MovesTheDeadlineToTheSecond_AndItsJob()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);
        var typed = season.Given.Now.ToOffset(TimeSpan.FromHours(8)).AddDays(15).ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

        var saved = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { [Concept] = typed });

        saved.WasAccepted.ShouldBeTrue(saved.Text);
        var expected = DateTimeOffset.Parse(typed + "+08:00", System.Globalization.CultureInfo.InvariantCulture);
        (await season.RoundNowAsync()).ConceptDeadline.ShouldBe(expected);
        (await officer.GetAsync("/office/rounds")).ValueOf(Concept).ShouldBe(typed);
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        (await scheduler.GetTrigger(new TriggerKey($"{season.Round.Id:N}-{ReviewStage.Concept}", nameof(CloseIntakeJob))))!.NextFireTimeUtc.ShouldBe(expected);
    }

    [Fact]
    public async Task Save_WithoutADeadline_OrInTheWrongOrder_IsRefusedAndKeepsWhatWasTyped()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);

        var empty = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { [Concept] = "" });
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Text.ShouldContain("請填截止時間。");
        var late = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { [Concept] = "2090-01-01T12:00:00" });
        late.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        late.Text.ShouldContain("實證收件截止要晚於構想收件截止。");
        late.ValueOf(Concept).ShouldBe("2090-01-01T12:00:00");
        var backwards = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { ["Input.Steps[0].To"] = "2001-01-01T00:00:00" });
        backwards.Text.ShouldContain("結束不能早於開始。");
        var half = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { ["Input.Steps[1].From"] = "2026-01-01T00:00:00" });
        half.Text.ShouldContain("開始與結束都要填");
        var nonsense = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { [Concept] = "明天中午 😀", ["Input.Steps[0].Precision"] = "Century" });
        nonsense.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        nonsense.ValueOf(Concept).ShouldBe("明天中午 😀");
        var forged = await officer.ForgeAsync("/office/rounds", "/office/rounds", new Dictionary<string, string> { ["Input.Version"] = "x" });
        forged.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await season.RoundNowAsync()).ConceptDeadline.ShouldBe(season.Round.ConceptDeadline, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Save_OfASheetThatAnotherOfficerHasReplaced_IsRefused()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        var officer = await host.As(season.Officer);

        var stale = await officer.PostAsync("/office/rounds", new Dictionary<string, string> { ["Input.Version"] = Guid.NewGuid().ToString() });

        stale.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        stale.Text.ShouldContain("資料剛剛被其他人更新");
    }
}
