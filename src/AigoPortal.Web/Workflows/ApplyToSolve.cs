using AigoPortal.Data;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The leader applies to solve a problem (申請解題): the entry gets its number and the draft's files, the poser a letter.</summary>
public sealed class ApplyToSolve(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <param name="problemCode">A problem of the public list.</param>
    /// <param name="pitch">What the team proposes.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The team, a member, the problem or the time does not allow it.</exception>
    public async Task<Entry> RunAsync(string problemCode, Pitch pitch, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var problem = await db.Problems.AsNoTracking().FirstAsync(problem => problem.Code == problemCode, cancel);
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == problem.RoundId, cancel);
        Rule.Require(await db.ConsentRuleAsync(me.Id, cancel));
        await db.HoldTeamOfAsync(me.Id, round.Id, cancel); // so that it isn't dissolved meanwhile
        var team = await db.Teams.AsNoTracking().OfPersonAsync(me.Id, round.Id, cancel) ?? throw new BrokenRuleException(NoTeam());
        Rule.Require(TeamRules.IsLeader(team, me.Id));
        foreach (var standing in await db.StandingsAsync(team, round, me.Now, cancel))
        {
            Rule.Require(standing.Blocks);
        }

        var code = await db.NextCodeAsync($"{round.Code}-E", cancel);
        var draft = await db.PitchDrafts.FirstOrDefaultAsync(draft => draft.TeamId == team.Id && draft.ProblemId == problem.Id, cancel);
        List<Guid> files = draft is null ? [] : [.. draft.Attachments.OrderBy(attachment => attachment.Order).Select(attachment => attachment.FileId)];
        var entry = new Entry(round, problem, team, pitch, code, me.Actor, files);
        db.Entries.Add(entry);
        if (draft is not null)
        {
            db.PitchDrafts.Remove(draft);
        }

        foreach (var contact in await db.ContactsOfAsync(problem.OrganisationId, cancel))
        {
            letters.Write(contact, new LetterText("有團隊申請解題：{0}", "「{1}」團隊申請解貴單位的題目「{2}」，案號 {0}。請看團隊的規劃並給一句回覆。",
                $"/poser/entries/{code}", code, team.Name, problem.Content.Title), me.Now);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return entry;
    }

    /// <summary>A person alone can't apply.</summary>
    public static BrokenRule NoTeam() => new("entry.no-team", "", "請先組隊，再申請解題。");
}
