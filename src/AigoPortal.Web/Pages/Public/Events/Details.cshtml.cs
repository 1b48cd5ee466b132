using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Events;

/// <summary>One event, for everybody.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ProgrammeEvent Known { get; private set; } = null!;

    public DateTimeOffset Now => me.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id && EventStatuses.Public.Contains(known.Status), cancellation) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        return Page();
    }
}
