using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Time;

namespace AigoPortal.Web.Demo;

/// <summary>Posing, screening and listing problems.</summary>
internal sealed class ProblemActs(RoundScene round)
{
    /// <summary>The key of the briefing's own example.</summary>
    public const string Sample = "sample";

    // Problems that say more than the form needs.
    private static readonly string[] Detailed = [Sample, "emergency", "dryer", "signal"];

    private readonly Dictionary<Guid, int> _slots = [];

    private Scene Scene => round.Scene;

    public Problem Draft(string key, DateTimeOffset at, bool complete = true)
    {
        var (posing, text) = Find(key);
        var (organisation, contact) = Scene.Poser(posing, at.AddDays(-3));
        var briefing = complete ? Scene.Papers.Write($"{text.Title}－出題說明.pdf", contact, at, text.Title, $"出題單位：{organisation.Name}", text.Summary, $"現況：{text.Pain}", $"期望：{text.Wish}") : null;
        var content = Content(text, contact, briefing?.Id);
        var problem = new Problem(round.Round, organisation, complete ? content : content with { TargetValue = null, Resources = "" }, DataSets(text), Scene.By(contact, at));
        if (Detailed.Contains(key))
        {
            AddDetails(problem, organisation, contact, at);
        }

        Scene.Problems.Add(problem.Id, problem);
        return problem;
    }

    public Problem Submit(string key, DateTimeOffset at)
    {
        var problem = Draft(key, at.AddDays(-2));
        var slot = _slots[problem.OrganisationId] = _slots.GetValueOrDefault(problem.OrganisationId) + 1;
        problem.Submit(round.Round, slot, Scene.NextCode($"{round.Round.Code}-P"), Scene.By(Scene.ContactOf(problem), at));
        return problem;
    }

    public void Return(Problem problem, string reason, DateTimeOffset at, params FieldReason[] fields)
    {
        problem.Return(reason, Scene.Office(at), fields);
        Scene.Write(Scene.ContactOf(problem), $"題目退回補件：{problem.Code}", $"「{problem.Content.Title}」需要補件：{reason}", at);
    }

    /// <summary>Submitted, sharpened with mentors and made public.</summary>
    public Problem List(string key, DateTimeOffset at, Grade difficulty = Grade.Medium, Grade maturity = Grade.Medium)
    {
        var problem = Submit(key, at.AddDays(-9));
        problem.Optimise(Scene.Office(at.AddDays(-6)));
        problem.List(difficulty, maturity, Scene.Office(at));
        Scene.Write(Scene.ContactOf(problem), $"題目已上架：{problem.Code}", $"「{problem.Content.Title}」已經公開，團隊可以申請解題。", at);
        return problem;
    }

    /// <summary>Somebody asks about a problem; without an answer it still waits for one.</summary>
    public ProblemQuestion Ask(Problem problem, Person asker, string text, DateTimeOffset at, string? answer = null)
    {
        var question = new ProblemQuestion(problem, text, Scene.By(asker, at));
        if (answer is not null)
        {
            question.Reply(answer, Scene.By(problem, at.AddDays(1)));
        }

        Scene.Questions.Add(question);
        return question;
    }

    /// <summary>Somebody wants to hear of a problem.</summary>
    public void Follow(Problem problem, Person person, DateTimeOffset at) => Scene.Follows.Add(new ProblemFollow(problem.Id, person.Id, at));

    // What some posers add: a file for everybody, one for matched teams, confidential words, and the readiness self-check.
    private void AddDetails(Problem problem, Organisation organisation, Person contact, DateTimeOffset at)
    {
        var by = Scene.By(contact, at);
        var fields = Scene.Papers.Write("資料欄位說明.pdf", contact, at, "資料欄位說明", $"出題單位：{organisation.Name}", "欄位、單位與更新頻率一覽。");
        var access = Scene.Papers.Write("資料存取方式.pdf", contact, at, "資料存取方式", $"出題單位：{organisation.Name}", "測試環境帳號由窗口另行提供。");
        problem.Write(problem.Content with { Confidential = "測試環境在單位內網，請由窗口開通 VPN。\n\n- 現況數字與成本請勿外流\n- 資料只能在測試環境使用" }, problem.DataSets, by);
        problem.Attach([(fields.Id, false), (access.Id, true)], by);
        problem.RateReadiness([.. SelfCheck.Statements.Select((statement, index) => new SelfCheckAnswer(statement.Code, statement.Side == SelfCheckSide.Data ? 2 : 3 + (index % 3)))], by);
    }

