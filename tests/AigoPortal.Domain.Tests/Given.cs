using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Tests;

/// <summary>Small builders: each gives a thing that is right in every respect but the one the test names.</summary>
public static class Given
{
    private static int _number;

    public static readonly DateTimeOffset ConceptDeadline = Taipei.At(new(2027, 7, 15), new(12, 0));
    public static readonly DateTimeOffset ProofDeadline = Taipei.At(new(2027, 11, 15), new(12, 0));

    /// <summary>A morning of the matching period, before both deadlines.</summary>
    public static readonly DateTimeOffset Now = Taipei.At(new(2027, 6, 1), new(9, 0));

    public static Actor Actor(DateTimeOffset? at = null, Guid? person = null) => new(person ?? Guid.NewGuid(), "林承辦", at ?? Now);

    public static IReadOnlyList<RoundStep> Steps(DateTimeOffset? concept = null, DateTimeOffset? proof = null) =>
    [
        Days(RoundStepKind.Matching, new(2027, 5, 1), new(2027, 7, 14)),
        Deadline(RoundStepKind.ConceptDeadline, concept ?? ConceptDeadline),
        Days(RoundStepKind.ConceptReview, new(2027, 7, 30), new(2027, 7, 30)),
        Deadline(RoundStepKind.ProofDeadline, proof ?? ProofDeadline),
        Days(RoundStepKind.ProofReview, new(2027, 11, 25), new(2027, 11, 26)),
    ];

    public static Round Round(
        long budget = 20_000_000, long cap = 700_000, int quota = 3, int minimumSize = 2, int maximumSize = 10, IReadOnlyList<RoundStep>? steps = null) =>
        new(new RoundTerms(2, "第二屆", 116, $"116-{Number()}", quota, minimumSize, maximumSize, 20, "TW", 1, new Twd(budget), new Twd(cap), steps ?? Steps(),
            [Award(50_000)],
            [new(TaxStatus.Resident, 0.10m, new(2019, 1, 1), Twd.Zero), new(TaxStatus.Foreigner, 0.20m, new(2019, 1, 1), Twd.Zero)],
            [
                new(ReviewStage.Concept, 1, "技術可行性", 30, ""), new(ReviewStage.Concept, 2, "創新性", 20, ""),
                new(ReviewStage.Concept, 3, "產業效益", 30, ""), new(ReviewStage.Concept, 4, "團隊能力", 20, ""),
                new(ReviewStage.Proof, 1, "成果達成度", 60, ""), new(ReviewStage.Proof, 2, "技術成熟度", 40, ""),
            ]), Actor());

    public static AwardItem Award(long amount, bool needsEvidence = true, int order = 1) =>
        new(order, AwardTier.Subsidy, null, $"核發 {order}", new Twd(amount), ReleaseCondition.CooperationDocumentSigned, needsEvidence);

    public static Organisation Organisation(OrganisationKind kind = OrganisationKind.Industry, Guid? contact = null) =>
        new($"臺灣智造 {Number()}", kind, contact ?? Guid.NewGuid(), Actor());

    public static ProblemContent Content() => new()
    {
        ContactName = "陳小姐",
        ContactPhone = "02-2345-6789",
        ContactEmail = "chen@example.tw",
        Title = "良率預測",
        Summary = "以製程資料預測良率",
        Detail = "每批 300 片",
        Technology = "數據分析",
        Industry = "製造",
        Region = "新竹",
        DataSetType = "時序",
        ReadinessDetail = "已去識別化",
        TargetMetric = "準確率",
        TargetValue = 95,
        TargetUnit = "%",
        Resources = "工程師駐點",
        BriefingFileId = Guid.NewGuid(),
    };

    public static DataSet DataSet(string name = "製程參數") => new() { Name = name, Fields = "溫度, 壓力", Encoding = "UTF-8", FileType = "CSV", Volume = "20 GB" };

