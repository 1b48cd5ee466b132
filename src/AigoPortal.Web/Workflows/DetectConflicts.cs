using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Compares those who sit on a panel with its entries and records what is not recorded yet. What an officer lifted stays lifted; nothing is removed.</summary>
public sealed class DetectConflicts(PortalDbContext db, StateConflict stateConflict)
{
    /// <summary>Compares and saves.</summary>
    /// <returns>How many conflicts are new.</returns>
    public async Task<int> RunAsync(Panel panel, Actor by, CancellationToken cancel)
    {
        var reviewers = await db.TraitsOfReviewersAsync(panel, cancel);
        var entries = await db.TraitsOfEntriesAsync(db.EntriesOf(panel).AsNoTracking(), cancel);
        var known = (await db.ConflictsOf(panel).AsNoTracking().Where(conflict => conflict.Source == ConflictSource.Detected)
            .Select(conflict => new { conflict.PersonId, conflict.EntryId }).ToListAsync(cancel)).Select(conflict => (conflict.PersonId, conflict.EntryId)).ToHashSet();
        var found = new List<(Guid PersonId, Guid EntryId)>();
        foreach (var (entryId, entry) in entries)
        {
            foreach (var reviewer in reviewers)
            {
                if (ConflictDetection.Find(reviewer, entry) is { Count: > 0 } findings && !known.Contains((reviewer.PersonId, entryId)))
                {
                    db.ConflictsOfInterest.Add(new ConflictOfInterest(
                        reviewer.PersonId, entryId, findings.Min(finding => finding.Kind), ConflictSource.Detected, ConflictFinding.NoteOf(findings.OrderBy(finding => finding.Kind)), by));
                    found.Add((reviewer.PersonId, entryId));
                }
            }
        }

        if (found.Count > 0)
        {
            await stateConflict.StepBackAsync(found, "系統比對出利益關係", by, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return found.Count;
    }
}
