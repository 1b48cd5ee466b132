using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>An entry ends before its time: what is not paid is lost to it and free for others.</summary>
public sealed class EndEntry(PortalDbContext db, Letters letters, CurrentPerson me)
{
    /// <summary>The leader gives up.</summary>
    public async Task WithdrawAsync(Entry entry, string reason, CancellationToken cancel)
    {
        var team = await db.Teams.AsNoTracking().FirstAsync(team => team.Id == entry.TeamId, cancel);
        Rule.Require(EntryRules.IsLeader(team, me.Id));
        entry.Withdraw(reason, me.Actor);
        await FreeAsync(entry, reason, cancel);
        var organisation = await db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.OrganisationId).FirstAsync(cancel);
        foreach (var contact in await db.ContactsOfAsync(organisation, cancel))
        {
            letters.Write(contact, new LetterText("團隊已撤回申請案：{0}", "「{1}」團隊撤回了案號 {0}。原因：{2}", $"/poser/entries/{entry.Code}", entry.Code, team.Name, reason), me.Now);
        }

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The office ends it.</summary>
    public async Task TerminateAsync(Entry entry, string reason, CancellationToken cancel)
    {
        entry.Terminate(reason, me.Actor);
        await FreeAsync(entry, reason, cancel);
        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            letters.Write(member, new LetterText("申請案已終止：{0}", "計畫辦公室終止了案號 {0}。原因：{1}", $"/team/entries/{entry.Code}", entry.Code, reason), me.Now);
        }

        await db.SaveChangesAsync(cancel);
    }

    // A decision that was booked and not yet released has no milestones, so what is freed is counted from the entry's own books.
    private async Task FreeAsync(Entry entry, string reason, CancellationToken cancel)
    {
        var milestones = await db.Milestones.Where(milestone => milestone.EntryId == entry.Id).ToListAsync(cancel);
        foreach (var milestone in milestones.Where(milestone => milestone.Status is not (MilestoneStatus.Paid or MilestoneStatus.Forfeited)))
        {
            milestone.Forfeit(reason, me.Actor);
        }

        var free = entry.Committed - milestones.Where(milestone => milestone.Status == MilestoneStatus.Paid).Sum(milestone => milestone.Amount);
        if (free > Twd.Zero)
        {
            var round = await db.Rounds.FirstAsync(round => round.Id == entry.RoundId, cancel);
            round.Release(free, me.Actor);
            entry.Release(free);
        }
    }
}
