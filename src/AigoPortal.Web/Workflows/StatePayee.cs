using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// A payee states what paying needs. Every unpaid milestone with a share of theirs gets a new version in the same transaction, so that nobody approves
/// what they saw before, and an approved one goes back to be checked: nothing is paid on facts that nobody approved.
/// </summary>
public sealed class StatePayee(PortalDbContext db, Letters letters)
{
    /// <summary>What a recheck says for its reason.</summary>
    public const string Why = "核准後，受款人更改了受款資料，請重新核對。";

    // Somebody else's save of the same milestone only means to look again.
    private const int Attempts = 5;

    /// <summary>A person's own statement.</summary>
    /// <param name="personId">The payee.</param>
    /// <param name="statement">Makes the statement out of the one before, null the first time.</param>
    /// <param name="by">The payee.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">Somebody else changed the same statement meanwhile.</exception>
    public Task PersonAsync(Guid personId, Func<PayeeProfile?, PayeeStatement> statement, Actor by, CancellationToken cancel) => SaveAsync(
        async () =>
        {
            var profile = await db.PayeeProfiles.FirstOrDefaultAsync(found => found.Id == personId, cancel);
            var before = profile?.Version;
            if (profile is null)
            {
                db.PayeeProfiles.Add(new PayeeProfile(personId, statement(null), by));
            }
            else if (profile.State(statement(profile), by))
            {
                await TouchAsync(personId, by.Name, by, cancel);
            }

            return before;
        },
        cancel);

    /// <summary>A member's statement about a legal entity.</summary>
    /// <param name="team">The team with its members.</param>
    /// <param name="payeeId">The entity stated anew; null for another one.</param>
    /// <param name="number">統一編號 of a new one.</param>
    /// <param name="statement">Makes the statement out of the one before, null the first time.</param>
    /// <param name="by">The member.</param>
    /// <param name="cancel">Ends the request.</param>
    /// <exception cref="BrokenRuleException">The number is wrong or taken, or somebody else changed the same statement meanwhile.</exception>
    public Task EntityAsync(Team team, Guid? payeeId, string number, Func<LegalPayee?, LegalStatement> statement, Actor by, CancellationToken cancel) => SaveAsync(
        async () =>
        {
            var payee = payeeId is null ? null : await db.LegalPayees.FirstOrDefaultAsync(found => found.Id == payeeId && found.TeamId == team.Id, cancel);
            var before = payee?.Version;
            if (payee is null)
            {
                db.LegalPayees.Add(new LegalPayee(team, number, statement(null), by));
            }
            else if (payee.State(team, statement(payee), by))
            {
                await TouchAsync(payee.Id, payee.Name, by, cancel);
            }

            return before;
        },
        cancel);

    private async Task SaveAsync(Func<Task<Guid?>> change, CancellationToken cancel)
    {
        Guid? first = null;
        for (var attempt = 1; ; attempt++)
        {
            var before = await change();
            Rule.Require(attempt > 1 && before != first ? BrokenConstraints.ChangedByAnother() : null);
            first = before;
            try
            {
                await db.SaveChangesAsync(cancel);
                return;
            }
            catch (BrokenRuleException refused) when (attempt < Attempts && refused.Rule.Code == BrokenConstraints.ChangedByAnother().Code)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task TouchAsync(Guid payeeId, string name, Actor by, CancellationToken cancel)
    {
        var touched = await (
            from milestone in db.Milestones
            where milestone.Status != MilestoneStatus.Paid && milestone.Status != MilestoneStatus.Forfeited && milestone.Shares.Any(share => share.PayeeId == payeeId)
            join entry in db.Entries on milestone.EntryId equals entry.Id
            select new { Milestone = milestone, entry.Code }).AsSplitQuery().ToListAsync(cancel);
        var approvers = touched.Select(one => one.Milestone.ApprovedBy).OfType<Guid>().ToList();
        var people = await db.People.AsNoTracking().Where(person => approvers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        foreach (var (milestone, code) in touched.Select(one => (one.Milestone, one.Code)))
        {
            db.Entry(milestone).State = EntityState.Modified;
            if (milestone.Status != MilestoneStatus.Approved)
            {
                continue;
            }

            if (milestone.ApprovedBy is { } approver && people.TryGetValue(approver, out var officer))
            {
                letters.Write(officer, new LetterText(
                    "請重新核對：{0} {1}", "{0}「{1}」核准後，受款人 {2} 更改了受款資料。款項已回到待核銷，請重新核對後再核准。",
                    $"/office/milestones/{milestone.Id:D}", code, milestone.Name, name), by.At);
            }

            milestone.Recheck(Why, by);
        }
    }
}
