using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A condition of the award scheme is met: its amounts fall due and the team learns it. The caller saves.</summary>
public sealed class LetFallDue(PortalDbContext db, Letters letters, CurrentPerson me)
{
    public async Task RunAsync(Entry entry, ReleaseCondition condition, CancellationToken cancel)
    {
        var due = await db.Milestones
            .Where(milestone => milestone.EntryId == entry.Id && milestone.Condition == condition && milestone.Status == MilestoneStatus.NotDue)
            .OrderBy(milestone => milestone.Order).ToListAsync(cancel);
        due.ForEach(milestone => milestone.FallDue(me.Actor));
        foreach (var member in await db.MembersOfAsync(entry.TeamId, cancel))
        {
            letters.Write(member, Letter(entry, condition, due), me.Now);
        }
    }

    private static LetterText Letter(Entry entry, ReleaseCondition condition, List<Milestone> due) => due.Count == 0
        ? new LetterText("案號 {0}：{1}已確認", "計畫辦公室已確認「{1}」。", $"/team/entries/{entry.Code}", entry.Code, condition)
        : new LetterText("案號 {0}：{1}已確認，可以請款", "計畫辦公室已確認「{1}」，{2} 筆款項到期。請在 {3} 天內分配受款人並送出憑證。",
            $"/team/entries/{entry.Code}", entry.Code, condition, due.Count, due.Min(milestone => milestone.EvidenceDays));
}
