using AigoPortal.Web.Hosting;
using Microsoft.AspNetCore.OutputCaching;

namespace AigoPortal.Web.Pages.Public;

/// <summary>Explains the open data: where, which fields, which licence.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class OpenDataModel : PortalPage
{
    /// <summary>The fields in the order of the files, each with the key of its meaning.</summary>
    public IReadOnlyList<(string Name, string Meaning)> Fields =>
    [
        ("code", T["題號"]),
        ("round", T["場"]),
        ("organisation", T["出題單位"]),
        ("organisationKind", T["單位類型"]),
        ("publicIssue", T["是否為公共議題"]),
        ("status", T["狀態：Listed 已上架、Closed 已結束"]),
        ("title", T["題目名稱"]),
        ("summary", T["題目摘要"]),
        ("detail", T["題目細節（Markdown）"]),
        ("technology", T["技術"]),
        ("industry", T["行業"]),
        ("region", T["區域"]),
        ("dataSetType", T["資料集型態"]),
        ("readiness", T["資料就緒度"]),
        ("targetMetric, targetComparator, targetValue, targetUnit", T["期望成果需求：指標、比較、數值、單位"]),
        ("resources", T["可提供之解題資源"]),
        ("incentiveCash", T["加碼獎金（新臺幣元）"]),
        ("vacancies, internships", T["職缺與實習人數"]),
        ("difficulty, maturity", T["難度與成熟度"]),
        ("listedAt", T["上架時間（UTC）"]),
    ];
}
