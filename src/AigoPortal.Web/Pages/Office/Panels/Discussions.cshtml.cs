using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's entries as a queue for discussion: where reviewers differ most comes first.</summary>
public sealed class DiscussionsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Panel Panel { get; private set; } = null!;

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, DiscussionLine> Lines { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Panels.AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id && (panel.Status == PanelStatus.Reviewing || panel.Status == PanelStatus.Released), cancellation) is not { } panel)
        {
            return NotFound();
        }

        Panel = panel;
        Rows = [.. (await db.DecisionTableAsync(panel, cancellation)).Rows.OrderByDescending(row => row.Ranked.Spread ?? -1).ThenBy(row => row.Code, StringComparer.Ordinal)];
        Lines = (await db.DiscussionLinesAsync(db.EntriesOf(panel), Id, me.Id, cancellation)).ToDictionary(line => line.EntryId);
        return Page();
    }
}
