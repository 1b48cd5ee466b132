using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public;

/// <summary>All rounds with their steps, the latest round first.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ScheduleModel(PortalDbContext db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Round> Rounds { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Rounds = await db.Rounds.AsNoTracking().OrderByDescending(round => round.StartsAt).ToListAsync(cancellation);
}
