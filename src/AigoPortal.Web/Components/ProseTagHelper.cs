using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace AigoPortal.Web.Components;

/// <summary>Text that people wrote in Markdown. HTML in it stays text; links lead to the web or to a mailbox, nowhere else.</summary>
[HtmlTargetElement("prose", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProseTagHelper : TagHelper
{
    private const int PageHeadings = 2;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    public string? Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "prose");
        output.Attributes.SetAttribute("dir", "auto");
        output.Content.SetHtmlContent(Html(Text ?? ""));
    }

    internal static string Html(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            // The page has the first two levels.
            heading.Level = Math.Min(heading.Level + PageHeadings, 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            link.Url = IsWeb(link.Url) ? link.Url : "";
            link.GetAttributes().AddPropertyIfNotExist("rel", "nofollow noopener");
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsWeb(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeMailto);
}
