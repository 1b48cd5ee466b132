using System.Diagnostics;
using AigoPortal.Data;
using AigoPortal.Data.Numbers;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Demo;

/// <summary>
/// A season to look around in (<c>Demo:Load</c>): rounds around today with entries, problems and payments in every state. Everything is done
/// by the domain's verbs at its own instant and saved in one transaction, so it is there wholly or not at all.
/// </summary>
public static partial class DemonstrationSeason
{
    /// <summary>The AIGO competition's first season was 107.</summary>
    private const int YearBeforeFirstSeason = 106;

    /// <summary>Loads the season into a database that has none, and shows its accounts once the portal serves.</summary>
    public static async Task LoadDemonstrationAsync(this WebApplication app)
    {
        if (!app.Configuration.GetValue("Demo:Load", false))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        if (await LoadAsync(scope.ServiceProvider, app.Logger))
        {
            app.Lifetime.ApplicationStarted.Register(() => PrintAccounts(app.Logger));
        }
    }

    /// <summary>Loads it once; does nothing in a database that has it, or has data of its own.</summary>
    /// <returns>Whether it is there.</returns>
    public static async Task<bool> LoadAsync(IServiceProvider services, ILogger logger)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (await IsLoadedAsync(db))
        {
            return true;
        }

        if (await db.Problems.AnyAsync() || await db.Teams.AnyAsync())
        {
            HasRealData(logger);
            return false;
        }

        var began = Stopwatch.GetTimestamp();
        var scene = await PlayAsync(db, services.GetRequiredService<SecretText>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        await scene.Papers.StoreAsync(services.GetRequiredService<FileStore>(), CancellationToken.None);
        await SaveAsync(db, scene);
        Loaded(logger, Stopwatch.GetElapsedTime(began).TotalSeconds);
        return true;
    }

    /// <summary>Says how to sign in.</summary>
    public static void PrintAccounts(ILogger logger)
    {
        foreach (var (email, role) in Cast.Easy)
        {
            SignIn(logger, email, Cast.Password, role);
        }
    }

    private static Task<bool> IsLoadedAsync(PortalDbContext db) => db.People.AnyAsync(person => person.Email == Cast.Leader);

    private static async Task<Scene> PlayAsync(PortalDbContext db, SecretText secrets, DateTimeOffset now)
    {
        var (scene, file, today) = (new Scene(secrets), SeasonFile.Known, Taipei.DateOf(now));
        var finished = await db.Rounds.FirstOrDefaultAsync(round => round.Code == "108-2") ?? New(scene, KnownTerms.Of(file, file.Rounds[^1]), Actor.Portal(now));
        var open = Taipei.At(new DateOnly(2019, 2, 20), new TimeOnly(9, 0));
        scene.Cast.OpenOffice(open);
        foreach (var reviewer in scene.File.Reviewers)
        {
            scene.Cast.Add(reviewer.Name, reviewer.Email, Roles.Reviewer, new PersonProfile(reviewer.Name, reviewer.Affiliation, null, "TW", reviewer.Gender, Languages.Chinese), open);
        }

        FinishedRound.Play(new RoundScene(scene, finished, "108-2", Taipei.DateOf(finished.ConceptDeadline)));
        var year = RocDate.YearOf(today);
        RoundScene Round(int number, string cast, IReadOnlyList<RoundStep> steps) => new(
            scene,
            New(scene, KnownTerms.Of(file, $"{year}-{number}", year - YearBeforeFirstSeason, year, $"AIGO {year} 年解題競賽", steps), scene.Office(steps[0].StartsAt.AddDays(-20))),
            cast, today);
        ProvingRound.Play(Round(1, "proving", DemonstrationSchedule.Proving(today)));
        CooperatingRound.Play(Round(2, "cooperating", DemonstrationSchedule.Cooperating(today)));
        var matching = Round(3, "matching", DemonstrationSchedule.Matching(today));
        MatchingRound.Play(matching);
        SchemeActs.Propose(matching, matching.At(-2, 15));
        TransferActs.Settle(scene, now);
        return scene;
    }

    private static Round New(Scene scene, RoundTerms terms, Actor by)
    {
        var round = new Round(terms, by);
        scene.Rounds.Add(round);
        scene.Schemes.Add(AwardScheme.Founding(round, by));
        return round;
    }

    // One SaveChanges is one transaction.
    private static async Task SaveAsync(PortalDbContext db, Scene scene)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        db.Users.AddRange(scene.Cast.Everybody.Select(one => one.Account));
        db.UserRoles.AddRange(scene.Cast.Everybody.Select(one => new IdentityUserRole<Guid> { UserId = one.Account.Id, RoleId = roles[one.Role] }));
        db.AddRange([
            .. scene.Cast.Everybody.Select(one => one.Person), .. scene.Rounds, .. scene.Schemes, .. scene.Papers.Files, .. scene.Organisations.Values.Select(poser => poser.Organisation),
            .. scene.Problems.Values, .. scene.Workshops, .. scene.Questions, .. scene.Follows, .. scene.Teams.Values, .. scene.Calls, .. scene.Entries.Values, .. scene.PitchDrafts, .. scene.Notes,
            .. scene.DataAccesses, .. scene.Panels,
            .. scene.CooperationPapers.Values, .. scene.SiteVisits, .. scene.DeliverySheets.Values,
            .. scene.Reviews, .. scene.Discussions, .. scene.Meetings, .. scene.Conflicts, .. scene.Preferences, .. scene.Feedback, .. scene.Appeals, .. scene.Milestones, .. scene.Payees.Values, .. scene.Ledger, .. scene.Batches, .. scene.Transfers, .. scene.Events, .. scene.Letters,
            .. scene.Conversations, .. scene.ReadMarks, .. scene.Slots, .. scene.Postings, .. scene.Applications,
            .. scene.Numbers.Append(new("ledger", scene.Ledger.Count)).Select(number => (object)new NumberSeries { Name = number.Key, Last = number.Value })]);
        await db.SaveChangesAsync();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The demonstration was loaded in {Seconds:0.0} s")]
    private static partial void Loaded(ILogger logger, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Demo:Load is on, but the database has data of its own: nothing was loaded")]
    private static partial void HasRealData(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "Demonstration: {Email:l} / {Password:l} ({Role:l})")]
    private static partial void SignIn(ILogger logger, string email, string password, string role);
}
