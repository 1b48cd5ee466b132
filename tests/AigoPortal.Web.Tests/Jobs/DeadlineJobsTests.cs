using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Jobs;
using AigoPortal.Web.Tests.Pages;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Shouldly;

namespace AigoPortal.Web.Tests.Jobs;

/// <summary>The real scheduler on the real database.</summary>
public sealed class DeadlineJobsTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task AtTheDeadline_TheIntakeClosesAndTheReviewOpens()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 1);
        var panelId = await season.ConveneAsync();
        var deadline = TimeProvider.System.GetUtcNow() + (3 * Second);
        await RescheduleAsync(season, deadline);

        var round = await UntilAsync(season, round => round.ConceptReviewOpenedAt is not null);

        round.ConceptDeadline.ShouldBe(deadline, TimeSpan.FromMilliseconds(1));
        round.ConceptClosedAt!.Value.ShouldBeInRange(round.ConceptDeadline, round.ConceptDeadline + (10 * Second));
        round.ProofClosedAt.ShouldBeNull();
        await host.Db(async db =>
        {
            (await db.Panels.SingleAsync(panel => panel.Id == panelId)).Status.ShouldBe(PanelStatus.Reviewing);
            (await db.Reviews.CountAsync(review => review.PanelId == panelId)).ShouldBe(2);
        });
    }

    [Fact]
    public async Task ADeadlineMissedWhileThePortalWasDown_IsCaughtUpAtStart()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0, conceptInDays: -2);

        await season.RunAsync<RoundSchedule>(schedule => schedule.SyncAllAsync(CancellationToken.None));

        (await UntilAsync(season, round => round.ConceptReviewOpenedAt is not null)).ConceptClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Sync_AfterTheScheduleChanged_MovesTheTriggerToTheSecond()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0, conceptInDays: 10);
        await season.RunAsync<RoundSchedule>(schedule => schedule.SyncAsync(season.Round, CancellationToken.None));

        await RescheduleAsync(season, season.Given.Now.AddDays(20).AddSeconds(7));
        await RescheduleAsync(season, season.Given.Now.AddDays(21).AddSeconds(8));

        var moved = await season.RoundNowAsync();

        (await FiresAsync(nameof(CloseIntakeJob), season.Round, ReviewStage.Concept))!.Value.ShouldBe(moved.ConceptDeadline, TimeSpan.FromMilliseconds(1));
        (await FiresAsync(nameof(CloseIntakeJob), season.Round, ReviewStage.Proof))!.Value.ShouldBe(moved.ProofDeadline, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Sync_OfAStageThatIsOpened_LeavesNothingScheduled()
    {
        var season = await PanelSeason.BeginAsync(host, entries: 0);
        await season.RunAsync<RoundSchedule>(schedule => schedule.SyncAsync(season.Round, CancellationToken.None));
        await season.DeadlineAsync();

        var opened = await season.RoundNowAsync();
        await season.RunAsync<RoundSchedule>(schedule => schedule.SyncAsync(opened, CancellationToken.None));

        (await FiresAsync(nameof(CloseIntakeJob), season.Round, ReviewStage.Concept)).ShouldBeNull();
        (await FiresAsync(nameof(OpenReviewJob), season.Round, ReviewStage.Concept)).ShouldBeNull();
    }

    private async Task RescheduleAsync(PanelSeason season, DateTimeOffset concept)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var round = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Rounds.SingleAsync(round => round.Id == season.Round.Id);
        await scope.ServiceProvider.GetRequiredService<ScheduleRound>().RunAsync(
            round, Given.Steps(concept, concept.AddDays(100), season.Given.Now.AddDays(-30)), season.Given.By(season.Officer), CancellationToken.None);
    }

    private async Task<DateTimeOffset?> FiresAsync(string job, Round round, ReviewStage stage)
    {
        var scheduler = await host.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        return (await scheduler.GetTrigger(new TriggerKey($"{round.Id:N}-{stage}", job)))?.NextFireTimeUtc;
    }

    private static async Task<Round> UntilAsync(PanelSeason season, Func<Round, bool> reached)
    {
        using var patience = new CancellationTokenSource(30 * Second);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            var round = await season.RoundNowAsync();
            if (reached(round))
            {
                return round;
            }

            await tick.WaitForNextTickAsync(patience.Token);
        }
    }
}
