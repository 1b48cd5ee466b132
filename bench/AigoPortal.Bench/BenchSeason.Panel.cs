using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.TestKit.Givens;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Bench;

/// <summary>A large panel in an earlier round of its own, so that what the other measurements show stays as it is.</summary>
internal sealed partial class BenchSeason
{
    /// <summary>Entries under concept review.</summary>
    public const int PanelEntries = 1_000;

    /// <summary>Reviewers of the panel.</summary>
    public const int PanelReviewers = 60;

    private const int ReviewsPerEntry = 4;
    private const int EntriesPerProblem = 4;

    /// <summary>The large panel; empty before <see cref="ReviewAsync"/>.</summary>
    public Guid PanelId { get; private set; }

    /// <summary>An officer's sign-in, once there is a large panel.</summary>
    public string OfficerEmail { get; private set; } = "";

    /// <summary>A thousand entries under review by sixty reviewers: four reviews each with scores and comments, conflicts of interest with one entry in twenty.</summary>
    public async Task ReviewAsync()
    {
        if (PanelId != Guid.Empty)
        {
            return;
        }

        var people = new List<object>();
        OfficerEmail = Person(people, Roles.Officer).Email;
        var poser = Person(people, Roles.Poser);
        var reviewers = Enumerable.Range(0, PanelReviewers).Select(_ => Person(people, Roles.Reviewer)).ToList();
        var round = new Round(Given.Terms("114-2", _now.AddDays(-12), _now.AddDays(100), _now.AddDays(-60), new Twd(2_000_000_000)), At(60));
        await SaveAsync([.. people, round]);
        var file = new StoredFile("構想書.pdf", "application/pdf", 1000, new string('b', 64), poser.Id, _now.AddDays(-50));
        await SaveAsync([file]);
        var panel = new Panel(round, ReviewStage.Concept, "大型構想審查會", At(40));
        foreach (var reviewer in reviewers)
        {
            panel.Invite(reviewer, ReviewerKind.Academia, false, At(40));
            panel.Accept(reviewer.Id, "", At(39));
        }

        panel.Arrange(new PanelTerms(ReviewsPerEntry, null, false), At(39));
        panel.Convene("量測用", At(38));
        foreach (var numbers in Enumerable.Range(0, PanelEntries).Chunk(200))
        {
            await ApplyAndSubmitAsync(round, numbers, file, poser);
        }

        await using (var db = new PortalDbContext(_options))
        {
            db.Rounds.Attach(round);
            round.CloseIntake(ReviewStage.Concept, At(11));
            round.OpenReview(ReviewStage.Concept, At(11));
            panel.Open(At(11));
            db.Panels.Add(panel);
            await db.SaveChangesAsync();
        }

        await ReviewAllAsync(panel, reviewers);
        await using var done = new PortalDbContext(_options);
        await done.Database.ExecuteSqlRawAsync("ANALYZE");
        PanelId = panel.Id;
    }

    private async Task ApplyAndSubmitAsync(Round round, int[] numbers, StoredFile file, Person poser)
    {
        var people = new List<object>();
        var things = new List<object>();
        Problem? problem = null;
        foreach (var number in numbers)
        {
            if (number % EntriesPerProblem == 0)
            {
                var organisation = new Organisation($"大型審查單位 {number}", OrganisationKind.Industry, poser.Id, At(59));
                problem = new Problem(round, organisation, CatalogueTexts.Content(number) with { BriefingFileId = file.Id, Readiness = DataReadiness.Complete }, [Given.DataSet()], At(58));
                problem.Submit(round, 1, $"114-2-P{number:D4}", At(57));
                problem.List(Grade.Medium, Grade.Medium, At(56));
                things.AddRange([organisation, problem]);
            }

            var members = Enumerable.Range(0, 2).Select(_ => Person(people, Roles.Participant)).ToList();
            var team = new Team(round, $"審查團隊 {number}", "我們解題。", members[0].Id, By(members[0], 45));
            team.Accept(team.Invite(members[1].Email, Guid.NewGuid().ToString("N"), round, By(members[0], 45)), members[1], round, By(members[1], 44));
            var entry = new Entry(round, problem!, team, Given.Pitch, $"114-2-E{number:D4}", By(members[0], 43));
            entry.Accept("歡迎。", round, At(42));
            entry.Confirm(round, By(members[0], 42));
            entry.Submit(ReviewStage.Concept, "構想內容", file, round, By(members[0], 41));
            things.AddRange([team, entry]);
        }

        await SaveAsync(people);
        await SaveAsync(things);
    }

    private async Task ReviewAllAsync(Panel panel, List<Person> reviewers)
    {
        await using var db = new PortalDbContext(_options);
        var entries = await db.Entries.Where(entry => entry.RoundId == panel.RoundId).OrderBy(entry => entry.Code).Select(entry => entry.Id).ToListAsync();
        foreach (var chunk in entries.Select((id, number) => (id, number)).Chunk(250))
        {
            var things = new List<object>();
            foreach (var (entryId, number) in chunk)
            {
                things.AddRange(reviewers.Where((_, place) => IsInConflict(number, place))
                    .Select(reviewer => new ConflictOfInterest(reviewer.Id, entryId, ConflictKind.Affiliation, ConflictSource.Detected, "Affiliation:某大學", At(11))));
                things.AddRange(reviewers.Where((_, place) => (number + place) % 10 == 3)
                    .Select((reviewer, place) => new Preference(reviewer.Id, entryId, place % 2 == 0 ? PreferenceLevel.Wanted : PreferenceLevel.Unwanted, _now.AddDays(-10))));
                foreach (var place in Enumerable.Range(0, PanelReviewers).Select(step => (number + (step * 7)) % PanelReviewers).Where(place => !IsInConflict(number, place)).Take(ReviewsPerEntry))
                {
                    var review = new Review(panel.Id, entryId, reviewers[place].Id, At(10));
                    review.Submit(
                        [.. panel.Criteria.Select(criterion => new Score(criterion.Order, 60 + ((number + (place * 3) + criterion.Order) % 40)))],
                        "方法扎實，資料條件也到位。建議補上模型不確定時的處理方式，並說明後續維運由誰負責。", panel, By(reviewers[place], 5));
                    things.Add(review);
                }
            }

            await SaveAsync(things);
        }
    }

    private static bool IsInConflict(int entry, int reviewer) => ((entry * 31) + (reviewer * 17)) % 20 == 0;
}
