using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Rounds;

/// <summary>Which round a page speaks of.</summary>
public static class RoundQueries
{
    /// <summary>The round that runs now: of those not over the one that began last; when all are over, the latest.</summary>
    /// <exception cref="InvalidOperationException">There is no round.</exception>
    public static async Task<Round> CurrentAsync(this IQueryable<Round> rounds, DateTimeOffset now, CancellationToken cancel) =>
        await rounds.CurrentOrNoneAsync(now, cancel) ?? throw new InvalidOperationException("There is no round.");

    /// <summary>The same, or null when there is no round yet.</summary>
    public static async Task<Round?> CurrentOrNoneAsync(this IQueryable<Round> rounds, DateTimeOffset now, CancellationToken cancel) =>
        await rounds.Where(round => round.EndsAt > now && round.StartsAt <= now).OrderByDescending(round => round.StartsAt).FirstOrDefaultAsync(cancel)
        ?? await rounds.OrderByDescending(round => round.EndsAt).FirstOrDefaultAsync(cancel);
}
