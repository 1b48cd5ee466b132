using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Givens;
using AigoPortal.Web.Rounds;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Bench;

/// <summary>A season large enough to measure: problems, teams, an entry with three reviews, and a ledger of 20,000 rows.</summary>
internal sealed partial class BenchSeason
{
    public const string Password = "bench-password-1";
    private const int PayeesPerEntry = 2;
    private const int MilestonesPerEntry = 4;

    private readonly DbContextOptions<PortalDbContext> _options;
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private readonly Round _round;
    private readonly Dictionary<string, Guid> _roles = Roles.All.ToDictionary(role => role, _ => Guid.NewGuid(), StringComparer.Ordinal);
    private readonly string _passwordHash;
    private int _people;

    private BenchSeason(DbContextOptions<PortalDbContext> options)
    {
        _options = options;
        _passwordHash = new PasswordHasher<Account>().HashPassword(new Account(), Password);
        _round = new Round(Given.Terms("115-1", _now.AddDays(10), _now.AddDays(120), _now.AddDays(-30), new Twd(2_000_000_000)), At(30));
    }

    /// <summary>A team leader's sign-in.</summary>
    public string LeaderEmail { get; private set; } = "";

    /// <summary>The auditor's sign-in.</summary>
    public string AuditorEmail { get; private set; } = "";

    /// <summary>The sign-in of a contact whose problem many teams apply to.</summary>
    public string PoserEmail { get; private set; } = "";

    /// <summary>The leader's entry.</summary>
    public string EntryCode { get; private set; } = "";

    public static async Task<BenchSeason> LoadAsync(DbContextOptions<PortalDbContext> options, bool large)
    {
        var season = new BenchSeason(options);
        await season.FillAsync(large ? 200 : 20, large ? 2500 : 50);
        return season;
    }

