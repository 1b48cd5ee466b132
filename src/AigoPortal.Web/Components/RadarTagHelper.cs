using System.Globalization;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>Scores of the self-check as a radar chart; the numbers stand in its description too.</summary>
[HtmlTargetElement("radar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadarTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    private const double Middle = 160;
    private const double Radius = 105;

    public required IReadOnlyList<SelfCheckScore> Scores { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "radar");
        output.Attributes.SetAttribute("viewBox", "0 0 320 320");
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-labelledby", "radar-title radar-desc");
        output.Content.AppendHtml(Tag("title", null, T["企業 AI 整備度"].Value).With("id", "radar-title"))
            .AppendHtml(Tag("desc", null, string.Join(T["、"].Value, Scores.Select(score => $"{T.Word(score.Side)} {Number(score.Value)}"))).With("id", "radar-desc"));
        for (var ring = SelfCheck.Lowest; ring <= SelfCheck.Highest; ring++)
        {
            output.Content.AppendHtml(Polygon("ring", Scores.Select(_ => (decimal)ring)));
        }

        output.Content.AppendHtml(Polygon("area", Scores.Select(score => score.Value)));
        foreach (var (score, index) in Scores.Select((score, index) => (score, index)))
        {
            var (x, y) = At(index, SelfCheck.Highest * 1.2m);
            output.Content.AppendHtml(Tag("text", null, T.Word(score.Side)).With("x", Number(x)).With("y", Number(y)).With("text-anchor", "middle").With("dominant-baseline", "middle"));
        }
    }

    private TagBuilder Polygon(string cssClass, IEnumerable<decimal> values) =>
        Tag("polygon", cssClass).With("points", string.Join(' ', values.Select((value, index) => At(index, value)).Select(point => $"{Number(point.X)},{Number(point.Y)}")));

    // The first side stands at the top, the others follow clockwise.
    private (double X, double Y) At(int index, decimal value)
    {
        var angle = (2 * Math.PI * index / Scores.Count) - (Math.PI / 2);
        var length = Radius * (double)value / SelfCheck.Highest;
        return (Middle + (length * Math.Cos(angle)), Middle + (length * Math.Sin(angle)));
    }

    private static string Number(IFormattable value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
