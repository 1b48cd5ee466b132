using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>All scores of a panel as CSV.</summary>
public sealed class ScoresCsvModel(PortalDbContext db, CurrentPerson me, ExportScores export) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id, cancellation) is not { } panel
            || panel.Status is PanelStatus.Preparing or PanelStatus.Convened)
        {
            return NotFound();
        }

        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=scores-{TaipeiTime.DateOf(me.Now):yyyyMMdd}.csv");
        await export.RunAsync(panel, me.Actor, Response.Body, cancellation);
        return new EmptyResult();
    }
}
