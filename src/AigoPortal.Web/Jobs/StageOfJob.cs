using AigoPortal.Domain.Rounds;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>What a deadline's job is about.</summary>
internal static class StageOfJob
{
    public static (Guid Round, ReviewStage Stage, DateTimeOffset At) Stage(this IJobExecutionContext context, TimeProvider clock)
    {
        var data = context.MergedJobDataMap;
        return (Guid.Parse(data.GetString(RoundSchedule.RoundKey)!), Enum.Parse<ReviewStage>(data.GetString(RoundSchedule.StageKey)!), At(context, clock.GetUtcNow()));
    }

    // The scheduler may wake a millisecond early; the deadline it was set for has then come all the same.
    private static DateTimeOffset At(IJobExecutionContext context, DateTimeOffset now) =>
        context.ScheduledFireTimeUtc is { } due && due > now && due - now < TimeSpan.FromSeconds(1) ? due : now;
}
