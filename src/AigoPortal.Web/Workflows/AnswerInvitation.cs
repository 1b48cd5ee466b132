using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The invited person joins or declines; the leader gets a letter.</summary>
public sealed class AnswerInvitation(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <param name="invitationId">The invitation.</param>
    /// <param name="joins">True to join, false to decline.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">It is closed, somebody else's, the team is full, or the person is in a team already.</exception>
    public async Task<Team> RunAsync(Guid invitationId, bool joins, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Touching the team first makes simultaneous answers wait for each other instead of refusing one another.
        await db.Teams.Where(team => team.Invitations.Any(invitation => invitation.Id == invitationId))
            .ExecuteUpdateAsync(set => set.SetProperty(team => team.Version, Guid.NewGuid()), cancel);
        var team = await db.Teams.Include(team => team.Members).Include(team => team.Invitations).AsSplitQuery()
            .FirstAsync(team => team.Invitations.Any(invitation => invitation.Id == invitationId), cancel);
        var invitation = team.Invitations.First(invitation => invitation.Id == invitationId);
        var person = await db.People.AsNoTracking().FirstAsync(person => person.Id == me.Id, cancel);
        if (joins)
        {
            Rule.Require(PersonRules.HasAgreed(person.AgreedVersion));
            var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == team.RoundId, cancel);
            Rule.Require(await db.TeamMembers.AnyAsync(member => member.RoundId == team.RoundId && member.PersonId == me.Id, cancel)
                ? TeamRules.OneTeamPerPerson() : null);
            team.Accept(invitation, person, round, me.Actor);
        }
        else
        {
            team.Decline(invitation, person, me.Actor);
        }

        await TellLeaderAsync(team, person, joins, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return team;
    }

    private async Task TellLeaderAsync(Team team, Person person, bool joins, CancellationToken cancel)
    {
        var leader = await db.People.AsNoTracking().FirstAsync(leader => leader.Id == team.LeaderId, cancel);
        letters.Write(leader, joins
            ? new LetterText("{0} 已加入團隊", "{0} 接受邀請，已加入「{1}」。", "/team", person.Name, team.Name)
            : new LetterText("{0} 婉拒了邀請", "{0} 婉拒加入「{1}」的邀請。", "/team", person.Name, team.Name), me.Now);
    }
}
