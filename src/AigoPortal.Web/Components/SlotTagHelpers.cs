using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>From when to when, on Taipei's clock.</summary>
[HtmlTargetElement("span-of-time", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SpanOfTimeTagHelper : TagHelper
{
    public DateTimeOffset From { get; set; }

    public DateTimeOffset To { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "num");
        output.Attributes.SetAttribute("datetime", TaipeiTime.Machine(From));
        output.Content.SetContent($"{TaipeiTime.ShortText(From)}–{To.ToOffset(TaipeiTime.Offset):HH:mm}");
    }
}

/// <summary>A table, or the address of a meeting as a link.</summary>
[HtmlTargetElement("meeting-place", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeetingPlaceTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required string Place { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Place.StartsWith("https://", StringComparison.Ordinal))
        {
            output.Content.AppendHtml(Tag("a", null, T["線上會議"].Value).With("href", Place).With("rel", "noopener noreferrer"));
        }
        else
        {
            output.Content.SetContent(Place);
        }
    }
}
