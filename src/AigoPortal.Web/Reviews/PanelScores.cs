using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>An entry of a panel with its scores.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">The problem's title.</param>
/// <param name="Assigned">How many reviews it is to have.</param>
/// <param name="Scored">What was handed in.</param>
public sealed record EntryLine(string Code, string Title, int Assigned, ScoredEntry Scored)
{
    /// <summary>Reviews that are not handed in.</summary>
    public int Missing => Assigned - Scored.Reviews.Count;
}

/// <summary>A reviewer of a panel.</summary>
/// <param name="PersonId">The reviewer.</param>
/// <param name="Name">Their name.</param>
/// <param name="Assigned">How many reviews they are to hand in.</param>
/// <param name="Scale">How they score; null while nothing is handed in.</param>
/// <param name="RemindedAt">When they were last reminded.</param>
/// <param name="Sits">Holds an accepted seat.</param>
public sealed record ReviewerLine(Guid PersonId, string Name, int Assigned, ReviewerScale? Scale, DateTimeOffset? RemindedAt, bool Sits)
{
    /// <summary>Reviews that are not handed in.</summary>
    public int Missing => Assigned - (Scale?.Count ?? 0);
}

/// <summary>Everything the office reads of a panel's scores, in four small queries however many entries there are.</summary>
/// <param name="Entries">By code.</param>
/// <param name="Reviewers">By name.</param>
/// <param name="Sheet">The arithmetic behind them.</param>
public sealed record PanelScores(IReadOnlyList<EntryLine> Entries, IReadOnlyList<ReviewerLine> Reviewers, ScoreSheet Sheet)
{
    /// <summary>Reads them.</summary>
    public static async Task<PanelScores> OfAsync(PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var entries = await (
            from entry in db.EntriesOf(panel).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            orderby entry.Code
            select new { entry.Id, entry.Code, problem.Content.Title }).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking()
            .Where(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused)
            .OrderBy(review => review.Id)
            .Select(review => new { review.EntryId, review.ReviewerId, review.Total }).ToListAsync(cancel);
        var conflicts = (await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.LiftedAt == null && db.Entries.Any(entry => entry.Id == conflict.EntryId && entry.RoundId == panel.RoundId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel)).Select(conflict => (conflict.EntryId, conflict.PersonId)).ToHashSet();
        var known = entries.Select(entry => entry.Id).ToHashSet();
        reviews.RemoveAll(review => !known.Contains(review.EntryId) || conflicts.Contains((review.EntryId, review.ReviewerId))); // a team that left, a conflict of interest
        var sheet = Scoring.Of(
            [.. entries.Select(entry => entry.Id)],
            [.. reviews.Where(review => review.Total is not null).Select(review => new GivenTotal(review.EntryId, review.ReviewerId, review.Total!.Value))],
            panel.Agreed);
        var perEntry = reviews.CountBy(review => review.EntryId).ToDictionary();
        var perReviewer = reviews.CountBy(review => review.ReviewerId).ToDictionary();
        return new PanelScores(
            [.. entries.Zip(sheet.Entries, (entry, scored) => new EntryLine(entry.Code, entry.Title, perEntry.GetValueOrDefault(entry.Id), scored))],
            await ReviewersAsync(db, panel, perReviewer, sheet, cancel),
            sheet);
    }

    private static async Task<IReadOnlyList<ReviewerLine>> ReviewersAsync(
        PortalDbContext db, Panel panel, IReadOnlyDictionary<Guid, int> assigned, ScoreSheet sheet, CancellationToken cancel)
    {
        var scales = sheet.Reviewers.ToDictionary(scale => scale.ReviewerId);
        var seats = panel.Members.ToDictionary(member => member.PersonId);
        var ids = panel.Accepted.Select(member => member.PersonId).Union(assigned.Keys).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        return
        [
            .. people.Select(person => new ReviewerLine(
                person.Id, person.Name, assigned.GetValueOrDefault(person.Id), scales.GetValueOrDefault(person.Id),
                seats.GetValueOrDefault(person.Id)?.RemindedAt, seats.GetValueOrDefault(person.Id)?.Status == SeatStatus.Accepted)),
        ];
    }
}
