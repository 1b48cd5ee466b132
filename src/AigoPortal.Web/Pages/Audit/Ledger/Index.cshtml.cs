using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Ledger;

public sealed class IndexModel(PortalDbContext db) : LedgerPage(db)
{
    private const int PageSize = 100;

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public int Pages { get; private set; }

    /// <summary>So many rows that an export is written in the background.</summary>
    public bool IsLong => Total.Count > LedgerExport.LongerThan;

    public LedgerSums Total { get; private set; } = LedgerSums.None;

    public IReadOnlyDictionary<string, LedgerSums> Subtotals { get; private set; } = new Dictionary<string, LedgerSums>();

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];

    /// <summary>Whether the entry's last row within the filters stands here, and so its subtotal.</summary>
    public bool EndsAt(int index) => index + 1 < Rows.Count ? Rows[index + 1].EntryCode != Rows[index].EntryCode : P == Pages || NextCode != Rows[index].EntryCode;

    private string? NextCode { get; set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Rounds = await Db.Rounds.OrderByDescending(round => round.StartsAt).Select(round => new SelectListItem(round.Code, round.Code)).ToListAsync(cancellation);
        Total = await LedgerSums.OfAsync(Filtered(), cancellation);
        Pages = Math.Max(1, (Total.Count + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        var rows = await Filtered().AsNoTracking().OrderBy(row => row.EntryCode).ThenBy(row => row.Sequence)
            .Skip((P - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellation);
        NextCode = rows.Count > PageSize ? rows[PageSize].EntryCode : null;
        Rows = [.. rows.Take(PageSize)];
        var codes = Rows.Select(row => row.EntryCode).Distinct().ToList();
        Subtotals = await LedgerSums.ByAsync(Filtered().Where(row => codes.Contains(row.EntryCode)), row => row.EntryCode, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);
}
