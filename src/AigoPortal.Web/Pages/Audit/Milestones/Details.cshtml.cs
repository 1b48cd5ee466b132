using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Milestones;

/// <summary>A milestone's evidence, payments and trail, to be read.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public MilestoneSheet Sheet { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IReadOnlyList<AuditEvent> Trail { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.SheetAsync(db.Milestones, Id, me.Now, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Rows = await db.Ledger.AsNoTracking().Where(row => row.MilestoneId == Id).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        Trail = await db.AuditEvents.AsNoTracking().Where(line => line.SubjectId == Id).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();
}
