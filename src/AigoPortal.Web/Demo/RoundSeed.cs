using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Demo;

/// <summary>The rounds of the second season, real data, so that a new portal has a schedule (<c>Rounds:Seed</c>, on by default).</summary>
public static class RoundSeed
{
    /// <summary>Adds the rounds to a database that has none.</summary>
    public static async Task SeedRoundsAsync(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Rounds:Seed", true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Rounds.AnyAsync())
        {
            return;
        }

        var by = Actor.Portal(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        List<Round> rounds = [.. SeasonFile.Known.Rounds.Select(round => Finished(new Round(KnownTerms.Of(SeasonFile.Known, round), by), by))];
        db.Rounds.AddRange(rounds);
        db.AwardSchemes.AddRange(rounds.Select(round => AwardScheme.Founding(round, by)));
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (db.Rounds.AsNoTracking().Any())
        {
            // Another node that starts now was quicker.
        }
    }

    // Its deadlines are long past, so no job has anything left to do.
    private static Round Finished(Round round, Actor by)
    {
        foreach (var stage in Enum.GetValues<ReviewStage>())
        {
            round.CloseIntake(stage, by);
            round.OpenReview(stage, by);
        }

        return round;
    }
}
