using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Events;

/// <summary>The current round's events.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public string RoundCode { get; private set; } = "";

    public IReadOnlyList<OfficeEventLine> Events { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        RoundCode = round.Code;
        Events = await db.Events.AsNoTracking().Where(known => known.RoundId == round.Id).OrderBy(known => known.Plan.StartsAt)
            .Select(known => new OfficeEventLine(
                known.Id, known.Plan.Kind, known.Plan.Title, known.Plan.StartsAt, known.Status, known.Taken, known.Plan.Capacity,
                known.Registrations.Count(one => one.Status == RegistrationStatus.Waiting), known.Registrations.Count(one => one.Attended == true)))
            .ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>An event of the office's list.</summary>
public sealed record OfficeEventLine(Guid Id, EventKind Kind, string Title, DateTimeOffset StartsAt, EventStatus Status, int Taken, int Capacity, int Waiting, int Attended);
