using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Gives entries to reviewers, never across a conflict of interest, and tells each reviewer once how many. The caller saves.</summary>
public sealed class GiveReviews(PortalDbContext db, Letters letters)
{
    public async Task RunAsync(Panel panel, IReadOnlyCollection<(Guid EntryId, Guid ReviewerId)> pairs, Actor by, CancellationToken cancel)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        var (entries, reviewers) = (pairs.Select(pair => pair.EntryId).Distinct().ToList(), pairs.Select(pair => pair.ReviewerId).Distinct().ToList());
        var people = await db.People.AsNoTracking().Where(person => reviewers.Contains(person.Id)).OrderBy(person => person.Id).ToListAsync(cancel);
        var conflicts = (await db.ConflictsOfInterest.AsNoTracking()
            .Where(conflict => conflict.LiftedAt == null && reviewers.Contains(conflict.PersonId) && entries.Contains(conflict.EntryId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel)).Select(conflict => (conflict.EntryId, conflict.PersonId)).ToHashSet();
        var stepped = (await db.Reviews.Where(review => review.PanelId == panel.Id && review.Status == ReviewStatus.Recused && reviewers.Contains(review.ReviewerId) && entries.Contains(review.EntryId))
            .ToListAsync(cancel)).ToDictionary(review => (review.EntryId, review.ReviewerId));
        foreach (var person in people)
        {
            var given = pairs.Where(pair => pair.ReviewerId == person.Id).ToList();
            foreach (var pair in given)
            {
                Rule.Require(AssignmentRules.HasNoConflict(conflicts.Contains(pair), person.Name));
                if (stepped.TryGetValue(pair, out var review))
                {
                    review.Resume(by);
                }
                else
                {
                    db.Reviews.Add(new Review(panel.Id, pair.EntryId, person.Id, by));
                }
            }

            letters.Write(person, new LetterText(
                "{0}審查開始：{1}", "「{1}」有 {2} 案請您評分，登入後可看資料、給分並寫評語。與案件有利益關係時，請在評分頁聲明迴避。",
                "/review", panel.Stage, panel.Name, given.Count), by.At);
        }
    }
}
