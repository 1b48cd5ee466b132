using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>找隊友: leaders invite people of the board, people ask teams of the board; the other side gets a letter.</summary>
public sealed class FindTeammates(PortalDbContext db, InviteToTeam invite, Letters letters, CurrentPerson me)
{
    /// <summary>I invite a person of the board to the team I lead.</summary>
    /// <returns>The person's name; null when nobody of that id stands on the board.</returns>
    public async Task<string?> InviteAsync(Round round, Guid personId, CancellationToken cancel)
    {
        if (await db.Searching(round.Id).AsNoTracking().FirstOrDefaultAsync(person => person.Id == personId, cancel) is not { } person)
        {
            return null;
        }

        await invite.RunAsync(await MineAsync(round, cancel), round, person, cancel);
        return person.Name;
    }

    /// <summary>I ask a team of the board whether I may join.</summary>
    /// <returns>The team's name; null when no such team stands on the board.</returns>
    public async Task<string?> AskAsync(Round round, Guid teamId, string word, CancellationToken cancel)
    {
        Rule.Require(await db.ConsentRuleAsync(me.Id, cancel));
        Rule.Require(await db.TeamMembers.AnyAsync(member => member.RoundId == round.Id && member.PersonId == me.Id, cancel) ? TeamRules.OneTeamPerPerson() : null);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldTeamAsync(teamId, cancel);
        if (await db.Recruiting(round.Id).Include(team => team.Requests).FirstOrDefaultAsync(team => team.Id == teamId, cancel) is not { } team)
        {
            return null;
        }

        team.Ask(word, me.Actor);
        letters.Write(await db.People.AsNoTracking().FirstAsync(person => person.Id == team.LeaderId, cancel),
            new LetterText("{0} 想加入「{1}」", "{0} 想加入您的團隊「{1}」：{2} 請到團隊頁看對方的專長，並回覆。", "/team", me.Name, team.Name, word), me.Now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return team.Name;
    }

    /// <summary>I take a request of mine back.</summary>
    /// <returns>False when there is none of that id.</returns>
    public async Task<bool> WithdrawAsync(Guid requestId, CancellationToken cancel)
    {
        var team = await db.Teams.Include(team => team.Requests)
            .FirstOrDefaultAsync(team => team.Requests.Any(request => request.Id == requestId && request.PersonId == me.Id), cancel);
        team?.WithdrawRequest(team.Requests.First(request => request.Id == requestId), me.Actor);
        await db.SaveChangesAsync(cancel);
        return team is not null;
    }

    /// <summary>I answer a request to the team I lead: with an invitation, or no.</summary>
    /// <returns>The person's name; null when my team has no such request.</returns>
    public async Task<string?> AnswerAsync(Round round, Guid requestId, bool welcome, CancellationToken cancel)
    {
        var team = await MineAsync(round, cancel);
        if (team.Requests.FirstOrDefault(request => request.Id == requestId) is not { } request)
        {
            return null;
        }

        var person = await db.People.AsNoTracking().FirstAsync(person => person.Id == request.PersonId, cancel);
        if (welcome)
        {
            await invite.RunAsync(team, round, request, person, cancel);
            return person.Name;
        }

        team.DeclineRequest(request, me.Actor);
        letters.Write(person, new LetterText("「{0}」婉拒了您的請求", "「{0}」這次沒有名額給您。您可以再看看其他在找隊友的團隊。", "/team/teammates", team.Name), me.Now);
        await db.SaveChangesAsync(cancel);
        return person.Name;
    }

    private async Task<Team> MineAsync(Round round, CancellationToken cancel) =>
        await db.Teams.Include(team => team.Requests).OfPersonAsync(me.Id, round.Id, cancel) ?? throw new BrokenRuleException(new BrokenRule("team.none", "", "請先組隊，再邀請隊友。"));
}
