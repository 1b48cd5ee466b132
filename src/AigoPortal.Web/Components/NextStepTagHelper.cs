using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>What to do next and by when, at a warm edge.</summary>
[HtmlTargetElement("next-step")]
public sealed class NextStepTagHelper(IStringLocalizer<Portal> T, TimeProvider clock) : TagHelper
{
    public required string Title { get; set; }

    public DateTimeOffset? Due { get; set; }

    public DateTimeOffset? Now { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "section";
        output.Attributes.SetAttribute("class", "panel next mb-4");
        output.PreContent.AppendHtml(Tag("h2", null, T["下一步"].Value + (Languages.IsEnglish ? ": " : "：") + T.Say(Title)));
        if (Due is { } due)
        {
            var now = Now ?? clock.GetUtcNow();
            var late = due <= now ? Tag("span", "state bad", T["逾期"].Value) : Tag("span", null);
            output.PreContent.AppendHtml(Tag("p", "when", T["期限"].Value, " ",
                Tag("time", null, TaipeiTime.Text(due)).With("datetime", TaipeiTime.Machine(due)),
                Tag("span", "left", TimeLeft.Text(T, due, now)), " ", late));
        }

        output.Content.SetHtmlContent(await output.GetChildContentAsync());
    }
}
