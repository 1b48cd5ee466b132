using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The leader hands in the concept or the proof; the submission is the receipt, and every member gets a letter.</summary>
public sealed class SubmitStage(PortalDbContext db, KeepDraft keepDraft, Letters letters, CurrentPerson me)
{
    /// <exception cref="BrokenRuleException">It is late, incomplete or not the time for it; the draft is kept all the same.</exception>
    public async Task<Submission> RunAsync(string code, ReviewStage stage, string text, IFormFile? upload, CancellationToken cancel)
    {
        var (entry, file) = await keepDraft.RunAsync(code, stage, text, upload, cancel);
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == entry.RoundId, cancel);
        var team = await db.Teams.AsNoTracking().FirstAsync(team => team.Id == entry.TeamId, cancel);
        Rule.Require(EntryRules.IsLeader(team, me.Id));
        var submission = entry.Submit(stage, text, file, round, me.Actor);
        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            letters.Write(member, new LetterText("已收到{1}：{0}", "案號 {0} 的{1}（第 {2} 次送件）已於 {3} 收到，檔案 SHA-256 為 {4}。截止前可以重送，以最後一次為準。",
                $"/team/receipt/{submission.Id}", entry.Code, stage, submission.Number, submission.ReceivedAt, submission.FileSha256), me.Now);
        }

        await db.SaveChangesAsync(cancel);
        return submission;
    }
}
