using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Problems;

/// <summary>A version in the list.</summary>
public sealed record VersionLine(int Number, VersionOccasion Occasion, string? Why, DateTimeOffset At, string PersonName);

/// <summary>A field in two versions.</summary>
public sealed record FieldComparison(string Label, IReadOnlyList<DiffPiece> Pieces)
{
    public bool IsChanged => Pieces.Any(piece => piece.Kind != DiffKind.Same);

    public IEnumerable<DiffPiece> Before => Pieces.Where(piece => piece.Kind != DiffKind.Added);

    public IEnumerable<DiffPiece> After => Pieces.Where(piece => piece.Kind != DiffKind.Removed);
}

/// <summary>A problem's versions, two of them side by side.</summary>
public sealed record VersionComparison(string Title, string? Code, IReadOnlyList<VersionLine> Versions, int From, int To, IReadOnlyList<FieldComparison> Fields)
{
    public IEnumerable<FieldComparison> Changed => Fields.Where(one => one.IsChanged);

    public IEnumerable<FieldComparison> Unchanged => Fields.Where(one => !one.IsChanged);

    /// <summary>Compares two versions of a problem; without numbers the last with the one before. Null when there is no such problem.</summary>
    public static async Task<VersionComparison?> FindAsync(
        PortalDbContext db, IQueryable<Problem> problems, int? from, int? to, IStringLocalizer words, CancellationToken cancel)
    {
        if (await problems.Select(problem => new { problem.Id, problem.Content.Title, problem.Code }).FirstOrDefaultAsync(cancel) is not { } problem)
        {
            return null;
        }

        var kept = await db.ProblemVersions.AsNoTracking().Where(version => version.ProblemId == problem.Id).OrderByDescending(version => version.Number)
            .Select(version => new VersionLine(version.Number, version.Occasion, version.Why, version.At, version.PersonName)).ToListAsync(cancel);
        if (kept.Count == 0)
        {
            return new VersionComparison(problem.Title, problem.Code, kept, 0, 0, []);
        }

        var last = kept[0].Number;
        var newer = Math.Clamp(to ?? last, 1, last);
        var older = Math.Clamp(from ?? newer - 1, 1, last);
        var snapshots = await db.ProblemVersions.AsNoTracking().Where(version => version.ProblemId == problem.Id && (version.Number == older || version.Number == newer))
            .ToDictionaryAsync(version => version.Number, version => version.Snapshot, cancel);
        return new VersionComparison(problem.Title, problem.Code, kept, older, newer,
            [.. ProblemFields.All.Select(field => new FieldComparison(
                field.Label, TextDiff.Of(field.Text(snapshots[older], words), field.Text(snapshots[newer], words))))]);
    }
}
