using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;

namespace AigoPortal.Web.Workflows;

/// <summary>An officer records a site visit; the one that is passed lets its amounts fall due.</summary>
public sealed class RecordVisit(PortalDbContext db, LetFallDue letFallDue, Letters letters, CurrentPerson me)
{
    public async Task RunAsync(SiteVisit visit, Entry entry, VisitReport report, CancellationToken cancel)
    {
        Rule.Require(VisitRules.IsNeeded(entry));
        visit.Hold(report, me.Actor);
        entry.RecordVisit(Taipei.DateOf(visit.StartsAt!.Value), visit.Plan.Visitors, report.Notes, report.Result == VisitResult.Passed, me.Actor);
        if (report.Result == VisitResult.Passed)
        {
            await letFallDue.RunAsync(entry, ReleaseCondition.SiteVisitPassed, cancel);
        }
        else
        {
            foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
            {
                letters.Write(member, new LetterText("案號 {0}：訪視待改善", "{1} 的訪視還沒有通過，請在 {2} 前改善，意見如下：\n\n{3}",
                    $"/team/entries/{entry.Code}/visits", entry.Code, Taipei.DateOf(visit.StartsAt.Value), visit.FollowUpOn!.Value, report.Notes), me.Now);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
