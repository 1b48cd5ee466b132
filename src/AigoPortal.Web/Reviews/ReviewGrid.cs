using System.Globalization;
using System.Text.Encodings.Web;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Reviews;

/// <summary>
/// Reviewers × entries with what stands between each two, drawn as rows of a table. Sixty thousand cells are written as few letters as HTML allows: a cell is one letter whose
/// meaning the legend says, an end tag is left out where it is implied.
/// </summary>
public sealed class ReviewGrid : IHtmlContent
{
    private readonly IReadOnlyList<(Guid Id, string Code)> _entries;
    private readonly int[] _columns;
    private readonly byte[] _cells;
    private readonly string[] _marks;

    private ReviewGrid(IReadOnlyList<(Guid Id, string Code)> entries, IReadOnlyList<string> reviewers, byte[] cells, IStringLocalizer<Portal> T)
    {
        (_entries, Reviewers, _cells) = (entries, reviewers, cells);
        _columns = [.. Enumerable.Range(0, reviewers.Count)];
        _marks = [.. Enum.GetValues<GridMark>().Select(mark => mark == GridMark.Nothing ? "<td>" : $"<td class={ClassOf(mark)}>{HtmlEncoder.Default.Encode(T.Word(mark))}")];
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<string> Reviewers { get; }

    /// <summary>How many entries the panel has.</summary>
    public int Count { get; private init; }

    /// <summary>Reads the grid: four queries, whatever its size.</summary>
    /// <param name="db">The database.</param>
    /// <param name="panel">The panel.</param>
    /// <param name="skip">Entries before the first one shown.</param>
    /// <param name="take">Entries shown at most; null for all that follow.</param>
    /// <param name="T">The reader's words.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<ReviewGrid> ReadAsync(PortalDbContext db, Panel panel, int skip, int? take, IStringLocalizer<Portal> T, CancellationToken cancel)
    {
        var codes = await db.EntriesOf(panel).AsNoTracking().OrderBy(entry => entry.Code).Select(entry => new { entry.Id, entry.Code }).ToListAsync(cancel);
        var entries = codes.Skip(skip).Take(take ?? codes.Count).Select(entry => (entry.Id, entry.Code)).ToList();
        var rows = entries.Select((entry, row) => (entry.Id, row)).ToDictionary(entry => entry.Id, entry => entry.row);
        var memberIds = panel.Accepted.Select(member => member.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => memberIds.Contains(person.Id)).OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name }).ToListAsync(cancel);
        var columns = people.Select((person, column) => (person.Id, column)).ToDictionary(person => person.Id, person => person.column);
        var cells = new byte[entries.Count * people.Count];
        var ids = entries.Select(entry => entry.Id).ToList();
        var shown = entries.Count == codes.Count ? db.EntriesOf(panel).Select(entry => entry.Id) : db.Entries.Where(entry => ids.Contains(entry.Id)).Select(entry => entry.Id);

        foreach (var said in await db.Preferences.AsNoTracking()
            .Where(preference => preference.Level != PreferenceLevel.Fine && memberIds.Contains(preference.PersonId) && shown.Contains(preference.EntryId))
            .Select(preference => new { preference.EntryId, preference.PersonId, preference.Level }).ToListAsync(cancel))
        {
            Mark(said.EntryId, said.PersonId, said.Level == PreferenceLevel.Wanted ? GridMark.Wanted : GridMark.Unwanted);
        }

        foreach (var review in await db.Reviews.AsNoTracking().Where(review => review.PanelId == panel.Id && shown.Contains(review.EntryId))
            .Select(review => new { review.EntryId, review.ReviewerId, review.Status }).ToListAsync(cancel))
        {
            Mark(review.EntryId, review.ReviewerId, review.Status switch
            {
                ReviewStatus.Submitted => GridMark.Submitted,
                ReviewStatus.Recused => GridMark.Nothing,
                _ => GridMark.Assigned,
            });
        }

        foreach (var conflict in await db.ConflictsOfInterest.AsNoTracking()
            .Where(conflict => conflict.LiftedAt == null && memberIds.Contains(conflict.PersonId) && shown.Contains(conflict.EntryId))
            .Select(conflict => new { conflict.EntryId, conflict.PersonId }).ToListAsync(cancel))
        {
            Mark(conflict.EntryId, conflict.PersonId, GridMark.Conflict);
        }

        return new ReviewGrid(entries, [.. people.Select(person => person.Name)], cells, T) { Count = codes.Count };

        void Mark(Guid entryId, Guid personId, GridMark mark)
        {
            if (rows.TryGetValue(entryId, out var row) && columns.TryGetValue(personId, out var column))
            {
                cells[(row * columns.Count) + column] = (byte)mark;
            }
        }
    }

    /// <summary>Writes the rows.</summary>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(encoder);
        for (var row = 0; row < _entries.Count; row++)
        {
            writer.Write("<tr><th scope=row>");
            encoder.Encode(writer, _entries[row].Code);
            foreach (var column in _columns)
            {
                writer.Write(_marks[_cells[(row * _columns.Length) + column]]);
            }

            writer.Write('\n');
        }
    }

    internal static string ClassOf(GridMark mark) => string.Create(CultureInfo.InvariantCulture, $"g{(int)mark}");
}
