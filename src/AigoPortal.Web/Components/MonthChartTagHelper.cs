using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>What was paid month by month, a bar each with its tiers on top of one another; the same numbers stand in the description and in the table beside it.</summary>
[HtmlTargetElement("month-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MonthChartTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    private const int Shown = 6;
    private const int Step = 60;
    private const double Height = 120;
    private const double Ground = 150;

    public required IReadOnlyList<MonthLine> Months { get; set; }

    public required string Caption { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var months = Months.TakeLast(Shown).ToList();
        var most = Math.Max(1, months.Select(Positive).DefaultIfEmpty().Max());
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "month-chart");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Number(Math.Max(4, months.Count) * Step)} 178");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", "month-chart-title month-chart-desc");
        output.Content.AppendHtml(Tag("title", null, T.Say(Caption)).With("id", "month-chart-title"))
            .AppendHtml(Tag("desc", null, string.Join(T["、"].Value, months.Select(month => T["{0}：{1} 元", Name(month.Month), new Twd(month.Total)].Value))).With("id", "month-chart-desc"));
        foreach (var (index, month) in months.Index())
        {
            Draw(output.Content, index * Step, month, most);
        }
    }

    private static void Draw(TagHelperContent content, int x, MonthLine month, long most)
    {
        var top = Ground;
        foreach (var tier in Enum.GetValues<AwardTier>())
        {
            var height = Height * Math.Max(0, month.Paid.GetValueOrDefault(tier)) / most;
            top -= height;
            if (height > 0)
            {
                content.AppendHtml(Tag("rect", $"tier-{tier.ToString().ToLowerInvariant()}")
                    .With("x", Number(x + 10)).With("y", Number(top)).With("width", Number(Step - 20)).With("height", Number(height)));
            }
        }

        if (month.Total != 0)
        {
            content.AppendHtml(Text(x, top - 6, Short(month.Total), "count"));
        }

        content.AppendHtml(Text(x, Ground + 18, month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), "scale"));
    }

    // A month whose reversals outweigh its payments has no bar.
    private static long Positive(MonthLine month) => month.Paid.Values.Sum(paid => Math.Max(0, paid));

    private static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static TagBuilder Text(int x, double y, string text, string cssClass) =>
        Tag("text", cssClass, text).With("x", Number(x + (Step / 2))).With("y", Number(y)).With("text-anchor", "middle");

    // Bars are narrow: 30 萬, or 300K.
    private static string Short(long dollars) => Languages.IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"{dollars / 1000:N0}K") : ShortMoney.Of(new Twd(dollars));

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
