using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Files;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AigoPortal.TestKit.Givens;

/// <summary>Arranges a season by the domain's own verbs, in the host's database.</summary>
public sealed class Given(PortalHost host)
{
    private static int _count;

    /// <summary>The instant of arranging.</summary>
    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    /// <summary>The portal itself, some days ago unless said otherwise.</summary>
    public Actor Portal(int daysAgo = 0) => Actor.Portal(Now.AddDays(-daysAgo));

    /// <summary>A person as an actor.</summary>
    public Actor By(Person person, int daysAgo = 0) => new(person.Id, person.Name, Now.AddDays(-daysAgo));

    /// <summary>A person with a confirmed account in a role, of age and national unless said otherwise.</summary>
    public async Task<Person> Person(string role = Roles.Participant, string? name = null, string? email = null, string nationality = "TW", int age = 30, string? affiliation = null, Gender gender = Gender.Undisclosed, string? password = null)
    {
        var number = Interlocked.Increment(ref _count);
        var address = email ?? $"person{number}@aigo.test";
        await using var scope = host.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<Guid>>>();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var account = new Account { Id = Guid.CreateVersion7(Now), UserName = address, Email = address, EmailConfirmed = true };
        Require(password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password));
        if (!await roles.RoleExistsAsync(role))
        {
            Require(await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7(Now) }));
        }

        Require(await accounts.AddToRoleAsync(account, role));
        var person = new Person(account.Id, name ?? $"測試者{number}", address, Portal(60));
        person.Describe(new PersonProfile(person.Name, affiliation, DateOnly.FromDateTime(Now.UtcDateTime).AddYears(-age), nationality, gender, "zh-Hant"), Portal(60));
        person.Agree(Portal(60));
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person;
    }

    /// <summary>A round that runs now, its concept deadline some days ahead and its proof deadline after that.</summary>
    public async Task<Round> Round(double conceptInDays = 10, double proofInDays = 120, long budget = 20_000_000)
    {
        var number = Interlocked.Increment(ref _count);
        // Beyond the numbers of the demonstration's rounds. To the second, as forms give them back; each round begins after the one before, so that the last is the current one.
        var second = new DateTimeOffset(Now.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var round = new Round(
            Terms($"115-{100 + number}", second.AddDays(conceptInDays), second.AddDays(proofInDays), second.AddDays(-30).AddSeconds(number), new Twd(budget)), Portal(30));
        await Save(round);
        return round;
    }

    /// <summary>Moves a round's deadlines.</summary>
    public Task Reschedule(Guid roundId, double conceptInDays, double proofInDays) => host.Db(async db =>
    {
        var round = await db.Rounds.SingleAsync(round => round.Id == roundId);
        round.Schedule(Steps(Now.AddDays(conceptInDays), Now.AddDays(proofInDays), Now.AddDays(-30)), Portal());
        await db.SaveChangesAsync();
    });

    /// <summary>An organisation with its contact person.</summary>
    public async Task<Organisation> Organisation(Person contact, OrganisationKind kind = OrganisationKind.Industry, string? name = null)
    {
        var organisation = new Organisation(name ?? $"測試單位{Interlocked.Increment(ref _count)}", kind, contact.Id, By(contact, 29), CompanyNumber());
        await Save(organisation);
        return organisation;
    }

    /// <summary>A right 統一編號 that no other has.</summary>
    public static string CompanyNumber() => Enumerable.Range(0, 10)
        .Select(last => $"{10_000 + Interlocked.Increment(ref _count):D5}{last:D3}").First(AigoPortal.Domain.Problems.CompanyNumber.IsRight);

    /// <summary>A complete problem, taken to a state.</summary>
    public async Task<Problem> Problem(Round round, Organisation organisation, Person poser, ProblemStatus status = ProblemStatus.Listed, int slot = 1, string title = "以人工智慧判讀病例與診斷影像")
    {
        var briefing = await File(poser);
        var content = Content(title) with { BriefingFileId = briefing.Id };
        var problem = new Problem(round, organisation, content, [DataSet()], By(poser, 28));
        if (status != ProblemStatus.Draft)
        {
            problem.Submit(round, slot, $"{round.Code}-P{Interlocked.Increment(ref _count):D3}", By(poser, 27));
        }

        switch (status)
        {
            case ProblemStatus.Returned: problem.Return("請補充資料欄位。", Portal(26)); break;
            case ProblemStatus.Optimising: problem.Optimise(Portal(26)); break;
            case ProblemStatus.Rejected: problem.Reject("資料不足。", Portal(26)); break;
            case ProblemStatus.Listed: problem.List(Grade.Medium, Grade.Medium, Portal(26)); break;
            case ProblemStatus.Closed: problem.List(Grade.Medium, Grade.Medium, Portal(26)); problem.Close(Portal(25)); break;
            case ProblemStatus.Withdrawn: problem.Withdraw(By(poser, 26)); break;
        }

        await Save(problem);
        return problem;
    }

    /// <summary>A question about a problem, taken to a state.</summary>
    public async Task<ProblemQuestion> Question(Problem problem, Person asker, Person poser, QuestionStatus status = QuestionStatus.Asked, string text = "資料可以帶出場域嗎？", string answer = "可以，簽保密約定即可。")
    {
        var question = new ProblemQuestion(problem, text, By(asker, 10));
        if (status is QuestionStatus.Answered or QuestionStatus.Published)
        {
            question.Reply(answer, By(poser, 9));
        }

        switch (status)
        {
            case QuestionStatus.Published: question.Publish(Portal(8)); break;
            case QuestionStatus.Hidden: question.Hide("與題目無關。", Portal(8)); break;
        }

        await Save(question);
        return question;
    }

    /// <summary>A problem's workshop with a mentor and one advice that waits for an answer.</summary>
    public Task<Workshop> Workshop(Problem problem, Person mentor) => host.Db(async db =>
    {
        var known = await db.Problems.SingleAsync(found => found.Id == problem.Id);
        var workshop = new Workshop(known, Portal(20));
        workshop.Invite(known, await db.Organisations.SingleAsync(found => found.Id == known.OrganisationId), mentor, MentorKind.Ai, Portal(20));
        workshop.Advise(known, ProblemPart.Result, "請改用召回率衡量。", By(mentor, 19));
        db.Workshops.Add(workshop);
        await db.SaveChangesAsync();
        return workshop;
    });

    /// <summary>A team with a leader and members.</summary>
    public async Task<Team> Team(Round round, Person leader, params Person[] members)
    {
        var team = new Team(round, $"測試隊{Interlocked.Increment(ref _count)}", "我們解題。", leader.Id, By(leader, 25));
        foreach (var member in members)
        {
            var invitation = team.Invite(member.Email, Guid.NewGuid().ToString("N"), round, By(leader, 25));
            team.Accept(invitation, member, round, By(member, 24));
        }

        await Save(team);
        return team;
    }

    /// <summary>An entry, taken to a state by the domain's verbs; later states book the award scheme's money too.</summary>
    public Task<Entry> Entry(Round round, Problem problem, Team team, EntryStatus status = EntryStatus.Matched) => host.Db(async db =>
    {
        var known = await db.Rounds.SingleAsync(found => found.Id == round.Id);
        var leader = await db.People.SingleAsync(person => person.Id == team.LeaderId);
        var entry = new Entry(known, problem, team, Pitch, $"{round.Code}-E{Interlocked.Increment(ref _count):D3}", By(leader, 20));
        db.Entries.Add(entry);
        var file = status > EntryStatus.Matched ? await File(leader) : null;
        new EntryJourneyTo(this, known, entry, leader, file, db).Reach(status);
        await db.SaveChangesAsync();
        return entry;
    });

    /// <summary>A visit to a cooperating entry: two times proposed tomorrow and the day after, or one agreed an hour ago.</summary>
    public Task<SiteVisit> Visit(Entry entry, VisitStatus status = VisitStatus.Planned) => host.Db(async db =>
    {
        VisitSlot[] slots = status == VisitStatus.Planned
            ? [new(Now.AddDays(1), Now.AddDays(1).AddHours(2)), new(Now.AddDays(2), Now.AddDays(2).AddHours(2))]
            : [new(Now.AddHours(-1), Now.AddHours(1))];
        var visit = new SiteVisit(await db.Entries.SingleAsync(found => found.Id == entry.Id), new VisitPlan { Place = "臺北市測試路 1 號", Visitors = "林承辦" }, slots, Portal(1));
        if (status == VisitStatus.Confirmed)
        {
            visit.Choose(0, Portal(1));
        }

        db.SiteVisits.Add(visit);
        await db.SaveChangesAsync();
        return visit;
    });

    /// <summary>Everything required put to a cooperating entry, and handed in if wished.</summary>
    public async Task<DeliverySheet> Delivery(Entry entry, bool handedIn)
    {
        var leader = await host.Db(db => db.People.SingleAsync(person => db.Teams.Any(team => team.Id == entry.TeamId && team.LeaderId == person.Id)));
        var file = await File(leader, "成果.pdf");
        return await host.Db(async db =>
        {
            var known = await db.Entries.SingleAsync(found => found.Id == entry.Id);
            var sheet = new DeliverySheet(known, await db.Rounds.SingleAsync(round => round.Id == entry.RoundId), By(leader));
            foreach (var part in sheet.Parts.Where(part => part.Required))
            {
                sheet.Put(part.Order, file.Id, "", "", By(leader));
            }

            if (handedIn)
            {
                sheet.HandIn(known, By(leader));
            }

            db.DeliverySheets.Add(sheet);
            await db.SaveChangesAsync();
            return sheet;
        });
    }

    /// <summary>A stored file with real bytes.</summary>
    public async Task<StoredFile> File(Person owner, string name = "構想書.pdf")
    {
        var store = host.Services.GetRequiredService<FileStore>();
        using var bytes = new MemoryStream(Upload.Pdf(name).Content);
        var (sha256, size) = await store.SaveAsync(bytes, CancellationToken.None);
        var file = new StoredFile(name, "application/pdf", size, sha256, owner.Id, Now.AddDays(-20));
        await Save(file);
        return file;
    }

    /// <summary>A problem's text, complete but for the briefing.</summary>
    public static ProblemContent Content(string title) => new()
    {
        ContactName = "陳副總",
        ContactPhone = "1234-5678",
        ContactEmail = "contact@aigo.test",
        Title = title,
        Summary = "以自動化程序協助醫師加速判斷病患症狀",
        Detail = "早期結節直徑小，容易與血管混淆。",
        Technology = "圖像辨識／電腦視覺",
        Industry = "醫療保健",
        Region = "首都圈黃金廊帶",
        DataSetType = "DICOM",
        Readiness = DataReadiness.Complete,
        ReadinessDetail = "已整理解題相關數據",
        TargetMetric = "偵測腫瘤正確率",
        TargetComparator = TargetComparator.AtLeast,
        TargetValue = 95,
        TargetUnit = "%",
        Resources = "現有軟體一套、負責窗口一人",
        IncentiveCash = new Twd(200_000),
        Vacancies = 5,
    };

    /// <summary>A data set.</summary>
    public static DataSet DataSet() => new()
    {
        Order = 1,
        Name = "X 光照片、CT 掃描圖像資料庫檔案",
        Fields = "轉換語法、測光、影像寬度",
        Encoding = "DICOM",
        FileType = "DICOM",
        Volume = "900 GB",
        From = new DateOnly(2015, 1, 1),
        To = new DateOnly(2015, 12, 31),
        Delivery = DataDelivery.Api,
    };

    /// <summary>A pitch with all six parts.</summary>
    public static Pitch Pitch { get; } = new("曾獲獎", "電腦視覺", "急診判讀", "3D-CNN", "三個月內完成", "縮短判讀時間");

    /// <summary>The terms of a round, as the briefing has them.</summary>
    public static RoundTerms Terms(string code, DateTimeOffset concept, DateTimeOffset proof, DateTimeOffset start, Twd budget) => new(
        9, "AIGO 測試季", 115, code, 3, 2, 10, 20, "TW", 1, budget, new Twd(700_000), Steps(concept, proof, start),
        [
            new AwardItem(1, AwardTier.Finalist, null, "入圍獎金", new Twd(50_000), ReleaseCondition.CooperationDocumentSigned, false),
            new AwardItem(2, AwardTier.Subsidy, null, "解題獎補・核發 1", new Twd(100_000), ReleaseCondition.CooperationDocumentSigned, true),
            new AwardItem(3, AwardTier.Subsidy, null, "解題獎補・核發 2", new Twd(100_000), ReleaseCondition.SiteVisitPassed, true),
            new AwardItem(4, AwardTier.Subsidy, null, "解題獎補・核發 3", new Twd(50_000), ReleaseCondition.DeliverablesAccepted, true),
            new AwardItem(5, AwardTier.Proof, AwardLevel.Outstanding, "實證獎金・傑出", new Twd(400_000), ReleaseCondition.ProofDecision, false),
            new AwardItem(6, AwardTier.Proof, AwardLevel.Excellent, "實證獎金・優等", new Twd(300_000), ReleaseCondition.ProofDecision, false),
            new AwardItem(7, AwardTier.Proof, AwardLevel.Honourable, "實證獎金・佳作", new Twd(200_000), ReleaseCondition.ProofDecision, false),
        ],
        [
            new WithholdingRule(TaxStatus.Resident, 0.10m, new DateOnly(2019, 1, 1), Twd.Zero),
            new WithholdingRule(TaxStatus.Foreigner, 0.20m, new DateOnly(2019, 1, 1), Twd.Zero),
        ],
        [
            new StageCriterion(ReviewStage.Concept, 1, "技術可行性", 30, "方法能否達到目標"),
            new StageCriterion(ReviewStage.Concept, 2, "創新性", 20, "與既有作法的差異"),
            new StageCriterion(ReviewStage.Concept, 3, "產業效益", 30, "對出題單位的幫助"),
            new StageCriterion(ReviewStage.Concept, 4, "團隊能力", 20, "成員是否足以完成"),
            new StageCriterion(ReviewStage.Proof, 1, "成果達成度", 40, "是否達到目標"),
            new StageCriterion(ReviewStage.Proof, 2, "技術成熟度", 20, "能否穩定運作"),
            new StageCriterion(ReviewStage.Proof, 3, "導入與擴散效益", 30, "能否擴大使用"),
            new StageCriterion(ReviewStage.Proof, 4, "簡報", 10, "說明是否清楚"),
        ]);

    /// <summary>The steps of a round.</summary>
    public static IReadOnlyList<RoundStep> Steps(DateTimeOffset concept, DateTimeOffset proof, DateTimeOffset start) =>
    [
        new(RoundStepKind.ProblemsListed, start, start.AddDays(1), StepPrecision.Day, false),
        new(RoundStepKind.Matching, start, concept, StepPrecision.Day, false),
        new(RoundStepKind.ConceptDeadline, concept, concept, StepPrecision.Instant, false),
        new(RoundStepKind.ConceptReview, concept.AddDays(7), concept.AddDays(8), StepPrecision.Day, false),
        new(RoundStepKind.SiteVisit, concept.AddDays(40), concept.AddDays(70), StepPrecision.Month, false),
        new(RoundStepKind.ProofDeadline, proof, proof, StepPrecision.Instant, true),
        new(RoundStepKind.ProofReview, proof.AddDays(7), proof.AddDays(8), StepPrecision.Day, false),
    ];

    private Task Save(object thing) => host.Db(async db =>
    {
        db.Add(thing);
        await db.SaveChangesAsync();
    });

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Description)));
        }
    }
}
