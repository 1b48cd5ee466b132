using AigoPortal.Domain.Trail;
using AigoPortal.Web.Workflows;
using Quartz;

namespace AigoPortal.Web.Jobs;

/// <summary>Every five minutes: tells people by one letter of the messages they have not read.</summary>
[DisallowConcurrentExecution]
public sealed class DigestMessagesJob(DigestMessages digest, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await digest.RunAsync(Actor.Portal(clock.GetUtcNow()), cancellationToken);
}
