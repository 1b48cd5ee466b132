using AigoPortal.Data;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A poser asks a team that shows itself to apply; the leader gets a letter.</summary>
public sealed class CallTeam(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <summary>Asks and saves.</summary>
    /// <param name="problem">A problem of the poser's organisation.</param>
    /// <param name="team">A team of any round.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="Domain.Rules.BrokenRuleException">The team does not show itself, has applied or was asked; or it is not the time for it.</exception>
    public async Task RunAsync(Problem problem, Team team, CancellationToken cancel)
    {
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == problem.RoundId, cancel);
        var earlier = await db.TeamCalls.CountAsync(call => call.ProblemId == problem.Id, cancel);
        var hasApplied = await db.Entries.AnyAsync(entry => entry.ProblemId == problem.Id && entry.TeamId == team.Id, cancel);
        db.TeamCalls.Add(new TeamCall(problem, team, round, earlier, hasApplied, me.Actor));
        var leader = await db.People.AsNoTracking().FirstAsync(person => person.Id == team.LeaderId, cancel);
        letters.Write(leader, new LetterText("出題單位邀請你們申請：{0}", "出題單位看了「{1}」的介紹與技能，邀請你們申請題目「{0}」（{2}）。請看題目內容，有把握再由隊長申請。",
            $"/problems/{problem.Code}", problem.Content.Title, team.Name, problem.Code!), me.Now);
        await db.SaveChangesAsync(cancel);
    }
}
