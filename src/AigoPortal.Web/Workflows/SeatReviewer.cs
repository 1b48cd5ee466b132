using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Asks reviewers to sit on a panel, seats those who accept, and excuses those who cannot stay.</summary>
public sealed class SeatReviewer(PortalDbContext db, Letters letters, OpenReview openReview)
{
    /// <summary>Invites a reviewer by letter; the caller saves.</summary>
    public void Invite(Panel panel, Person reviewer, ReviewerKind kind, bool chairs, Actor by)
    {
        panel.Invite(reviewer, kind, chairs, by);
        Ask(panel, reviewer, by);
    }

    /// <summary>Sends the invitation again; the caller saves.</summary>
    public void Remind(Panel panel, Person reviewer, Actor by)
    {
        panel.AskAgain(reviewer.Id, by);
        Ask(panel, reviewer, by);
    }

    /// <summary>The reviewer accepts; on a panel that reviews already, whoever comes later gets their entries at once.</summary>
    public async Task AcceptAsync(Panel panel, Guid personId, string ties, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        panel.Accept(personId, ties, by);
        await db.SaveChangesAsync(cancel);
        if (panel.Status == PanelStatus.Reviewing)
        {
            await openReview.RunAsync(panel.RoundId, panel.Stage, Actor.Portal(by.At), cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Excuses a member: reviews not handed in go with the seat, those handed in stay.</summary>
    public async Task ExcuseAsync(Panel panel, Guid personId, string reason, Actor by, CancellationToken cancel)
    {
        panel.Excuse(personId, reason, by);
        db.Reviews.RemoveRange(await db.Reviews
            .Where(review => review.PanelId == panel.Id && review.ReviewerId == personId && review.Status == ReviewStatus.Assigned).ToListAsync(cancel));
        var reviewer = await db.People.AsNoTracking().FirstAsync(person => person.Id == personId, cancel);
        letters.Write(reviewer, new LetterText("「{0}」的審查委員異動", "您不再擔任「{0}」的審查委員，還沒有送出的評分已收回。謝謝您的協助。原因：{1}", null, panel.Name, reason), by.At);
        await db.SaveChangesAsync(cancel);
    }

    private void Ask(Panel panel, Person reviewer, Actor by) => letters.Write(reviewer, new LetterText(
        "邀請您擔任「{0}」的審查委員", "計畫辦公室邀請您擔任「{0}」的審查委員。請登入後閱讀保密與利益迴避聲明，並回覆是否接受。", $"/review/panels/{panel.Id:D}", panel.Name), by.At);
}
