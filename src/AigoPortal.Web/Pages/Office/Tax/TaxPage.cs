using AigoPortal.Data;
using AigoPortal.Domain.Time;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Tax;

/// <summary>A calendar year's withholding, for the office and for auditors.</summary>
public abstract class TaxPage(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)] public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public int P { get; set; } = 1;

    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Shown { get; private set; }

    public IReadOnlyList<WithheldLine> Lines { get; private set; } = [];

    public IReadOnlyList<WithheldKind> Kinds { get; private set; } = [];

    public int Pages { get; private set; }

    public abstract bool ForAudit { get; }

    protected PortalDbContext Db => db;

    protected CurrentPerson Me => me;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var years = await TaxYear.YearsAsync(db, me.Now, cancellation);
        Shown = Year is { } asked and >= RocDate.FirstYear and < 9999 ? asked : years[0];
        Years = [.. years.Append(Shown).Distinct().OrderDescending()];
        var all = await TaxYear.Lines(db, Shown).ToListAsync(cancellation); // a year's sums, of which the kinds below are made
        Kinds = TaxYear.Kinds(all);
        Pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        P = Math.Clamp(P, 1, Pages);
        Lines = [.. all.Skip((P - 1) * PageSize).Take(PageSize)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ModelState.IsValid ? await LoadAsync(cancellation) ?? Page() : await AgainAsync(cancellation);
}
