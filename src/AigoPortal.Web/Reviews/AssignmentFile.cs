using System.ComponentModel;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Reviews;

/// <summary>What was found out about a line of an assignment file.</summary>
public enum LineFinding
{
    [Description("可以分派")]
    New,

    [Description("已經分派")]
    Known,

    [Description("這個審查會沒有這一案")]
    NoEntry,

    [Description("這個審查會沒有這位委員")]
    NoReviewer,

    [Description("有利益關係")]
    Conflict,

    [Description("重複")]
    Twice,
}

/// <summary>One line of an assignment file.</summary>
public sealed record AssignmentLine(int Number, string Code, string Email, string? Reviewer, LineFinding Finding, Guid EntryId, Guid ReviewerId)
{
    public bool IsWrong => Finding is not (LineFinding.New or LineFinding.Known);
}

/// <summary>A spreadsheet with an entry's code and a reviewer's e-mail a line.</summary>
internal static class AssignmentFile
{
    /// <summary>Reads the lines and checks each against the panel; blank lines and a heading are left out.</summary>
    public static async Task<IReadOnlyList<AssignmentLine>> ReadAsync(PortalDbContext db, Panel panel, string text, CancellationToken cancel)
    {
        var entries = await db.EntriesOf(panel).AsNoTracking().ToDictionaryAsync(entry => entry.Code, entry => entry.Id, StringComparer.OrdinalIgnoreCase, cancel);
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var people = (await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).Select(person => new { person.Id, person.Email, person.Name }).ToListAsync(cancel))
            .ToDictionary(person => person.Email, person => (person.Id, person.Name), StringComparer.OrdinalIgnoreCase);
        var conflicts = (await db.ConflictsOf(panel).AsNoTracking().Where(conflict => conflict.LiftedAt == null).Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel))
            .Select(conflict => (conflict.EntryId, conflict.PersonId)).ToHashSet();
        var assigned = (await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id && review.Status != ReviewStatus.Recused)
            .Select(review => new { review.EntryId, review.ReviewerId }).ToListAsync(cancel)).Select(review => (review.EntryId, review.ReviewerId)).ToHashSet();
        var seen = new HashSet<(Guid EntryId, Guid ReviewerId)>();
        var lines = new List<AssignmentLine>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var cells = line.Trim().TrimStart('\uFEFF').Split([',', '\t', ';'], 3).Select(Plain).ToArray();
            if (cells.All(cell => cell.Length == 0) || (lines.Count == 0 && cells.Length > 1 && !cells[1].Contains('@', StringComparison.Ordinal) && !entries.ContainsKey(cells[0])))
            {
                continue;
            }

            var (code, email) = (cells[0], cells.Length > 1 ? cells[1] : "");
            var entryId = entries.GetValueOrDefault(code);
            var (reviewerId, name) = people.GetValueOrDefault(email);
            var pair = (entryId, reviewerId);
            var finding = entryId == Guid.Empty ? LineFinding.NoEntry
                : reviewerId == Guid.Empty ? LineFinding.NoReviewer
                : conflicts.Contains(pair) ? LineFinding.Conflict
                : !seen.Add(pair) ? LineFinding.Twice
                : assigned.Contains(pair) ? LineFinding.Known
                : LineFinding.New;
            lines.Add(new AssignmentLine(index + 1, code, email, name, finding, entryId, reviewerId));
        }

        return lines;
    }

    // A cell as a spreadsheet writes it: perhaps in quotes, perhaps with the apostrophe that keeps it from being a formula.
    private static string Plain(string cell) => cell.Trim().Trim('"').TrimStart('\'').Trim();
}
