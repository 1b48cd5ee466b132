using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer decides on the deliverables item by item: when all are accepted their amounts fall due, otherwise the team mends what was returned.</summary>
public sealed class AcceptDeliverables(PortalDbContext db, LetFallDue letFallDue, Letters letters, CurrentPerson me)
{
    /// <param name="sheet">What was handed in.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="reasons">By the item's order: why it is returned; empty accepts it.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Whether all were accepted.</returns>
    public async Task<bool> RunAsync(DeliverySheet sheet, Entry entry, IReadOnlyDictionary<int, string> reasons, CancellationToken cancel)
    {
        Rule.Require(EntryRules.IsCooperating(entry.Status));
        if (sheet.Status == DeliveryStatus.Accepted)
        {
            return true; // the same button twice
        }

        var all = sheet.Check(reasons, entry, me.Actor);
        if (all)
        {
            entry.AcceptDeliverables(me.Actor);
            await letFallDue.RunAsync(entry, ReleaseCondition.DeliverablesAccepted, cancel);
        }
        else
        {
            var returned = string.Join('\n', sheet.Parts.Where(part => part.Status == DeliveryPartStatus.Returned).Select(part => $"{part.Name}：{part.ReturnReason}"));
            foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
            {
                letters.Write(member, new LetterText("案號 {0}：成果資料退回補正", "下列成果資料需要補正，補好後請再繳交一次：\n\n{1}", $"/team/entries/{entry.Code}/deliverables", entry.Code, returned), me.Now);
            }
        }

        await db.SaveChangesAsync(cancel);
        return all;
    }
}
