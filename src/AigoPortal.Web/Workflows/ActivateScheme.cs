using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>A second officer brings a proposed award scheme into force: it takes the place of the one before, and the round goes by it from now on.</summary>
public sealed class ActivateScheme(PortalDbContext db)
{
    /// <exception cref="BrokenRuleException">It is not proposed, the same officer proposed it, or more was decided meanwhile than its budget holds.</exception>
    public async Task RunAsync(AwardScheme scheme, Actor by, CancellationToken cancel)
    {
        var round = await db.Rounds.FirstAsync(round => round.Id == scheme.RoundId, cancel);
        var inForce = await db.AwardSchemes.FirstAsync(known => known.RoundId == round.Id && known.Status == AwardSchemeStatus.Active, cancel);
        scheme.Activate(by);
        inForce.Supersede(by);
        round.Adopt(scheme, by);
        await db.SaveChangesAsync(cancel);
    }
}
