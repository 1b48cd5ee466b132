using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Teams;

namespace AigoPortal.Web.Demo;

/// <summary>What teams write.</summary>
internal static class EntryTexts
{
    public static Pitch Pitch(Team team, ProblemContent problem) => new(
        $"{team.Introduction}近三年完成兩件{problem.Industry}領域的導入案，其中一件已上線滿一年。",
        $"專長是{problem.Technology}；成員分別負責模型、資料工程與現場訪談。",
        $"以「{problem.Title}」的實際使用者為對象：先跟著走一次現有流程，找出最花時間的一步，再把模型放進去，不改變原本的作業系統。",
        $"先用現有的{problem.DataSetType}資料建立基準，再比較兩種{problem.Technology}方法；每週以固定的測試集回報一次。",
        "第 1 至 2 週取得與整理資料，第 3 至 8 週建模，第 9 至 12 週現場試行，之後四週修正。",
        $"達成{Target(problem)}，並留下出題單位可以自行維護的文件與訓練教材。");

    public static string Draft(ProblemContent problem) =>
        $"## 解題構想\n\n針對「{problem.Title}」，我們打算先從{problem.ReadinessDetail.TrimEnd('。')}的部分著手。\n\n## 時程\n\n（撰寫中）";

    public static string Concept(ProblemContent problem) =>
        $"## 問題\n\n{problem.Summary}\n\n## 方法\n\n以{problem.Technology}建立模型，資料為{problem.DataSetType}。先做小規模驗證，再擴大到全部場域。\n\n"
        + $"## 預期成果\n\n{Target(problem)}。\n\n## 風險與備案\n\n資料分布改變時，以現場回饋重新訓練；模型不確定時交回人工判斷。";

    public static string Proof(ProblemContent problem) =>
        $"## 實證場域\n\n於出題單位現場試行八週。\n\n## 結果\n\n{Target(problem)}，實測達標。\n\n"
        + "## 使用者意見\n\n第一線人員認為操作沒有增加負擔，建議加上每週摘要。\n\n## 後續\n\n已完成交接，由出題單位資訊人員維運。";

    private static string Target(ProblemContent problem) =>
        $"{problem.TargetMetric}{(problem.TargetComparator == TargetComparator.AtLeast ? "達" : "降到")} {problem.TargetValue:0.##}{problem.TargetUnit}{(problem.TargetComparator == TargetComparator.AtLeast ? "以上" : "以下")}";
}
