using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The office declares an overdue milestone lost: its amount is free again for the round and off the entry's books, and the team is told.</summary>
public sealed class ForfeitMilestone(PortalDbContext db, Letters letters)
{
    /// <returns>False when there is no such milestone.</returns>
    /// <exception cref="BrokenRuleException">It is not overdue, the officer's own case, or changed since it was looked at.</exception>
    public async Task<bool> RunAsync(Guid milestoneId, Guid seen, string reason, Actor by, CancellationToken cancel)
    {
        var milestone = await db.Milestones.AsSplitQuery().FirstOrDefaultAsync(found => found.Id == milestoneId, cancel);
        if (milestone is null)
        {
            return false;
        }

        Rule.Require(MoneyRules.IsNotOwnCase(await db.IsOwnCaseAsync(milestone.EntryId, by.PersonId, cancel)));
        Rule.Require(milestone.Version == seen ? null : BrokenConstraints.ChangedByAnother());
        Rule.Require(MilestoneRules.IsOverdue(milestone.Status, milestone.EvidenceDueAt, by.At));
        milestone.Forfeit(reason, by);
        var entry = await db.Entries.FirstAsync(entry => entry.Id == milestone.EntryId, cancel);
        var round = await db.Rounds.FirstAsync(round => round.Id == milestone.RoundId, cancel);
        round.Release(milestone.Amount, by);
        entry.Release(milestone.Amount);
        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            letters.Write(member, new LetterText(
                "款項已失權：{0} {1}", "{0}「{1}」{2} 元逾期未送憑證，已失權，不再撥付。原因：{3}",
                $"/team/milestone/{milestone.Id:D}", entry.Code, milestone.Name, milestone.Amount, reason), by.At);
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
