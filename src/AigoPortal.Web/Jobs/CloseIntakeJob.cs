using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>At a stage's deadline: closes the intake.</summary>
[DisallowConcurrentExecution]
[RetryPolicy(10, "00:00:01", 2)]
public sealed class CloseIntakeJob(CloseIntake closeIntake, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var (round, stage, at) = context.Stage(clock);
        await closeIntake.RunAsync(round, stage, Actor.Portal(at), cancellationToken);
    }
}
