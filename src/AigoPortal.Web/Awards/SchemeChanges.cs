using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Localization;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Awards;

/// <summary>One thing that a version of an award scheme says differently; null where one side says nothing.</summary>
public sealed record SchemeChange(string Subject, string? Before, string? After);

/// <summary>Award schemes in words, for people who compare two versions.</summary>
public static class SchemeChanges
{
    /// <summary>What the second version says differently, in the order of the form.</summary>
    public static IReadOnlyList<SchemeChange> Between(AwardSchemeTerms before, AwardSchemeTerms after, IStringLocalizer<Portal> T)
    {
        List<SchemeChange> all =
        [
            new(T["預算"], T["{0} 元", before.Budget].Value, T["{0} 元", after.Budget].Value),
            new(T["每案上限"], T["{0} 元", before.CapPerEntry].Value, T["{0} 元", after.CapPerEntry].Value),
            .. before.Items.Concat(after.Items).Select(item => item.Order).Distinct().Order().Select(order => new SchemeChange(
                T["獎項 {0}", order], Words(before.Items, order, T), Words(after.Items, order, T))),
            .. before.Withholding.Concat(after.Withholding).Select(rule => (rule.Status, rule.ValidFrom)).Distinct().Order().Select(key => new SchemeChange(
                T["{0}扣繳率，{1} 起", T.Word(key.Status), TaipeiTime.DateText(key.ValidFrom)], Words(before.Withholding, key, T), Words(after.Withholding, key, T))),
        ];
        return [.. all.Where(change => change.Before != change.After)];
    }

    /// <summary>A rate as people write it: 10%.</summary>
    public static string Percent(decimal rate) => rate.ToString("0.##%", CultureInfo.InvariantCulture);

    private static string? Words(IReadOnlyList<AwardItem> items, int order, IStringLocalizer<Portal> T)
    {
        var all = items.Where(item => item.Order == order).Select(item => string.Join(T["、"].Value,
        [
            T[item.Name].Value, T.Word(item.Tier), .. item.Level is { } level ? [T.Word(level)] : Array.Empty<string>(), T["{0} 元", item.Amount].Value, T.Word(item.Condition),
            .. Evidence(item, T),
        ])).ToList();
        return all.Count == 0 ? null : string.Join("\n", all);
    }

    private static IEnumerable<string> Evidence(AwardItem item, IStringLocalizer<Portal> T)
    {
        yield return item.NeedsEvidence ? T["需經費表與單據"].Value : T["不需單據"].Value;
        yield return T["期限 {0} 天", item.EvidenceDays].Value;
        foreach (var paper in item.Papers)
        {
            yield return paper;
        }

        if (item.AllowsLegalEntity)
        {
            yield return T["法人可受款"].Value;
        }

        yield return T["所得格式 {0}", item.IncomeCode].Value;
    }

    private static string? Words(IReadOnlyList<WithholdingRule> rules, (TaxStatus Status, DateOnly ValidFrom) key, IStringLocalizer<Portal> T)
    {
        var rule = rules.FirstOrDefault(rule => rule.Status == key.Status && rule.ValidFrom == key.ValidFrom);
        return rule is null ? null
            : rule.Threshold > Twd.Zero ? T["{0}，{1} 元以上才扣", Percent(rule.Rate), rule.Threshold].Value
            : Percent(rule.Rate);
    }
}
