using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>Pages of a list. Keeps the search of the page it stands on and sets only the page number, "p".</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public int Page { get; set; }

    public int Pages { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("aria-label", T["分頁"].Value);
        var list = Tag("ul", "pagination flex-wrap");
        var last = 0;
        foreach (var page in Shown())
        {
            if (page > last + 1)
            {
                list.InnerHtml.AppendHtml(Tag("li", "page-item disabled", Tag("span", "page-link", "…")));
            }

            list.InnerHtml.AppendHtml(page == Page
                ? Tag("li", "page-item active", Tag("a", "page-link num", $"{page}").With("href", Url(page)).With("aria-current", "page"))
                : Tag("li", "page-item", Tag("a", "page-link num", $"{page}").With("href", Url(page)).With("aria-label", T["第 {0} 頁", page].Value)));
            last = page;
        }

        output.Content.SetHtmlContent(list);
    }

    private IEnumerable<int> Shown() => Enumerable.Range(Page - 2, 5).Append(1).Append(Pages).Where(page => page >= 1 && page <= Pages).Distinct().Order();

    private string Url(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => !string.Equals(pair.Key, "p", StringComparison.OrdinalIgnoreCase)));
        query.Add("p", FieldKind.Text(page));
        return request.PathBase + request.Path + query.ToQueryString().Value;
    }
}
