using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Events;

/// <summary>Events to come, and those of the last year.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int Shown = 50;

    public IReadOnlyList<EventLine> Coming { get; private set; } = [];

    public IReadOnlyList<EventLine> Past { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var since = me.Now.AddYears(-1);
        var lines = await db.Events.AsNoTracking()
            .Where(known => EventStatuses.Public.Contains(known.Status) && known.Plan.EndsAt > since)
            .OrderByDescending(known => known.Plan.StartsAt).Take(Shown)
            .Select(known => new EventLine(
                known.Id, known.Plan.Kind, known.Plan.Title, known.Plan.Venue, known.Plan.StartsAt, known.Plan.EndsAt, known.Plan.RegistrationEndsAt, known.Plan.Capacity, known.Taken, known.Status))
            .ToListAsync(cancellation);
        Coming = [.. lines.Where(line => line.EndsAt > me.Now && line.Status == EventStatus.Open).OrderBy(line => line.StartsAt)];
        Past = [.. lines.Except(Coming)];
        return Page();
    }
}

/// <summary>An event of the list.</summary>
public sealed record EventLine(
    Guid Id, EventKind Kind, string Title, string Venue, DateTimeOffset StartsAt, DateTimeOffset EndsAt, DateTimeOffset RegistrationEndsAt, int Capacity, int Taken, EventStatus Status);
