using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Announces a panel and invites its reviewers; when the intake is closed already, the review opens with it.</summary>
public sealed class ConvenePanel(PortalDbContext db, Letters letters, OpenReview openReview)
{
    public async Task RunAsync(Guid panelId, string? compositionReason, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var panel = await db.Panels.FirstAsync(panel => panel.Id == panelId, cancel);
        Rule.Require(PanelRules.TrackComesInTime(panel, await db.Panels.AnyAsync(
            other => other.Id != panelId && other.RoundId == panel.RoundId && other.Stage == panel.Stage && (other.Status == PanelStatus.Reviewing || other.Status == PanelStatus.Released), cancel)));
        panel.Convene(compositionReason, by);
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var round = await db.Rounds.FirstAsync(round => round.Id == panel.RoundId, cancel);
        foreach (var reviewer in await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).ToListAsync(cancel))
        {
            letters.Write(reviewer, new LetterText(
                "您是「{0}」的審查委員", "感謝您擔任「{0}」的審查委員。{1}收件於 {2} 截止，之後會另外通知您開始評分。",
                "/review", panel.Name, panel.Stage, round.DeadlineOf(panel.Stage)), by.At);
        }

        await db.SaveChangesAsync(cancel);
        await openReview.RunAsync(panel.RoundId, panel.Stage, by, cancel);
        await transaction.CommitAsync(cancel);
    }
}
