using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The office files a decided entry once every amount is paid or lost.</summary>
public sealed class CloseEntry(PortalDbContext db, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, CancellationToken cancel)
    {
        var open = await db.Milestones.CountAsync(
            milestone => milestone.EntryId == entry.Id && milestone.Status != MilestoneStatus.Paid && milestone.Status != MilestoneStatus.Forfeited, cancel);
        Rule.Require(open == 0 ? null : new BrokenRule("entry.unpaid", "", "還有 {0} 筆款項沒有撥付，全部撥付後才能結案。", open));
        entry.Close(me.Actor);
        await db.SaveChangesAsync(cancel);
    }
}
