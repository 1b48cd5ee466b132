using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AigoPortal.Web.Components;

/// <summary>What a person wrote in Markdown, drawn as prose: no HTML of their own, links to the web and mail only, no pictures.</summary>
[HtmlTargetElement("prose", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProseTagHelper : TagHelper
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Content.SetHtmlContent(Html(Text ?? ""));
    }

    internal static string Html(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !IsSafe(link.Url)))
        {
            link.Url = "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        // A picture from elsewhere would tell its server who reads; it becomes a link.
        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            picture.IsImage = false;
        }

        // A heading of the text stands below the page's second level, and none is skipped.
        var above = new Stack<int>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            while (above.Count > 0 && above.Peek() >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            heading.Level = Math.Min(2 + above.Count, 6);
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsSafe(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("https" or "http" or "mailto");
}
