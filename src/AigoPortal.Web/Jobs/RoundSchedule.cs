using System.Data.Common;
using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>Keeps the jobs of every round's deadlines at the instants of its schedule.</summary>
public sealed class RoundSchedule(ISchedulerFactory schedulers, PortalDbContext db)
{
    internal const string RoundKey = "round";
    internal const string StageKey = "stage";

    /// <summary>Until disposed, what is scheduled here becomes visible with this transaction.</summary>
    public async Task<IDisposable> JoinAsync(DbTransaction transaction, CancellationToken cancel) =>
        (await schedulers.GetScheduler(cancel)).EnlistTransaction(transaction);

    /// <summary>All rounds that still have something to close or open: at start, so that nothing missed while the portal was down stays open.</summary>
    public async Task SyncAllAsync(CancellationToken cancel)
    {
        var rounds = await db.Rounds.AsNoTracking()
            .Where(round => round.ConceptReviewOpenedAt == null || round.ProofReviewOpenedAt == null).ToListAsync(cancel);
        foreach (var round in rounds)
        {
            await SyncAsync(round, cancel);
        }
    }

    /// <summary>Schedules what a round's stages still need, at their deadlines; call it after the schedule changed.</summary>
    public async Task SyncAsync(Round round, CancellationToken cancel)
    {
        foreach (var stage in Enum.GetValues<ReviewStage>())
        {
            var deadline = round.DeadlineOf(stage);
            await PlaceAsync<CloseIntakeJob>(round, stage, round.ClosedAt(stage) is null ? deadline : null, repeats: 0, cancel);

            // A second later, so that the two don't meet; twice more, since a submission received in time may be saved a moment late.
            await PlaceAsync<OpenReviewJob>(round, stage, round.ReviewOpenedAt(stage) is null ? deadline.AddSeconds(1) : null, repeats: 2, cancel);
        }
    }

    private async Task PlaceAsync<TJob>(Round round, ReviewStage stage, DateTimeOffset? at, int repeats, CancellationToken cancel)
        where TJob : IJob
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        var name = $"{round.Id:N}-{stage}";
        var key = new TriggerKey(name, typeof(TJob).Name);
        if (at is not { } instant)
        {
            await scheduler.UnscheduleJob(key, cancel);
            return;
        }

        var job = JobBuilder.Create<TJob>()
            .WithIdentity(name, typeof(TJob).Name)
            .UsingJobData(RoundKey, round.Id.ToString())
            .UsingJobData(StageKey, stage.ToString())
            .StoreDurably()
            .RequestRecovery()
            .Build();
        var trigger = TriggerBuilder.Create()
            .WithIdentity(key)
            .ForJob(job)
            .StartAt(instant)
            .WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(1)).WithRepeatCount(repeats)
                .WithMisfireInstruction(repeats == 0 ? SimpleTriggerMisfireInstruction.FireNow : SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();
        await scheduler.ScheduleJob(job, trigger, ScheduleJobOptions.Replacing, cancel);
    }
}
