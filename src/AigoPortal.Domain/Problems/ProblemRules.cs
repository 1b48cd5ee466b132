using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Problems;

/// <summary>The rules of posing, named as sentences.</summary>
public static partial class ProblemRules
{
    /// <summary>Files beside the briefing.</summary>
    public const int MostAttachments = 20;

    /// <summary>A draft, a returned problem or one that is optimised can be changed, nothing else.</summary>
    public static BrokenRule? CanBeWritten(ProblemStatus status) =>
        status.CanBeWritten() ? null : new BrokenRule("problem.locked", "", "題目目前是「{0}」，不能再修改。", status);

    /// <summary>At most three problems per posing organisation and round (AIGO briefing: 出題單位最多出題數 3 題).</summary>
    public static BrokenRule? QuotaHasRoom(int slot, Round round) =>
        slot >= 1 && slot <= round.ProblemsPerOrganisation ? null : QuotaIsFull(round.ProblemsPerOrganisation);

    /// <summary>The sentence for a full quota.</summary>
    public static BrokenRule QuotaIsFull(int quota) =>
        new("problem.quota", "", "貴單位本場已送出 {0} 題，已達上限。", quota);

    /// <summary>The sentence when the database finds the quota full; it does not say the round's number.</summary>
    public static BrokenRule QuotaIsFull() => new("problem.quota", "", "貴單位本場可出的題數已滿。");

    /// <summary>A list that people can read.</summary>
    public static BrokenRule? AttachmentsAreFew(int files) =>
        files <= MostAttachments ? null : new BrokenRule("problem.attachments", "Attachments", "附件最多 {0} 個。", MostAttachments);

    /// <summary>The self-check is scored side by side, so each statement needs its rating.</summary>
    public static BrokenRule? RatesEveryStatement(IReadOnlyList<SelfCheckAnswer> answers) =>
        SelfCheck.Statements.All(statement => answers.Count(answer => answer.Code == statement.Code) == 1)
        && answers.Count == SelfCheck.Statements.Count
        && answers.All(answer => answer.Rating is >= SelfCheck.Lowest and <= SelfCheck.Highest)
            ? null
            : new BrokenRule("problem.self-check", "", "請為每一句選 1 到 5 分。");

    /// <summary>Data sets are what the screening looks at; at least one is described, unless there are no usable data yet.</summary>
    public static BrokenRule? DescribesItsData(ProblemContent content, IReadOnlyList<DataSet> dataSets) =>
        dataSets.Count > 0 || content.Readiness == DataReadiness.None
            ? null
            : new BrokenRule("problem.data", "DataSets", "請至少填寫一筆資料內容；若尚無有效資料，請在資料就緒度選「尚無有效資料」。");

    /// <summary>A problem without its words can't be screened.</summary>
    public static BrokenRule? IsComplete(ProblemContent content) =>
        Missing(content) is { } field ? new BrokenRule("problem.incomplete", field, "這一欄還沒填，填好才能送出。") : null;

    /// <summary>A return or refusal says why.</summary>
    public static BrokenRule? SaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("problem.reason", "Reason", "請寫出原因，出題單位才知道怎麼改。") : null;

    private static string? Missing(ProblemContent content) => Needed(content).FirstOrDefault(field => string.IsNullOrWhiteSpace(field.Value)).Name;

    private static IEnumerable<(string Name, string? Value)> Needed(ProblemContent content) =>
    [
        (nameof(content.Title), content.Title),
        (nameof(content.Summary), content.Summary),
        (nameof(content.Detail), content.Detail),
        (nameof(content.Technology), content.Technology),
        (nameof(content.Industry), content.Industry),
        (nameof(content.DataSetType), content.DataSetType),
        (nameof(content.ReadinessDetail), content.ReadinessDetail),
        (nameof(content.TargetMetric), content.TargetMetric),
        (nameof(content.TargetValue), content.TargetValue?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        (nameof(content.Resources), content.Resources),
        (nameof(content.ContactName), content.ContactName),
        (nameof(content.ContactPhone), content.ContactPhone),
        (nameof(content.ContactEmail), content.ContactEmail),
        (nameof(content.BriefingFileId), content.BriefingFileId?.ToString()),
    ];
}
