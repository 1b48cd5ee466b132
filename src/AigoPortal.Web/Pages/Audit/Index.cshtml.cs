using AigoPortal.Data;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Pages.Audit.Ledger;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit;

public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    public LedgerSums Total { get; private set; } = LedgerSums.None;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var sums = await LedgerSums.ByAsync(db.Ledger, row => row.RoundId, cancellation);
        var rounds = await db.Rounds.OrderByDescending(round => round.StartsAt)
            .Select(round => new { round.Id, round.Code, round.SeasonName, round.Budget, round.Committed }).ToListAsync(cancellation);
        Rounds = [.. rounds.Select(round => new RoundLine(
            round.Code, round.SeasonName, round.Budget, round.Committed, sums.GetValueOrDefault(round.Id) ?? LedgerSums.None))];
        Total = sums.Values.Aggregate(LedgerSums.None, (total, sum) => total.Plus(sum));
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>A round's money: what it has, what was decided, what was paid.</summary>
    public sealed record RoundLine(string Code, string SeasonName, Twd Budget, Twd Committed, LedgerSums Paid)
    {
        public Twd Free => Budget - Committed;
    }
}
