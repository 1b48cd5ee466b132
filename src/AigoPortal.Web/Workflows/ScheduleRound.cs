using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Jobs;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore.Storage;

namespace AigoPortal.Web.Workflows;

/// <summary>Replaces a round's schedule; the jobs of its deadlines move in the same transaction, and who follows one of its problems learns of a moved deadline.</summary>
public sealed class ScheduleRound(PortalDbContext db, RoundSchedule schedule, TellFollowers tell)
{
    public async Task RunAsync(Round round, IReadOnlyList<RoundStep> steps, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var before = (round.ConceptDeadline, round.ProofDeadline);
        round.Schedule(steps, by);
        if (before != (round.ConceptDeadline, round.ProofDeadline))
        {
            await tell.RunAsync(
                db.Problems.Where(problem => problem.RoundId == round.Id && problem.Status == ProblemStatus.Listed),
                followed => new LetterText("題目 {0} 的期限有變更", "您關注的「{1}」期限有變更：\n\n構想收件截止：{2}\n實證收件截止：{3}",
                    $"/problems/{followed.Code}", followed.Code, followed.Title, round.ConceptDeadline, round.ProofDeadline), by.At, null, cancel);
        }

        await db.SaveChangesAsync(cancel);
        using var joined = await schedule.JoinAsync(transaction.GetDbTransaction(), cancel);
        await schedule.SyncAsync(round, cancel);
        await transaction.CommitAsync(cancel);
    }
}
