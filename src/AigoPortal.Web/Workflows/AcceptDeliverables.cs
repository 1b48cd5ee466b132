using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer accepts the deliverables: their amounts fall due.</summary>
public sealed class AcceptDeliverables(PortalDbContext db, LetFallDue letFallDue, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, CancellationToken cancel)
    {
        Rule.Require(EntryRules.IsCooperating(entry.Status));
        if (entry.Deliverables.AcceptedAt is not null)
        {
            return; // the same button twice
        }

        entry.AcceptDeliverables(me.Actor);
        await letFallDue.RunAsync(entry, ReleaseCondition.DeliverablesAccepted, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
