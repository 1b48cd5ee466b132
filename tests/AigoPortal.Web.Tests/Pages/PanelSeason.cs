using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AigoPortal.Web.Tests.Pages;

/// <summary>A round with entries handed in and reviewers to review them.</summary>
internal sealed class PanelSeason(PortalHost host)
{
    private int _slots;

    public Given Given { get; } = new(host);

    public Person Officer { get; private set; } = null!;

    public Person Poser { get; private set; } = null!;

    public Organisation Organisation { get; private set; } = null!;

    public Round Round { get; private set; } = null!;

    public List<Person> Reviewers { get; } = [];

    public List<Entry> Entries { get; } = [];

    public static async Task<PanelSeason> BeginAsync(
        PortalHost host, int entries = 2, double conceptInDays = 10, long budget = 20_000_000, EntryStatus status = EntryStatus.ConceptSubmitted)
    {
        var season = new PanelSeason(host);
        season.Officer = await season.Given.Person(Roles.Officer);
        season.Poser = await season.Given.Person(Roles.Poser);
        season.Organisation = await season.Given.Organisation(season.Poser);
        season.Round = await season.Given.Round(conceptInDays, budget: budget);
        season.Reviewers.Add(await season.Given.Person(Roles.Reviewer, gender: Gender.Female));
        season.Reviewers.Add(await season.Given.Person(Roles.Reviewer, gender: Gender.Male));
        for (var i = 0; i < entries; i++)
        {
            await season.AddEntryAsync(status);
        }

        return season;
    }

    public async Task<Entry> AddEntryAsync(EntryStatus status = EntryStatus.ConceptSubmitted, Person? member = null)
    {
        var leader = await Given.Person();
        var team = await Given.Team(Round, leader, member ?? await Given.Person());
        var problem = await Given.Problem(Round, Organisation, Poser, slot: ++_slots);
        Entries.Add(await Given.Entry(Round, problem, team, status));
        return Entries[^1];
    }

    /// <summary>A panel with the season's reviewers, convened.</summary>
    public async Task<Guid> ConveneAsync(ReviewStage stage = ReviewStage.Concept)
    {
        var panelId = await PrepareAsync(stage);
        await RunAsync<ConvenePanel>(workflow => workflow.RunAsync(panelId, "領域專家不足", Given.By(Officer), CancellationToken.None));
        return panelId;
    }

    /// <summary>A panel with the season's reviewers, not yet convened.</summary>
    public Task<Guid> PrepareAsync(ReviewStage stage = ReviewStage.Concept) => host.Db(async db =>
    {
        var panel = new Panel(Round, stage, "構想審查會", Given.By(Officer));
        foreach (var reviewer in Reviewers)
        {
            panel.Invite(reviewer, ReviewerKind.Academia, false, Given.By(Officer));
            panel.Accept(reviewer.Id, "", Given.By(reviewer));
        }

        db.Panels.Add(panel);
        await db.SaveChangesAsync();
        return panel.Id;
    });

    /// <summary>A panel that reviews and gives each entry a number of reviews.</summary>
    public async Task<Guid> BiddingAsync(int reviews)
    {
        var panelId = await PrepareAsync();
        await host.Db(async db =>
        {
            (await db.Panels.SingleAsync(panel => panel.Id == panelId)).Arrange(new PanelTerms(reviews, null, false), Given.By(Officer));
            await db.SaveChangesAsync();
        });
        await RunAsync<ConvenePanel>(workflow => workflow.RunAsync(panelId, "領域專家不足", Given.By(Officer), CancellationToken.None));
        await DeadlineAsync();
        return panelId;
    }

    /// <summary>A reviewer who is asked to sit on the panel and has not answered.</summary>
    public async Task<Person> InviteAsync(Guid panelId)
    {
        var reviewer = await Given.Person(Roles.Reviewer);
        await host.Db(async db =>
        {
            (await db.Panels.SingleAsync(panel => panel.Id == panelId)).Invite(reviewer, ReviewerKind.Academia, false, Given.By(Officer));
            await db.SaveChangesAsync();
        });
        return reviewer;
    }

