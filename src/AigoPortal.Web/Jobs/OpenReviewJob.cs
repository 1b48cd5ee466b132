using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>At a stage's deadline: opens the review of what was received. It closes the intake itself when it comes first.</summary>
[DisallowConcurrentExecution]
[RetryPolicy(10, "00:00:01", 2)]
public sealed class OpenReviewJob(CloseIntake closeIntake, OpenReview openReview, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (round, stage, at) = context.Stage(clock);
        await closeIntake.RunAsync(round, stage, Actor.Portal(at), cancellationToken);
        await openReview.RunAsync(round, stage, Actor.Portal(at), cancellationToken);
    }
}
