using System.Collections.Concurrent;
using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Rounds;

/// <summary>
/// The dates entries live by, kept in memory under the version of their round. Who asks has just read that version with the entry,
/// so a schedule changed on any node is seen by the next request.
/// </summary>
public sealed class RoundDates(PortalDbContext db)
{
    private static readonly ConcurrentDictionary<Guid, (Guid Version, JourneyDates Dates)> Known = new();

    /// <summary>The dates of a round as of a version.</summary>
    public async ValueTask<JourneyDates> OfAsync(Guid roundId, Guid version, CancellationToken cancel)
    {
        if (Known.TryGetValue(roundId, out var known) && known.Version == version)
        {
            return known.Dates;
        }

        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == roundId, cancel);
        var dates = JourneyDates.Of(round);
        Known[roundId] = (round.Version, dates);
        return dates;
    }
}
