using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Pages.Audit.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Entries;

/// <summary>All entries of all rounds with the money decided and paid.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)] public string? Round { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")] public string? Search { get; set; }

    [BindProperty(SupportsGet = true)] public EntryStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    public IReadOnlyList<Line> Entries { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Rounds = await db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new SelectListItem(round.Code, round.Code)).ToListAsync(cancellation);
        var entries =
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join team in db.Teams on entry.TeamId equals team.Id
            join round in db.Rounds on entry.RoundId equals round.Id
            select new { entry, problem.Content.Title, Team = team.Name, Round = round.Code, round.StartsAt };
        entries = Status is { } status ? entries.Where(row => row.entry.Status == status) : entries;
        entries = Round?.Trim() is { Length: > 0 } code ? entries.Where(row => row.Round == code) : entries;
        if (Search?.Trim() is { Length: > 0 } text)
        {
            var upper = text.ToUpperInvariant();
            entries = entries.Where(row => row.entry.Code.Contains(upper) || row.Title.Contains(text) || row.Team.Contains(text));
        }

        Count = await entries.CountAsync(cancellation);
        Pages = Math.Max(1, (Count + Size - 1) / Size);
        P = Math.Clamp(P, 1, Pages);
        var rows = await entries.OrderByDescending(row => row.StartsAt).ThenBy(row => row.entry.Code).Skip((P - 1) * Size).Take(Size)
            .Select(row => new { row.entry.Id, row.entry.Code, row.Title, row.Team, row.entry.Status, row.entry.Committed }).ToListAsync(cancellation);
        var ids = rows.Select(row => row.Id).ToList();
        var sums = await LedgerSums.ByAsync(db.Ledger.Where(row => ids.Contains(row.EntryId)), row => row.EntryId, cancellation);
        Entries = [.. rows.Select(row => new Line(row.Code, row.Title, row.Team, row.Status, row.Committed, sums.GetValueOrDefault(row.Id) ?? LedgerSums.None))];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);

    /// <summary>An entry in the list.</summary>
    public sealed record Line(string Code, string Problem, string Team, EntryStatus Status, Twd Committed, LedgerSums Paid);
}
