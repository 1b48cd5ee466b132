using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Jobs;
using Microsoft.EntityFrameworkCore.Storage;

namespace AigoPortal.Web.Workflows;

/// <summary>Replaces a round's schedule; the jobs of its deadlines move in the same transaction.</summary>
public sealed class ScheduleRound(PortalDbContext db, RoundSchedule schedule)
{
    public async Task RunAsync(Round round, IReadOnlyList<RoundStep> steps, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        round.Schedule(steps, by);
        await db.SaveChangesAsync(cancel);
        using var joined = await schedule.JoinAsync(transaction.GetDbTransaction(), cancel);
        await schedule.SyncAsync(round, cancel);
        await transaction.CommitAsync(cancel);
    }
}
