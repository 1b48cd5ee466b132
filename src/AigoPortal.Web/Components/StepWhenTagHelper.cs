using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>When a step of a round happens: as exactly as it is known, with * while it is tentative.</summary>
[HtmlTargetElement("step-when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepWhenTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required RoundStep Step { get; set; }

    public bool Short { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "num");
        output.Content.SetContent(Short ? T.WhenShort(Step) : T.When(Step));
        if (!Short && Step is { IsDeadline: true, Precision: StepPrecision.Month or StepPrecision.MidMonth or StepPrecision.LateMonth })
        {
            output.Content.AppendHtml(Tag("span", "muted", T["（預告為 {0}）", T.Roughly(Step, withYear: false)].Value));
        }

        if (Step.Tentative)
        {
            output.Content.AppendHtml(Tag("abbr", null, "*").With("title", T["暫定，如有異動以本頁為準"].Value));
        }
    }
}
