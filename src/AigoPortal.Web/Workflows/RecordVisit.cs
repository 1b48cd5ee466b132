using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer records the site visit; one that was passed lets its amounts fall due.</summary>
public sealed class RecordVisit(PortalDbContext db, LetFallDue letFallDue, Letters letters, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, DateOnly on, string visitor, string notes, bool passed, CancellationToken cancel)
    {
        entry.RecordVisit(on, visitor, notes, passed, me.Actor);
        if (passed)
        {
            await letFallDue.RunAsync(entry, ReleaseCondition.SiteVisitPassed, cancel);
        }
        else
        {
            foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
            {
                letters.Write(member, new LetterText("案號 {0}：訪視待改善", "{1} 的訪視還沒有通過，意見如下：\n\n{2}", $"/team/entries/{entry.Code}", entry.Code, on, notes), me.Now);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
