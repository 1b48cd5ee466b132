using System.Security.Cryptography;
using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Reviews.Assigning;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>Everything an automatic assignment is counted from, in an order of its own; a handful of queries.</summary>
internal sealed class AssignmentInputs
{
    private readonly Dictionary<(Guid EntryId, Guid ReviewerId), ReviewStatus> _reviews;
    private readonly HashSet<(Guid EntryId, Guid ReviewerId)> _conflicts;
    private readonly Dictionary<(Guid EntryId, Guid ReviewerId), PreferenceLevel> _preferences;
    private readonly Dictionary<(Guid ReviewerId, SkillKind Kind, string Name), SkillLevel> _skills;

    private AssignmentInputs(
        IReadOnlyList<ToAssign> entries,
        IReadOnlyList<(Guid Id, string Name)> reviewers,
        Dictionary<(Guid EntryId, Guid ReviewerId), ReviewStatus> reviews,
        HashSet<(Guid EntryId, Guid ReviewerId)> conflicts,
        Dictionary<(Guid EntryId, Guid ReviewerId), PreferenceLevel> preferences,
        Dictionary<(Guid ReviewerId, SkillKind Kind, string Name), SkillLevel> skills) =>
        (Entries, Reviewers, _reviews, _conflicts, _preferences, _skills) = (entries, reviewers, reviews, conflicts, preferences, skills);

    public IReadOnlyList<ToAssign> Entries { get; }

    public IReadOnlyList<(Guid Id, string Name)> Reviewers { get; }

    public static async Task<AssignmentInputs> ReadAsync(PortalDbContext db, Panel panel, CancellationToken cancel)
    {
        var entries = await (
            from entry in db.EntriesOf(panel).AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            orderby entry.Code
            select new ToAssign(entry.Id, entry.Code, problem.Content.Technology, problem.Content.Industry)).ToListAsync(cancel);
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        var skills = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id))
            .SelectMany(person => person.Skills, (person, skill) => new { person.Id, skill.Kind, skill.Name, skill.Level }).ToListAsync(cancel);
        var reviews = await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused)
            .Select(review => new { review.EntryId, review.ReviewerId, review.Status }).ToListAsync(cancel);
        var conflicts = await db.ConflictsOf(panel).AsNoTracking().Where(conflict => conflict.LiftedAt == null && memberIds.Contains(conflict.PersonId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel);
        var preferences = await db.Preferences.AsNoTracking()
            .Where(preference => preference.Level != PreferenceLevel.Fine && memberIds.Contains(preference.PersonId) && db.EntriesOf(panel).Any(entry => entry.Id == preference.EntryId))
            .Select(preference => new { preference.EntryId, preference.PersonId, preference.Level }).ToListAsync(cancel);
        return new AssignmentInputs(
            entries, [.. people.OrderBy(person => person.Id).Select(person => (person.Id, person.Name))],
            reviews.ToDictionary(review => (review.EntryId, review.ReviewerId), review => review.Status),
            [.. conflicts.Select(conflict => (conflict.EntryId, conflict.PersonId))],
            preferences.ToDictionary(preference => (preference.EntryId, preference.PersonId), preference => preference.Level),
            skills.ToDictionary(skill => (skill.Id, skill.Kind, skill.Name), skill => skill.Level));
    }

    /// <summary>The task with what is settled locked: everything assigned, or only what was handed in.</summary>
    public AssignmentTask Task(int reviewsPerEntry, bool keepsAssigned)
    {
        var task = new AssignmentTask(Entries.Count, Reviewers.Count, reviewsPerEntry);
        for (var entry = 0; entry < Entries.Count; entry++)
        {
            for (var reviewer = 0; reviewer < Reviewers.Count; reviewer++)
            {
                var pair = (Entries[entry].Id, Reviewers[reviewer].Id);
                task.Cost(entry, reviewer, CostOf(entry, reviewer));
                if (_reviews.TryGetValue(pair, out var status) && (keepsAssigned || status == ReviewStatus.Submitted))
                {
                    task.Lock(entry, reviewer);
                }
                else if (_conflicts.Contains(pair))
                {
                    task.Bar(entry, reviewer);
                }
            }
        }

        return task;
    }

    /// <summary>The plan for a seed.</summary>
    public AssignmentPlan Plan(int reviewsPerEntry, int seed)
    {
        var task = Task(reviewsPerEntry, keepsAssigned: true);
        var found = AssignmentSolver.Solve(task, seed);
        var settled = LockedIn(task);
        var open = _reviews.Values.Any(status => status == ReviewStatus.Assigned);
        var words = found.Pairs.Concat(settled).Select(pair => PreferenceOf(Entries[pair.Entry].Id, Reviewers[pair.Reviewer].Id)).ToList();
        return new AssignmentPlan(
            reviewsPerEntry, seed, Fingerprint(task), [.. found.Pairs.Select(pair => (Entries[pair.Entry].Id, Reviewers[pair.Reviewer].Id))], settled.Count, found.Cost,
            open ? AssignmentSolver.Solve(Task(reviewsPerEntry, keepsAssigned: false), seed).Cost : null,
            [.. Reviewers.Select((reviewer, index) => new PlannedLoad(reviewer.Name, settled.Count(pair => pair.Reviewer == index), found.Loads[index]))],
            words.Count(word => word == PreferenceLevel.Wanted), words.Count(word => word == PreferenceLevel.Unwanted),
            [.. found.Shortfalls.Select(shortfall => new PlannedShortfall(
                Entries[shortfall.Entry].Code, shortfall.Possible, Reviewers.Count(reviewer => _conflicts.Contains((Entries[shortfall.Entry].Id, reviewer.Id)))))]);
    }

    private List<(int Entry, int Reviewer)> LockedIn(AssignmentTask task) =>
        [.. from entry in Enumerable.Range(0, Entries.Count) from reviewer in Enumerable.Range(0, Reviewers.Count) where task.IsLocked(entry, reviewer) select (entry, reviewer)];

    private int CostOf(int entry, int reviewer) => AssignmentWeights.CostOf(
        LevelOf(Reviewers[reviewer].Id, SkillKind.Technology, Entries[entry].Technology), LevelOf(Reviewers[reviewer].Id, SkillKind.Industry, Entries[entry].Industry),
        PreferenceOf(Entries[entry].Id, Reviewers[reviewer].Id));

    private SkillLevel? LevelOf(Guid reviewerId, SkillKind kind, string name) => _skills.TryGetValue((reviewerId, kind, name), out var level) ? level : null;

    private PreferenceLevel PreferenceOf(Guid entryId, Guid reviewerId) => _preferences.GetValueOrDefault((entryId, reviewerId));

    // Entries, reviewers, and of each pair its cost and whether it is settled or barred.
    private string Fingerprint(AssignmentTask task)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(task.ReviewsPerEntry));
        foreach (var id in Entries.Select(entry => entry.Id).Concat(Reviewers.Select(reviewer => reviewer.Id)))
        {
            hash.AppendData(id.ToByteArray());
        }

        var row = new byte[Reviewers.Count];
        for (var entry = 0; entry < Entries.Count; entry++)
        {
            for (var reviewer = 0; reviewer < row.Length; reviewer++)
            {
                row[reviewer] = task.IsLocked(entry, reviewer) ? byte.MaxValue : task.IsBarred(entry, reviewer) ? (byte)254 : (byte)task.CostOf(entry, reviewer);
            }

            hash.AppendData(row);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

/// <summary>An entry to be assigned, with what its problem asks of a reviewer.</summary>
internal sealed record ToAssign(Guid Id, string Code, string Technology, string Industry);
