using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>Every ten minutes: reminds of cooperation documents that are not signed and of tomorrow's site visits.</summary>
[DisallowConcurrentExecution]
public sealed class RemindOfCooperationJob(RemindOfSigning signing, ArrangeVisit visits, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var by = Actor.Portal(clock.GetUtcNow());
        await signing.RunAsync(by, cancellationToken);
        await visits.RemindAsync(by, cancellationToken);
    }
}