    /// <summary>A workshop in its second step: one mentor, two pieces of advice, one of them taken and made a version.</summary>
    public void Sharpen(Problem problem, DateTimeOffset at)
    {
        var workshop = new Workshop(problem, Scene.Office(at));
        var contact = Scene.ContactOf(problem);
        workshop.Record(problem, WorkshopStep.TakeStock, Taipei.DateOf(at), $"{Scene.Cast.Officer.Name}、{contact.Name}", "確認現場判讀流程與每月件數，資料由單位內部提供。", Scene.Office(at));
        workshop.Record(problem, WorkshopStep.ConfirmAi, Taipei.DateOf(at.AddDays(1)), $"{Scene.Cast.Mentor.Name}、{contact.Name}", "現有標註足以訓練初版模型，目標改用召回率衡量。", Scene.Office(at.AddDays(1)));
        workshop.Invite(problem, Scene.Organisations.Values.First(poser => poser.Contact == contact).Organisation, Scene.Cast.Mentor, MentorKind.Ai, Scene.Office(at));
        var taken = workshop.Advise(problem, ProblemPart.Data, "請寫明標註由幾位專業人員完成、意見不一時如何裁定。", Scene.By(Scene.Cast.Mentor, at.AddDays(2)));
        workshop.Advise(problem, ProblemPart.Result, "正確率會被多數的正常案例拉高，建議改以召回率與誤報率兩項目標並列。", Scene.By(Scene.Cast.Mentor, at.AddDays(3)));
        workshop.Answer(taken.Id, AdviceAction.Accept, "已補上標註流程。", Scene.By(contact, at.AddDays(3)));
        problem.Write(problem.Content with { ReadinessDetail = $"{problem.Content.ReadinessDetail}\n標註由兩位專業人員各自完成，意見不一時由第三位裁定。" }, problem.DataSets, Scene.By(contact, at.AddDays(3)));
        problem.KeepChange("依業師建議補上標註流程", Scene.By(contact, at.AddDays(3)));
        Scene.Workshops.Add(workshop);
    }

    /// <summary>Taken by an officer and half checked.</summary>
    public static void Take(Problem problem, Person officer, DateTimeOffset at)
    {
        problem.Take(Scene.By(officer, at));
        problem.Check(
            [.. Enum.GetValues<ScreeningPoint>().Select(point => new ScreeningLine(point, point > ScreeningPoint.SuitsAi ? ScreeningAnswer.Unclear : ScreeningAnswer.Yes, point == ScreeningPoint.Law ? "請單位提供資料授權依據" : ""))],
            Scene.By(officer, at));
    }

    private (DemonstrationOrganisation Posing, DemonstrationProblem Text) Find(string key)
    {
        if (key == Sample)
        {
            return (Scene.File.Organisations[0], SampleText(SeasonFile.Known.SampleProblem));
        }

        var posing = Scene.File.Organisations.First(organisation => organisation.Problems.Any(problem => problem.Key == key));
        return (posing, posing.Problems.First(problem => problem.Key == key));
    }

    private static ProblemContent Content(DemonstrationProblem text, Person contact, Guid? briefing) => new()
    {
        ContactName = contact.Name,
        ContactPhone = "02-5550-0100",
        ContactEmail = contact.Email,
        Title = text.Title,
        Summary = text.Summary,
        Detail = $"## 現況\n\n{text.Pain}\n\n## 希望解決\n\n{text.Wish}",
        Technology = text.Tech,
        Industry = text.Industry,
        Region = text.Region,
        DataSetType = text.Type,
        Readiness = text.Ready,
        ReadinessDetail = text.ReadyNote,
        TargetMetric = text.Metric,
        TargetComparator = text.Op,
        TargetValue = text.Value,
        TargetUnit = text.Unit,
        Resources = text.Resources,
        IncentiveCash = new Twd(text.Cash),
        Vacancies = text.Jobs,
        Internships = text.Interns,
        IncentiveNote = text.Note ?? "",
        BriefingFileId = briefing,
    };

    private static IReadOnlyList<DataSet> DataSets(DemonstrationProblem text) => text.Set is not { } set ? [] :
    [
        new DataSet
        {
            Name = set.Name, Fields = set.Fields, Encoding = set.Encoding, FileType = set.FileType,
            Volume = set.Volume, From = set.From, To = set.To, Delivery = set.Delivery,
        },
    ];

    // The briefing's example (產業出題申請範例) in the form's fields.
    private static DemonstrationProblem SampleText(SampleProblem sample)
    {
        var set = sample.DataSets[0];
        return new DemonstrationProblem(
            Sample, sample.Title, sample.Summary, "醫師需逐張閱讀影像並對照病例，判讀量大時容易延遲。", sample.ExpectedOutcome,
            "圖像辨識／電腦視覺", "醫療保健", "精密智慧新核心", sample.DataSetType, DataReadiness.Complete, sample.DataReadiness,
            "偵測腫瘤正確率", TargetComparator.AtLeast, 95, "%", sample.ResourcesOffered, 200_000, 5, 0, null,
            new DemonstrationDataSet(set.Name, set.Fields, set.Encoding, set.FileType, set.Volume, set.From, set.To, DataDelivery.Api));
    }
}
