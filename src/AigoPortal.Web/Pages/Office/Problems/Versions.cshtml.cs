using AigoPortal.Data;
using AigoPortal.Web.Problems;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>The office compares two versions of a problem.</summary>
public sealed class VersionsModel(PortalDbContext db) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public VersionComparison Comparison { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await VersionComparison.FindAsync(db, db.Problems.HandedIn().Where(problem => problem.Id == Id), From, To, T, cancellation) is not { } comparison)
        {
            return NotFound();
        }

        Comparison = comparison;
        return Page();
    }
}
