using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>
/// Opens a stage's review after its intake closed: conflicts of interest are looked for, and every convened panel gets the entries of its track, except across a conflict.
/// A panel that gives each entry a number of reviews waits for the office to assign them; its reviewers are asked to declare conflicts and preferences first.
/// Run again it assigns only what is missing, such as a submission that was being saved when the intake closed.
/// </summary>
public sealed class OpenReview(PortalDbContext db, Letters letters, DetectConflicts detectConflicts, GiveReviews giveReviews)
{
    public async Task RunAsync(Guid roundId, ReviewStage stage, Actor by, CancellationToken cancel)
    {
        var round = await db.Rounds.FirstOrDefaultAsync(round => round.Id == roundId, cancel);
        if (round?.ClosedAt(stage) is null)
        {
            return;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        round.OpenReview(stage, by);
        foreach (var panel in await db.Panels.Where(panel => panel.RoundId == roundId && panel.Stage == stage).OrderBy(panel => panel.Id).ToListAsync(cancel))
        {
            var opens = panel.Status == PanelStatus.Convened;
            if (opens)
            {
                panel.Open(by);
            }

            if (panel.Status == PanelStatus.Reviewing)
            {
                await detectConflicts.RunAsync(panel, by, cancel);
                if (panel.ReviewsPerEntry is null)
                {
                    await AssignAsync(panel, by, cancel);
                }
                else if (opens)
                {
                    await AskAsync(panel, by, cancel);
                }
            }
        }

        await db.SaveChangesAsync(cancel);
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }
    }

    private async Task AssignAsync(Panel panel, Actor by, CancellationToken cancel)
    {
        var entries = await db.EntriesOf(panel).AsNoTracking().OrderBy(entry => entry.Code).Select(entry => entry.Id).ToListAsync(cancel);
        var settled = (await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id)
            .Select(review => new { review.EntryId, review.ReviewerId }).ToListAsync(cancel)).Select(review => (review.EntryId, review.ReviewerId)).ToHashSet();
        settled.UnionWith((await db.ConflictsOf(panel).AsNoTracking().Where(conflict => conflict.LiftedAt == null)
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel)).Select(conflict => (conflict.EntryId, conflict.PersonId)));
        await giveReviews.RunAsync(
            panel, [.. panel.Accepted.SelectMany(member => entries.Select(entry => (entry, member.PersonId))).Where(pair => !settled.Contains(pair))], by, cancel);
    }

    private async Task AskAsync(Panel panel, Actor by, CancellationToken cancel)
    {
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        foreach (var reviewer in await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).ToListAsync(cancel))
        {
            letters.Write(reviewer, new LetterText(
                "請申報利益關係與審查偏好：{0}", "「{0}」收件已截止。分派案件之前，請登入申報與哪些案件有利益關係，並說明想審或不想審哪些案件。",
                $"/review/panels/{panel.Id:D}/declare", panel.Name), by.At);
        }
    }
}
