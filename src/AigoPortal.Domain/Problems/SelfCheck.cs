using System.ComponentModel;

namespace AigoPortal.Domain.Problems;

/// <summary>The five sides of a company's readiness for AI (企業 AI 整備度).</summary>
public enum SelfCheckSide
{
    /// <summary>需求議題.</summary>
    [Description("需求議題")]
    Demand,

    /// <summary>資料準備.</summary>
    [Description("資料準備")]
    Data,

    /// <summary>技術工具.</summary>
    [Description("技術工具")]
    Tools,

    /// <summary>工作流程.</summary>
    [Description("工作流程")]
    Workflow,

    /// <summary>組織人才.</summary>
    [Description("組織人才")]
    People,
}

/// <summary>A statement that a poser rates from 1 (not at all) to 5 (entirely).</summary>
/// <param name="Code">Kept with the answer; never reused for another statement.</param>
/// <param name="Side">The side it belongs to.</param>
/// <param name="Text">The statement; also the localisation key.</param>
public sealed record SelfCheckStatement(string Code, SelfCheckSide Side, string Text);

/// <summary>One rated statement.</summary>
/// <param name="Code">The statement's code.</param>
/// <param name="Rating">1–5.</param>
public sealed record SelfCheckAnswer(string Code, int Rating);

/// <summary>A side's score: the mean of its ratings.</summary>
/// <param name="Side">The side.</param>
/// <param name="Value">1.0–5.0, to one decimal.</param>
public sealed record SelfCheckScore(SelfCheckSide Side, decimal Value)
{
    /// <summary>Below the middle: the side gets advice.</summary>
    public bool IsWeak => Value < SelfCheck.Middle;
}

/// <summary>The readiness self-check; its sides are the programme's, its statements our own.</summary>
public static class SelfCheck
{
    /// <summary>The lowest rating.</summary>
    public const int Lowest = 1;

    /// <summary>The highest rating.</summary>
    public const int Highest = 5;

    /// <summary>A side below this is weak.</summary>
    public const decimal Middle = 3;

    /// <summary>What is asked, side by side.</summary>
    public static readonly IReadOnlyList<SelfCheckStatement> Statements =
    [
        new("demand-1", SelfCheckSide.Demand, "我們說得出要改善的是哪一段工作，以及現在花多少時間或成本。"),
        new("demand-2", SelfCheckSide.Demand, "我們訂得出可以量測的目標。"),
        new("demand-3", SelfCheckSide.Demand, "主管支持把這個議題列為優先。"),
        new("data-1", SelfCheckSide.Data, "解題需要的資料已經以數位方式留存。"),
        new("data-2", SelfCheckSide.Data, "資料有一致的欄位與說明，知道缺漏在哪裡。"),
        new("data-3", SelfCheckSide.Data, "資料可以合法提供給外部團隊，並已去識別化。"),
        new("tools-1", SelfCheckSide.Tools, "我們有存放與處理這些資料的系統。"),
        new("tools-2", SelfCheckSide.Tools, "現有系統可以用 API 或檔案交換資料。"),
        new("tools-3", SelfCheckSide.Tools, "我們有可以試跑新系統的環境。"),
        new("workflow-1", SelfCheckSide.Workflow, "相關工作流程有文件，也照著執行。"),
        new("workflow-2", SelfCheckSide.Workflow, "我們想過 AI 的結果由誰看、怎麼用進現有流程。"),
        new("workflow-3", SelfCheckSide.Workflow, "導入後，我們願意調整作業方式。"),
        new("people-1", SelfCheckSide.People, "有專責窗口可以定期和解題團隊討論。"),
        new("people-2", SelfCheckSide.People, "有懂資料或資訊系統的同仁參與。"),
        new("people-3", SelfCheckSide.People, "使用單位的同仁知道並支持這件事。"),
    ];

    /// <summary>The score of each side that has answers; statements that left the list don't count.</summary>
    public static IReadOnlyList<SelfCheckScore> Scores(IReadOnlyList<SelfCheckAnswer> answers) =>
    [
        .. from statement in Statements
           join answer in answers on statement.Code equals answer.Code
           group answer.Rating by statement.Side into side
           select new SelfCheckScore(side.Key, decimal.Round(side.Average(rating => (decimal)rating), 1, MidpointRounding.AwayFromZero)),
    ];
}