    /// <summary>The stage's deadline has come: intake closed, review opened.</summary>
    public async Task DeadlineAsync(ReviewStage stage = ReviewStage.Concept)
    {
        var by = Actor.Portal(Round.DeadlineOf(stage).AddSeconds(1));
        await RunAsync<CloseIntake>(workflow => workflow.RunAsync(Round.Id, stage, by, CancellationToken.None));
        await RunAsync<OpenReview>(workflow => workflow.RunAsync(Round.Id, stage, by, CancellationToken.None));
    }

    /// <summary>A panel that reviews.</summary>
    public async Task<Guid> ReviewingAsync(ReviewStage stage = ReviewStage.Concept)
    {
        var panelId = await ConveneAsync(stage);
        await DeadlineAsync(stage);
        return panelId;
    }

    public Task ScoreAsync(Person reviewer, Entry entry, params int[] values) => host.Db(async db =>
    {
        var review = await db.Reviews.SingleAsync(review => review.ReviewerId == reviewer.Id && review.EntryId == entry.Id);
        var panel = await db.Panels.SingleAsync(panel => panel.Id == review.PanelId);
        review.Submit([.. values.Select((value, index) => new Score(index + 1, value))], "評語", panel, Given.By(reviewer));
        await db.SaveChangesAsync();
    });

    public Task DecideAsync(Guid panelId, Entry entry, Outcome outcome, Domain.Awards.AwardLevel? level = null) =>
        RunAsync<DecideEntry>(workflow => workflow.RunAsync(panelId, entry.Id, outcome, level, "理由", Given.By(Officer), CancellationToken.None));

    /// <summary>A concept panel that decided on the entries in their order, with a comment of the first reviewer each, and released.</summary>
    public async Task<Guid> ReleasedAsync(params Outcome[] outcomes)
    {
        var panelId = await ReviewingAsync();
        foreach (var (entry, outcome) in Entries.Zip(outcomes))
        {
            await ScoreAsync(Reviewers[0], entry, 80, 80, 80, 80);
            await DecideAsync(panelId, entry, outcome);
        }

        await ReleaseAsync(panelId);
        return panelId;
    }

    public Task<Person> LeaderAsync(Entry entry) => host.Db(db =>
        db.People.AsNoTracking().SingleAsync(person => db.Teams.Any(team => team.Id == entry.TeamId && team.LeaderId == person.Id)));

    /// <summary>The leader's appeal against the released decision.</summary>
    public async Task<Appeal> AppealAsync(Entry entry, string reasons = "第 9 頁已說明")
    {
        var leader = await LeaderAsync(entry);
        return await host.Db(async db =>
        {
            var panel = await db.Panels.SingleAsync(panel => panel.Status == PanelStatus.Released && panel.Decisions.Any(decision => decision.EntryId == entry.Id));
            var appeal = new Appeal(entry, panel, await db.Teams.SingleAsync(team => team.Id == entry.TeamId), reasons, null, Given.By(leader));
            db.Appeals.Add(appeal);
            await db.SaveChangesAsync();
            return appeal;
        });
    }

    /// <summary>The office passes a reviewer's comment on to the team.</summary>
    public Task PassOnAsync(Guid panelId, Entry entry, Person reviewer, string text) => host.Db(async db =>
    {
        var feedback = new EntryFeedback(panelId, entry.Id, Given.By(Officer));
        feedback.Choose([new FeedbackComment(1, reviewer.Id, text)], Given.By(Officer));
        db.EntryFeedback.Add(feedback);
        await db.SaveChangesAsync();
    });

    public Task ReleaseAsync(Guid panelId) => RunAsync<ReleaseDecisions>(workflow => workflow.RunAsync(panelId, Given.By(Officer), CancellationToken.None));

    public async Task RunAsync<TWorkflow>(Func<TWorkflow, Task> act)
        where TWorkflow : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await act(scope.ServiceProvider.GetRequiredService<TWorkflow>());
    }

    public Task<Guid> ReviewIdAsync(Person reviewer, Entry entry) => host.Db(db =>
        db.Reviews.Where(review => review.ReviewerId == reviewer.Id && review.EntryId == entry.Id).Select(review => review.Id).SingleAsync());

    public Task<List<string>> LettersToAsync(Person person) => host.Db(db =>
        db.Letters.Where(letter => letter.To == person.Email).OrderBy(letter => letter.Id).Select(letter => letter.Subject).ToListAsync());

    public Task<Round> RoundNowAsync() => host.Db(db => db.Rounds.AsNoTracking().SingleAsync(round => round.Id == Round.Id));
}
