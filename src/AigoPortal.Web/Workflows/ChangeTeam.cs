using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Members come and go, the lead passes on, a team ends: possible until its first submission, and whom it concerns gets a letter.</summary>
public sealed class ChangeTeam(PortalDbContext db, EndEntry endEntry, Letters letters, CurrentPerson me)
{
    /// <summary>I leave my team.</summary>
    /// <returns>The members it still lacks to apply.</returns>
    /// <exception cref="BrokenRuleException">I lead it, or it has submitted.</exception>
    public Task<int> LeaveAsync(Guid teamId, CancellationToken cancel) => AloneAsync(teamId, async (team, round) =>
    {
        team.Leave(await db.HasSubmittedAsync(team.Id, cancel), me.Actor);
        var lacking = Lacking(team, round);
        letters.Write(await PersonAsync(team.LeaderId, cancel), lacking > 0
            ? new LetterText("{0} 已離開團隊", "{0} 離開了「{1}」，團隊還差 {2} 人才能申請題目。", "/team", me.Name, team.Name, lacking)
            : new LetterText("{0} 已離開團隊", "{0} 離開了「{1}」。", "/team", me.Name, team.Name), me.Now);
        return lacking;
    }, cancel);

    /// <summary>I remove a member of the team I lead; the reason stands in the letter.</summary>
    /// <returns>The members it still lacks to apply.</returns>
    /// <exception cref="BrokenRuleException">I don't lead it, there is no reason, or it has submitted.</exception>
    public Task<int> RemoveAsync(Guid teamId, Guid personId, string reason, CancellationToken cancel) => AloneAsync(teamId, async (team, round) =>
    {
        team.Remove(personId, reason, await db.HasSubmittedAsync(team.Id, cancel), me.Actor);
        letters.Write(await PersonAsync(personId, cancel), new LetterText("您已不在團隊「{0}」", "隊長 {1} 把您移出了「{0}」。原因：{2} 您可以加入其他團隊，或自己組隊。", "/team", team.Name, me.Name, reason), me.Now);
        return Lacking(team, round);
    }, cancel);

    /// <summary>I hand the lead of my team over to a member.</summary>
    /// <exception cref="BrokenRuleException">I don't lead it, or the other is no member.</exception>
    public Task<int> HandOverAsync(Guid teamId, Guid personId, CancellationToken cancel) => AloneAsync(teamId, async (team, _) =>
    {
        team.HandOver(personId, me.Actor);
        letters.Write(await PersonAsync(personId, cancel), new LetterText("您是「{0}」的新隊長", "{1} 把「{0}」的隊長交接給您；之後由您邀請隊友、申請題目與送件。", "/team", team.Name, me.Name), me.Now);
        return 0;
    }, cancel);

    /// <summary>I dissolve the team I lead; what it applied for is withdrawn.</summary>
    /// <exception cref="BrokenRuleException">I don't lead it, or it has submitted.</exception>
    public Task<int> DissolveAsync(Guid teamId, string reason, CancellationToken cancel) => AloneAsync(teamId, async (team, _) =>
    {
        var members = await db.MembersOfAsync(team.Id, cancel);
        team.Dissolve(await db.HasSubmittedAsync(team.Id, cancel), me.Actor);
        foreach (var entry in (await db.Entries.Where(entry => entry.TeamId == team.Id).ToListAsync(cancel)).Where(entry => entry.Status.IsLiving()))
        {
            await endEntry.WithdrawAsync(entry, reason, cancel);
        }

        foreach (var member in members.Where(member => member.Id != me.Id))
        {
            letters.Write(member, new LetterText("團隊「{0}」已解散", "隊長 {1} 解散了「{0}」，申請中的題目一併撤回。您可以加入其他團隊，或自己組隊。", "/team", team.Name, me.Name), me.Now);
        }

        return 0;
    }, cancel);

    private static int Lacking(Team team, Round round) => Math.Max(0, round.MinimumTeamSize - team.Members.Count);

    private Task<Person> PersonAsync(Guid id, CancellationToken cancel) => db.People.AsNoTracking().FirstAsync(person => person.Id == id, cancel);

    private async Task<int> AloneAsync(Guid teamId, Func<Team, Round, Task<int>> act, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.HoldTeamAsync(teamId, cancel);
        var team = await db.Teams.Include(team => team.Members).Include(team => team.Invitations).Include(team => team.Requests).AsSplitQuery()
            .FirstAsync(team => team.Id == teamId, cancel);
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == team.RoundId, cancel);
        var lacking = await act(team, round);
        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }

        return lacking;
    }
}
