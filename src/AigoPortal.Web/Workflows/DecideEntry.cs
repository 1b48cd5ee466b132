using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Records a panel's decision on an entry, or another one before the release, and books what it awards within budget and cap.</summary>
public sealed class DecideEntry(PortalDbContext db)
{
    public async Task RunAsync(Guid panelId, Guid entryId, Outcome outcome, AwardLevel? level, string reason, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        var round = await db.Rounds.FirstAsync(round => round.Id == panel.RoundId, cancel);
        var entry = await db.UnderReview(round.Id, panel.Stage, panel.Track).FirstOrDefaultAsync(entry => entry.Id == entryId, cancel);
        Rule.Require(entry is null ? new BrokenRule("decision.not-under-review", "", "這一案已經不在審查中，請重新整理。") : null);

        var amount = round.ItemsFor(outcome, level).Sum(item => item.Amount);
        var earlier = panel.Decide(new Decision(entryId, outcome, level, amount, reason.Trim(), by.PersonId, by.At, round.SchemeVersion), by);
        var more = amount - (earlier?.Amount ?? Twd.Zero);
        if (more > Twd.Zero)
        {
            round.Commit(more, by);
            entry!.Commit(more);
        }
        else if (more < Twd.Zero)
        {
            round.Release(-more, by);
            entry!.Release(-more);
        }

        await db.SaveChangesAsync(cancel);
    }
}
