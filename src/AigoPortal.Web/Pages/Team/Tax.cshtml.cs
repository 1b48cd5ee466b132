using AigoPortal.Data;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>What a payee was paid, year by year, with the certificate of each year.</summary>
public sealed class TaxModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<(int Year, IReadOnlyList<WithheldLine> Lines)> Years { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        var years = await db.Ledger.Where(row => row.PayeeId == me.Id).Select(row => row.Date.Year).Distinct().ToListAsync(cancellation);
        var read = new List<(int, IReadOnlyList<WithheldLine>)>();
        foreach (var year in years.OrderDescending())
        {
            read.Add((year, await TaxYear.Lines(db, year, me.Id).ToListAsync(cancellation)));
        }

        Years = [.. read.Where(one => one.Item2.Count > 0)];
        return Page();
    }
}
