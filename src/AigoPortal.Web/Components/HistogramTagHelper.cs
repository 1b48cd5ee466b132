using System.Globalization;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>How values from 0 to 100 are spread, in ten bars; the numbers stand above the bars and in the description.</summary>
[HtmlTargetElement("histogram", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HistogramTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    private const int Bars = 10;
    private const int Step = 40;
    private const double Height = 110;
    private const double Ground = 140;

    public required IEnumerable<decimal> Values { get; set; }

    public required string Caption { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var counts = new int[Bars];
        foreach (var value in Values)
        {
            counts[Math.Clamp((int)(value / Bars), 0, Bars - 1)]++;
        }

        var most = Math.Max(1, counts.Max());
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "histogram");
        output.Attributes.SetAttribute("viewBox", $"0 0 {Bars * Step} 165");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", "histogram-title histogram-desc");
        output.Content.AppendHtml(Tag("title", null, T.Say(Caption)).With("id", "histogram-title"))
            .AppendHtml(Tag("desc", null, string.Join(T["、"].Value, counts.Select((count, bar) => T["{0} 分：{1} 份", Range(bar), count].Value))).With("id", "histogram-desc"));
        for (var bar = 0; bar < Bars; bar++)
        {
            var height = Height * counts[bar] / most;
            output.Content
                .AppendHtml(Tag("rect", null).With("x", Number((bar * Step) + 4)).With("y", Number(Ground - height)).With("width", Number(Step - 8)).With("height", Number(height)))
                .AppendHtml(Text(bar, Ground - height - 6, counts[bar] == 0 ? "" : Number(counts[bar]), "count"))
                .AppendHtml(Text(bar, Ground + 18, Number(bar * Bars), "scale"));
        }
    }

    private static Microsoft.AspNetCore.Mvc.Rendering.TagBuilder Text(int bar, double y, string text, string cssClass) =>
        Tag("text", cssClass, text).With("x", Number((bar * Step) + (Step / 2))).With("y", Number(y)).With("text-anchor", "middle");

    private static string Range(int bar) => bar == Bars - 1 ? "90–100" : $"{Number(bar * Bars)}–{Number((bar * Bars) + 9)}";

    private static string Number(IFormattable value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