    /// <summary>A problem on its way: draft, or led to that state by the verbs themselves.</summary>
    public static Problem Problem(ProblemStatus status = ProblemStatus.Listed, Round? round = null, Organisation? organisation = null, int slot = 1)
    {
        round ??= Round();
        return new Problem(round, organisation ?? Organisation(), Content(), [DataSet()], Actor()).Led(status, round, slot);
    }

    public static Person Person(string? email = null, DateOnly? born = null, string? nationality = "TW", Gender gender = Gender.Undisclosed)
    {
        var person = new Person(Guid.NewGuid(), "王小明", email ?? $"person{Number()}@example.tw", Actor());
        person.Describe(new PersonProfile(person.Name, "國立臺灣大學", born ?? new(2000, 1, 1), nationality, gender, "zh-Hant"), Actor());
        return person;
    }

    public static Team Team(int members = 2, Round? round = null) => Team([.. Enumerable.Range(0, members).Select(_ => Person())], round);

    /// <summary>A team of these people; the first leads.</summary>
    public static Team Team(IReadOnlyList<Person> people, Round? round = null)
    {
        round ??= Round();
        var team = new Team(round, $"解題隊 {Number()}", "我們做時序資料", people[0].Id, Actor());
        foreach (var person in people.Skip(1))
        {
            team.Accept(Invitation(team, person.Email, round), person, round, Actor());
        }

        return team;
    }

    public static TeamInvitation Invitation(Team team, string email, Round round) =>
        team.Invite(email, $"{Number():x64}", round, Actor(person: team.LeaderId));

    public static StoredFile File(Guid? owner = null) => new("構想書.pdf", "application/pdf", 1_000, $"{Number():x64}", owner ?? Guid.NewGuid(), Now);

    /// <summary>An entry led to that state by the verbs themselves.</summary>
    public static Entry Entry(EntryStatus status = EntryStatus.Applied, Round? round = null, Problem? problem = null, Team? team = null, StoredFile? file = null)
    {
        round ??= Round();
        team ??= Team(round: round);
        return new Entry(round, problem ?? Problem(round: round), team, Pitch.Empty, $"{round.Code}-E{Number():D3}", Actor(person: team.LeaderId)).Led(status, round, file);
    }

    /// <summary>A panel of a woman and two men, led to that state.</summary>
    public static Panel Panel(PanelStatus status = PanelStatus.Preparing, Round? round = null, ReviewStage stage = ReviewStage.Concept) =>
        PanelOf([Gender.Female, Gender.Male, Gender.Male], round, stage).Led(status);

    public static Panel PanelOf(IEnumerable<Gender> genders, Round? round = null, ReviewStage stage = ReviewStage.Concept)
    {
        var panel = new Panel(round ?? Round(), stage, "構想審查會", Actor());
        foreach (var gender in genders)
        {
            var reviewer = Person(gender: gender);
            panel.Invite(reviewer, ReviewerKind.Academia, chairs: false, Actor());
            panel.Accept(reviewer.Id, "", Actor());
        }

        return panel;
    }

    /// <summary>A milestone led to that state; the team's leader is the only payee.</summary>
    public static Milestone Milestone(
        MilestoneStatus status = MilestoneStatus.NotDue, long amount = 50_000, bool needsEvidence = true, Team? team = null, Entry? entry = null, StoredFile? receipt = null)
    {
        team ??= Team();
        return new Milestone(entry ?? Entry(), Award(amount, needsEvidence, Number()), schemeVersion: 1, Actor()).Led(status, team, receipt);
    }

    public static int Number() => Interlocked.Increment(ref _number);

    private static RoundStep Days(RoundStepKind kind, DateOnly first, DateOnly last) => new(kind, Taipei.StartOf(first), Taipei.EndOf(last), StepPrecision.Day, false);

    private static RoundStep Deadline(RoundStepKind kind, DateTimeOffset at) => new(kind, at, at, StepPrecision.Instant, false);
}
