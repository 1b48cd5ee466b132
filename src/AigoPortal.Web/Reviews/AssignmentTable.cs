using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>A reviewer with what they have to do.</summary>
public sealed record AssignedReviewer(Guid PersonId, string Name, string? Affiliation, int Assigned, int Submitted, int Conflicts, int Wanted, int Unwanted);

/// <summary>An entry with its reviewers.</summary>
public sealed record AssignedEntry(Guid EntryId, string Code, string Title, string Technology, string Industry, IReadOnlyList<AssignedReview> Reviews);

/// <summary>One reviewer of an entry.</summary>
public sealed record AssignedReview(Guid EntryId, Guid ReviewerId, string Reviewer, ReviewStatus Status);

/// <summary>A reviewer who could get an entry.</summary>
public sealed record ReviewerChoice(AssignedReviewer Reviewer, bool Conflicts, ReviewStatus? Status, PreferenceLevel Preference, SkillLevel? Technology, SkillLevel? Industry);

/// <summary>Reads the assignment of a panel; a fixed number of queries.</summary>
internal static class AssignmentTable
{
    /// <summary>Those who sit on the panel with their loads, the least loaded last.</summary>
    public static async Task<IReadOnlyList<AssignedReviewer>> AssignedReviewersAsync(this PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name, person.Affiliation }).ToListAsync(cancel);
        var loads = await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused && db.EntriesOf(panel).Any(entry => entry.Id == review.EntryId))
            .GroupBy(review => new { review.ReviewerId, review.Status }).Select(group => new { group.Key.ReviewerId, group.Key.Status, Count = group.Count() }).ToListAsync(cancel);
        var conflicts = await db.ConflictsOf(panel).AsNoTracking().Where(conflict => conflict.LiftedAt == null).Select(conflict => new { conflict.PersonId, conflict.EntryId }).Distinct()
            .GroupBy(conflict => conflict.PersonId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var words = await db.Preferences.AsNoTracking().Where(preference => memberIds.Contains(preference.PersonId) && db.EntriesOf(panel).Any(entry => entry.Id == preference.EntryId))
            .GroupBy(preference => new { preference.PersonId, preference.Level }).Select(group => new { group.Key.PersonId, group.Key.Level, Count = group.Count() }).ToListAsync(cancel);
        return
        [
            .. people.Select(person => new AssignedReviewer(
                person.Id, person.Name, person.Affiliation,
                loads.Where(load => load.ReviewerId == person.Id).Sum(load => load.Count),
                loads.Where(load => load.ReviewerId == person.Id && load.Status == ReviewStatus.Submitted).Sum(load => load.Count),
                conflicts.GetValueOrDefault(person.Id),
                words.Where(word => word.PersonId == person.Id && word.Level == PreferenceLevel.Wanted).Sum(word => word.Count),
                words.Where(word => word.PersonId == person.Id && word.Level == PreferenceLevel.Unwanted).Sum(word => word.Count))),
        ];
    }

    /// <summary>Entries with their reviewers.</summary>
    public static async Task<IReadOnlyList<AssignedEntry>> AssignedEntriesAsync(this PortalDbContext db, Panel panel, IQueryable<Entry> of, CancellationToken cancel)
    {
        var entries = await (
            from entry in of
            join problem in db.Problems on entry.ProblemId equals problem.Id
            orderby entry.Code
            select new { entry.Id, entry.Code, problem.Content.Title, problem.Content.Technology, problem.Content.Industry }).ToListAsync(cancel);
        var ids = entries.Select(entry => entry.Id).ToList();
        var reviews = (await (
            from review in db.Reviews.AsNoTracking()
            join person in db.People on review.ReviewerId equals person.Id
            where review.PanelId == panel.Id && review.Status != ReviewStatus.Recused && ids.Contains(review.EntryId)
            orderby person.Name, person.Id
            select new AssignedReview(review.EntryId, person.Id, person.Name, review.Status)).ToListAsync(cancel)).ToLookup(review => review.EntryId);
        return [.. entries.Select(entry => new AssignedEntry(entry.Id, entry.Code, entry.Title, entry.Technology, entry.Industry, [.. reviews[entry.Id]]))];
    }

    /// <summary>Everybody who sits on the panel, with what speaks for and against giving them the entry; the most fitting first.</summary>
    public static async Task<IReadOnlyList<ReviewerChoice>> ChoicesAsync(this PortalDbContext db, Panel panel, AssignedEntry entry, IReadOnlyList<AssignedReviewer> reviewers, CancellationToken cancel)
    {
        var ids = reviewers.Select(reviewer => reviewer.PersonId).ToList();
        var conflicts = (await db.ConflictsOfInterest.AsNoTracking().Where(conflict => conflict.EntryId == entry.EntryId && conflict.LiftedAt == null)
            .Select(conflict => conflict.PersonId).ToListAsync(cancel)).ToHashSet();
        var words = await db.Preferences.AsNoTracking().Where(preference => preference.EntryId == entry.EntryId).ToDictionaryAsync(preference => preference.PersonId, preference => preference.Level, cancel);
        var skills = (await db.People.AsNoTracking().Where(person => ids.Contains(person.Id))
            .SelectMany(person => person.Skills, (person, skill) => new { person.Id, skill.Kind, skill.Name, skill.Level })
            .Where(skill => skill.Name == entry.Technology || skill.Name == entry.Industry).ToListAsync(cancel))
            .ToDictionary(skill => (skill.Id, skill.Kind, skill.Name), skill => skill.Level);
        return
        [
            .. reviewers.Select(reviewer => new ReviewerChoice(
                reviewer, conflicts.Contains(reviewer.PersonId), entry.Reviews.FirstOrDefault(review => review.ReviewerId == reviewer.PersonId)?.Status,
                words.GetValueOrDefault(reviewer.PersonId), Level(reviewer, SkillKind.Technology, entry.Technology), Level(reviewer, SkillKind.Industry, entry.Industry)))
                .OrderBy(choice => choice.Conflicts).ThenBy(choice => Domain.Reviews.Assigning.AssignmentWeights.CostOf(choice.Technology, choice.Industry, choice.Preference)).ThenBy(choice => choice.Reviewer.Assigned),
        ];

        SkillLevel? Level(AssignedReviewer reviewer, SkillKind kind, string name) => skills.TryGetValue((reviewer.PersonId, kind, name), out var level) ? level : null;
    }
}
