using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Closes a stage's intake once its deadline has come, and tells the leaders whose submission is missing. Harmless when repeated.</summary>
public sealed class CloseIntake(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(Guid roundId, ReviewStage stage, Actor by, CancellationToken cancel)
    {
        var round = await db.Rounds.FirstOrDefaultAsync(round => round.Id == roundId, cancel);
        if (round is null || !round.CloseIntake(stage, by))
        {
            return;
        }

        var waiting = Enum.GetValues<EntryStatus>()
            .Where(status => status.TakesSubmission(stage) && status != EntryStatuses.UnderReview(stage)).ToList();
        var missing = await (
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            join leader in db.People on team.LeaderId equals leader.Id
            where entry.RoundId == roundId && waiting.Contains(entry.Status)
            select new { entry.Code, problem.Content.Title, Leader = leader }).ToListAsync(cancel);
        foreach (var entry in missing)
        {
            letters.Write(entry.Leader, new LetterText(
                "未收到送件：{0}",
                "{2}收件已於 {3} 截止，沒有收到「{1}」（{0}）的送件。草稿仍為您保留；如有疑問，請聯絡計畫辦公室。",
                $"/team/entries/{entry.Code}", entry.Code, entry.Title, stage, round.DeadlineOf(stage)), by.At);
        }

        await db.SaveChangesAsync(cancel);
    }
}
