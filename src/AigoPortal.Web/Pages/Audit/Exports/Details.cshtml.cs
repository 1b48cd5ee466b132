using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Exports;

/// <summary>One long export: how far it is, and the file when it is ready.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, LedgerExportFiles files) : PortalPage
{
    [FromRoute] public Guid Id { get; set; }

    public LedgerExport Export { get; private set; } = null!;

    public IReadOnlyList<string> Filters { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.LedgerExports.AsNoTracking().FirstOrDefaultAsync(export => export.Id == Id, cancellation) is not { } export)
        {
            return NotFound();
        }

        Export = export;
        Filters = LedgerFilter.Read(export.Filters).InWords(T);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>How far it is, for the page that waits.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Partial("_Progress", this);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } answer)
        {
            return answer;
        }

        if (Export.Status != ExportStatus.Ready)
        {
            return NotFound();
        }

        var content = files.Open(Id);
        db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "ledger.take-export", Export.Sha256), nameof(LedgerExport), Id));
        await db.SaveChangesAsync(cancellation);
        return File(content, Export.Format.ContentType(), string.Create(CultureInfo.InvariantCulture, $"ledger-{TaipeiTime.DateOf(Export.AskedAt):yyyyMMdd}.{Export.Format.Extension()}"));
    }
}
