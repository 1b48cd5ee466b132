using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A reviewer's column, with how many of the assigned reviews are handed in.</summary>
public sealed record ReviewerColumn(Guid PersonId, string Name, int Submitted, int Assigned);

/// <summary>One reviewer's word on an entry.</summary>
public sealed record ReviewCell(Guid ReviewerId, ReviewStatus Status, decimal? Total, string Comment, string? ConflictReason);

/// <summary>An entry with its place, its reviews and its decision.</summary>
public sealed record DecisionRow(
    Guid EntryId, string Code, string Title, string Team, RankedEntry Ranked, IReadOnlyDictionary<Guid, ReviewCell> Reviews, Decision? Decision);

/// <summary>Reads what a panel's decision page shows: five queries, however many entries.</summary>
internal static class DecisionTable
{
    public static async Task<(IReadOnlyList<ReviewerColumn> Reviewers, IReadOnlyList<DecisionRow> Rows)> DecisionTableAsync(
        this PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var entries = await Entries(db, panel).Select(entry => new
        {
            entry.Id,
            entry.Code,
            Title = db.Problems.Where(problem => problem.Id == entry.ProblemId).Select(problem => problem.Content.Title).First(),
            Team = db.Teams.Where(team => team.Id == entry.TeamId).Select(team => team.Name).First(),
        }).ToListAsync(cancel);
        var reviews = (await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id)
            .Where(review => review.Status == ReviewStatus.Recused
                || !db.ConflictsOfInterest.Any(conflict => conflict.EntryId == review.EntryId && conflict.PersonId == review.ReviewerId && conflict.LiftedAt == null))
            .Select(review => new { review.EntryId, Cell = new ReviewCell(review.ReviewerId, review.Status, review.Total, review.Comment, review.ConflictReason) })
            .ToListAsync(cancel)).ToLookup(review => review.EntryId, review => review.Cell);

        var rows = entries.ToDictionary(entry => entry.Id);
        var ranking = Ranking.Of([.. entries.Select(entry => (entry.Id, (IReadOnlyList<decimal>)
            [.. reviews[entry.Id].Where(review => review.Status == ReviewStatus.Submitted).Select(review => review.Total!.Value)]))], panel.Agreed);
        var shown = entries.SelectMany(entry => reviews[entry.Id]).ToList();
        return (await ColumnsAsync(db, panel, shown, cancel),
        [
            .. ranking.Select(ranked => new DecisionRow(
                ranked.EntryId, rows[ranked.EntryId].Code, rows[ranked.EntryId].Title, rows[ranked.EntryId].Team, ranked,
                reviews[ranked.EntryId].ToDictionary(review => review.ReviewerId),
                panel.Decisions.FirstOrDefault(decision => decision.EntryId == ranked.EntryId))),
        ]);
    }

    /// <summary>How many letters a release writes: one to every team member and every contact of the posing organisation, for each entry.</summary>
    public static async Task<int> LettersOfReleaseAsync(this PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var entries = Entries(db, panel);
        var members = await entries.SelectMany(entry => db.TeamMembers.Where(member => member.TeamId == entry.TeamId)).CountAsync(cancel);
        var contacts = await (
            from entry in entries
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            select organisation.Contacts.Count).ToListAsync(cancel);
        return members + contacts.Sum();
    }

    private static IQueryable<Entry> Entries(PortalDbContext db, Panel panel) => db.EntriesOf(panel).AsNoTracking().OrderBy(entry => entry.Code);

    private static async Task<IReadOnlyList<ReviewerColumn>> ColumnsAsync(PortalDbContext db, Panel panel, List<ReviewCell> reviews, CancellationToken cancel)
    {
        var memberIds = panel.Members.Where(member => member.Status is SeatStatus.Accepted or SeatStatus.Excused).Select(member => member.PersonId).ToList();
        var names = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id))
            .OrderBy(person => person.Name).Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        return
        [
            .. names.Select(person => new ReviewerColumn(person.Id, person.Name,
                reviews.Count(review => review.ReviewerId == person.Id && review.Status == ReviewStatus.Submitted),
                reviews.Count(review => review.ReviewerId == person.Id && review.Status != ReviewStatus.Recused))),
        ];
    }
}
