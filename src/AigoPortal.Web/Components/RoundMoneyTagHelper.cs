using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Awards;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>The five figures of a round's money, and how much of the budget is decided; it counts by itself when the page has not.</summary>
[HtmlTargetElement("round-money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RoundMoneyTagHelper(PortalDbContext db, IStringLocalizer<Portal> T) : TagHelper
{
    public Round? Round { get; set; }

    /// <summary>The figures, if the page knows them.</summary>
    public RoundMoney? Money { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var money = Money ?? await db.MoneyOfAsync(Round is null ? [] : [Round.Id], ViewContext.HttpContext.RequestAborted);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"round-money {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.AppendHtml(Tag("dl", null,
            Figure(T["預算"], money.Budget), Figure(T["已決議"], money.Committed), Figure(T["核發中"], money.Due), Figure(T["已撥付"], money.Paid), Figure(T["尚可決議"], money.Free)));
        output.Content.AppendHtml(Tag("progress", null)
            .With("max", Number(Math.Max(1, money.Budget))).With("value", Number(money.Committed)).With("aria-label", T["已決議占預算的比例"].Value));
    }

    private static TagBuilder Figure(string label, long dollars) => Tag("div", null,
        Tag("dt", null, label), Tag("dd", "money num", Tag("span", "visually-hidden", "NT$"), dollars.ToString("#,0;−#,0;0", CultureInfo.InvariantCulture)));

    private static string Number(long dollars) => dollars.ToString(CultureInfo.InvariantCulture);
}
