using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>Every ten minutes: reminds both sides of a booked slot that begins within a day.</summary>
[DisallowConcurrentExecution]
public sealed class RemindOfSlotsJob(RemindOfSlots remind, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await remind.RunAsync(Actor.Portal(clock.GetUtcNow()), cancellationToken);
}