    /// <summary>Lists further problems of the round until there are so many.</summary>
    public async Task ListAsync(int count)
    {
        await using var db = new PortalDbContext(_options);
        var file = await db.Files.FirstAsync();
        var poser = await db.People.OrderBy(person => person.Id).FirstAsync();
        var listed = await db.Problems.CountAsync();
        foreach (var numbers in Enumerable.Range(listed + 1, Math.Max(0, count - listed)).Chunk(1500))
        {
            var things = new List<object>();
            foreach (var three in numbers.Chunk(3))
            {
                var organisation = new Organisation($"{CatalogueTexts.Word(three[0])}公司 {three[0]}", three[0] % 4 == 0 ? OrganisationKind.Ministry : OrganisationKind.Industry, poser.Id, At(29));
                organisation.ForgetTraces();
                things.Add(organisation);
                foreach (var (number, slot) in three.Select((number, place) => (number, place + 1)))
                {
                    var problem = new Problem(_round, organisation, CatalogueTexts.Content(number) with { BriefingFileId = file.Id }, [Given.DataSet()], At(28));
                    problem.Submit(_round, slot, $"115-1-C{number:D6}", At(27));
                    problem.List((Grade)(number % 3), (Grade)(number / 3 % 3), Actor.Portal(_now.AddDays(-26).AddSeconds(number)));
                    problem.ForgetTraces();
                    things.Add(problem);
                }
            }

            await SaveAsync(things);
        }

        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    /// <summary>Lists one more problem and lets so many teams of three apply to it; where its contact compares them.</summary>
    public async Task<string> ApplyAsync(int teams)
    {
        await using var db = new PortalDbContext(_options);
        var file = await db.Files.FirstAsync();
        var people = new List<object>();
        var contact = Person(people, Roles.Poser);
        PoserEmail = contact.Email;
        var organisation = new Organisation("比較公司", OrganisationKind.Industry, contact.Id, At(29));
        var problem = new Problem(_round, organisation, Given.Content("五十隊都想解的題目") with { BriefingFileId = file.Id }, [Given.DataSet()], At(28));
        problem.Submit(_round, 1, "115-1-Q001", At(27));
        problem.List(Grade.Medium, Grade.Medium, At(26));
        var things = new List<object> { organisation, problem };
        var entries = new List<Entry>();
        for (var number = 1; number <= teams; number++)
        {
            var members = Enumerable.Range(0, 3).Select(_ => Person(people, Roles.Participant)).ToList();
            members.ForEach(member => member.Know(
                [new PersonSkill(SkillKind.Technology, "圖像辨識／電腦視覺", SkillLevel.Expert), new PersonSkill(SkillKind.Technology, "數據分析", SkillLevel.Practised), new PersonSkill(SkillKind.Industry, "醫療保健", SkillLevel.Learned)], At(26)));
            var team = new Team(_round, $"比較隊 {number}", "我們解題。", members[0].Id, By(members[0], 25));
            foreach (var member in members.Skip(1))
            {
                team.Accept(team.Invite(member.Email, Guid.NewGuid().ToString("N"), _round, By(members[0], 25)), member, _round, By(member, 24));
            }

            var part = string.Concat(Enumerable.Repeat("先以小規模資料驗證方法，再擴大到全部場域。", 30));
            var entry = new Entry(_round, problem, team, new Pitch(part, part, part, part, part, part), $"115-1-Q{number:D4}", By(members[0], 23), [file.Id]);
            things.AddRange([team, entry]);
            entries.Add(entry);
        }

        await SaveAsync(people);
        await SaveAsync(things);
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        return $"/poser/problems/{problem.Id}/applications?{string.Join('&', entries.Take(4).Select(entry => $"pick={entry.Code}"))}";
    }

    private async Task FillAsync(int problems, int entries)
    {
        var people = new List<object>();
        var poser = Person(people, Roles.Poser);
        var officer = Person(people, Roles.Officer);
        var releaser = Person(people, Roles.Officer);
        AuditorEmail = Person(people, Roles.Auditor).Email;
        var reviewers = Enumerable.Range(0, 3).Select(_ => Person(people, Roles.Reviewer)).ToList();
        await SaveAsync([.. _roles.Select(role => new IdentityRole<Guid>(role.Key) { Id = role.Value, NormalizedName = role.Key.ToUpperInvariant() }), .. people, _round]);

        var file = new StoredFile("構想書.pdf", "application/pdf", 1000, new string('a', 64), poser.Id, _now.AddDays(-20));
        await SaveAsync([file]);
        var posed = await PoseAsync(problems, poser, file);
        var panel = new Panel(_round, ReviewStage.Concept, "構想審查會", At(20));
        reviewers.ForEach(reviewer =>
        {
            panel.Invite(reviewer, ReviewerKind.Academia, false, At(20));
            panel.Accept(reviewer.Id, "", At(20));
        });
        await SaveAsync([panel]);

        LedgerRow? last = null;
        foreach (var chunk in Enumerable.Range(1, entries).Chunk(250))
        {
            last = await SolveAsync(chunk, posed, file, panel, reviewers, officer, releaser, last);
        }
    }

    private async Task<List<Problem>> PoseAsync(int count, Person poser, StoredFile file)
    {
        var problems = new List<Problem>();
        var things = new List<object>();
        for (var number = 1; number <= count; number++)
        {
            var organisation = new Organisation($"單位 {number}", OrganisationKind.Industry, poser.Id, At(29));
            var problem = new Problem(_round, organisation, Given.Content($"第 {number} 題：以影像辨識降低產線不良率") with { BriefingFileId = file.Id }, [Given.DataSet()], At(28));
            problem.Submit(_round, 1, $"115-1-P{number:D3}", At(27));
            problem.List(Grade.Medium, Grade.Medium, At(26));
            things.AddRange([organisation, problem]);
            problems.Add(problem);
        }

        await SaveAsync(things);
        return problems;
    }

    private async Task<LedgerRow?> SolveAsync(
        int[] numbers, List<Problem> problems, StoredFile file, Panel panel, List<Person> reviewers, Person officer, Person releaser, LedgerRow? last)
    {
        var people = new List<object>();
        var things = new List<object>();
        foreach (var number in numbers)
        {
            var members = Enumerable.Range(0, PayeesPerEntry).Select(_ => Person(people, Roles.Participant)).ToList();
            var team = new Team(_round, $"團隊 {number}", "我們解題。", members[0].Id, By(members[0], 25));
            var invitation = team.Invite(members[1].Email, Guid.NewGuid().ToString("N"), _round, By(members[0], 25));
            team.Accept(invitation, members[1], _round, By(members[1], 24));
            var problem = problems[number % problems.Count];
            var entry = new Entry(_round, problem, team, Given.Pitch, $"115-1-E{number:D4}", By(members[0], 23));
            entry.Accept("歡迎。", _round, At(22));
            entry.Confirm(_round, By(members[0], 22));
            entry.Submit(ReviewStage.Concept, "構想內容", file, _round, By(members[0], 21));
            entry.LearnConceptDecision(true, "可行。", At(15));
            var milestones = _round.AwardItems.Take(MilestonesPerEntry).Select(item => new Milestone(entry, item, _round.SchemeVersion, At(15))).ToList();
            entry.Commit(milestones.Sum(milestone => milestone.Amount));
            foreach (var milestone in milestones)
            {
                last = Pay(milestone, entry, problem, team, members, officer, releaser, file, last, things);
            }

            var reviews = reviewers.Select(reviewer => new Review(panel.Id, entry.Id, reviewer.Id, At(14)));
            things.AddRange([team, entry, .. milestones, .. reviews]);
            (LeaderEmail, EntryCode) = (members[0].Email, entry.Code);
        }

        await SaveAsync(people);
        await SaveAsync(things);
        return last;
    }

    private LedgerRow Pay(
        Milestone milestone, Entry entry, Problem problem, Team team, List<Person> members, Person officer, Person releaser, StoredFile file, LedgerRow? last, List<object> things)
    {
        milestone.FallDue(At(13));
        var parts = Split.Evenly(milestone.Amount, members.Count);
        milestone.Divide([.. members.Select((member, index) => new PayeeShare(member.Id, parts[index]))], team, At(12));
        if (milestone.NeedsEvidence)
        {
            milestone.AddExpense("雲端運算", milestone.Amount, At(12));
            milestone.AddReceipt($"AB{milestone.Order:D8}", new DateOnly(2026, 1, 2), "某商行", milestone.Amount, file.Id, At(12));
        }

        milestone.SubmitEvidence(members.Select(member => member.Id).ToHashSet(), By(members[0], 12));
        milestone.Approve(By(officer, 11));
        milestone.Pay(By(releaser, 10));

        foreach (var (member, index) in members.Select((member, index) => (member, index)))
        {
            var status = index % 5 == 4 ? TaxStatus.Foreigner : TaxStatus.Resident;
            var withheld = Withholding.On(parts[index], status, new DateOnly(2026, 1, 2), _round.Withholding);
            last = new LedgerRow(last, new Payment(
                _round.Id, entry.Id, entry.Code, problem.Content.Title, team.Name, milestone, member.Id, member.Name, status, withheld,
                By(releaser, 10)));
            things.Add(last);
        }

        return last!;
    }

    private Person Person(List<object> things, string role)
    {
        var number = ++_people;
        var email = $"bench{number}@aigo.test";
        var account = new Account
        {
            Id = Guid.CreateVersion7(_now),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            PasswordHash = _passwordHash,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        var person = new Person(account.Id, $"王小明{number}", email, At(40));
        person.Know(
            [
                new(SkillKind.Technology, Vocabulary.Technologies[number % Vocabulary.Technologies.Count].Name, (SkillLevel)(number % 3)),
                new(SkillKind.Technology, Vocabulary.Technologies[(number + 3) % Vocabulary.Technologies.Count].Name, SkillLevel.Learned),
                new(SkillKind.Industry, Vocabulary.Industries[number % Vocabulary.Industries.Count].Name, SkillLevel.Practised),
            ], At(40));
        things.AddRange([account, person, new IdentityUserRole<Guid> { UserId = account.Id, RoleId = _roles[role] }]);
        return person;
    }

    private async Task SaveAsync(IReadOnlyList<object> things)
    {
        await using var db = new PortalDbContext(_options);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(things);
        await db.SaveChangesAsync();
    }

    private Actor At(int daysAgo) => Actor.Portal(_now.AddDays(-daysAgo));

    private Actor By(Person person, int daysAgo) => new(person.Id, person.Name, _now.AddDays(-daysAgo));
}
