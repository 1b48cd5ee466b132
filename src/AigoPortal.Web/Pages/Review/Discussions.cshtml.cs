using AigoPortal.Data;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>The discussions of a panel that a member may read.</summary>
public sealed class DiscussionsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public string PanelName { get; private set; } = "";

    public IReadOnlyList<DiscussionLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.SeatedOn(me.Id).AsNoTracking().FirstOrDefaultAsync(panel => panel.Id == Id && (panel.Status == PanelStatus.Reviewing || panel.Status == PanelStatus.Released), cancellation) is not { } panel)
        {
            return NotFound();
        }

        PanelName = panel.Name;
        Lines = await db.DiscussionLinesAsync(db.DiscussableBy(panel, me.Id), Id, me.Id, cancellation);
        return Page();
    }
}
