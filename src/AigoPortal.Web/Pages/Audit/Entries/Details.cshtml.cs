using AigoPortal.Data;
using AigoPortal.Web.Entries;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Audit.Entries;

/// <summary>Everything of one entry, to be read.</summary>
public sealed class DetailsModel(PortalDbContext db) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public EntryDossier Dossier { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await EntryDossier.ReadAsync(db, Code, cancellation) is not { } dossier)
        {
            return NotFound();
        }

        Dossier = dossier;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();
}
