using System.Globalization;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Rounds;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Problems;

/// <summary>A field of a problem: its name in the form, its label, and its words.</summary>
/// <param name="Name">As the form binds it.</param>
/// <param name="Part">Where in the form it stands; null for the organisation's own.</param>
/// <param name="Label">Localisation key.</param>
/// <param name="Text">What stands in it.</param>
public sealed record ProblemField(string Name, ProblemPart? Part, string Label, Func<ProblemSnapshot, IStringLocalizer, string> Text);

/// <summary>Everything a poser writes, in the form's order; a new field is one line more.</summary>
public static class ProblemFields
{
    public static readonly IReadOnlyList<ProblemField> All =
    [
        new("ContactName", null, "聯繫窗口", (kept, _) => kept.Content.ContactName),
        new("ContactPhone", null, "聯繫方式", (kept, _) => kept.Content.ContactPhone),
        new("ContactEmail", null, "Email", (kept, _) => kept.Content.ContactEmail),
        new("Title", ProblemPart.Content, "題目名稱", (kept, _) => kept.Content.Title),
        new("Summary", ProblemPart.Content, "題目敘述（摘要）", (kept, _) => kept.Content.Summary),
        new("Detail", ProblemPart.Content, "題目敘述（細節）", (kept, _) => kept.Content.Detail),
        new("Technology", ProblemPart.Content, "題目所屬分類（技術）", (kept, _) => Vocabulary.Text(kept.Content.Technology)),
        new("Industry", ProblemPart.Content, "應用的行業領域", (kept, _) => Vocabulary.Text(kept.Content.Industry)),
        new("Region", ProblemPart.Content, "區域", (kept, _) => Vocabulary.Text(kept.Content.Region)),
        new("TargetMetric", ProblemPart.Result, "期望成果需求", (kept, _) =>
            ProblemWords.Target(kept.Content.TargetMetric, kept.Content.TargetComparator, kept.Content.TargetValue, kept.Content.TargetUnit)),
        new("DataSetType", ProblemPart.Data, "資料集型態", (kept, _) => kept.Content.DataSetType),
        new("Readiness", ProblemPart.Data, "資料就緒度", (kept, words) => words.Word(kept.Content.Readiness)),
        new("ReadinessDetail", ProblemPart.Data, "資料就緒度說明", (kept, _) => kept.Content.ReadinessDetail),
        new("DataSets", ProblemPart.Data, "資料清單", (kept, words) => string.Join('\n', kept.DataSets.OrderBy(set => set.Order).Select(set => Line(set, words)))),
        new("Resources", ProblemPart.Resources, "可提供之解題資源", (kept, _) => kept.Content.Resources),
        new("IncentiveCash", ProblemPart.Resources, "額外獎勵誘因", (kept, words) =>
            ProblemWords.Incentives(words, kept.Content.IncentiveCash, kept.Content.Vacancies, kept.Content.Internships)),
        new("IncentiveNote", ProblemPart.Resources, "其他誘因", (kept, _) => kept.Content.IncentiveNote),
        new("Confidential", null, "機密內容", (kept, _) => kept.Content.Confidential),
        new("Briefing", ProblemPart.Content, "出題說明簡報", (kept, T) => kept.Content.BriefingFileId is { } id ? T["檔案 {0}", id.ToString("N")[^8..]].Value : ""),
    ];

    private static string Line(DataSet set, IStringLocalizer words) => string.Create(CultureInfo.InvariantCulture,
        $"{set.Order}. {set.Name}／{set.Fields}／{set.Encoding}／{set.FileType}／{set.Volume}／{set.From:yyyy-MM-dd}–{set.To:yyyy-MM-dd}／{words.Word(set.Delivery)}");
}
