using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>All complaints of a form in one place, each a link to its field. Says nothing when there are none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, Text: Said(error))))
            .Distinct().OrderBy(error => PlaceOf(error.Field)).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "summary mb-4");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.Add(new TagHelperAttribute("autofocus"));

        var list = Tag("ul", "mb-0");
        foreach (var (field, text) in errors)
        {
            list.InnerHtml.AppendHtml(field.Length == 0
                ? Tag("li", null, text)
                : Tag("li", null, Tag("a", null, text).With("href", $"#{TagBuilder.CreateSanitizedId(field, "_")}")));
        }

        output.Content.AppendHtml(Tag("h2", "h5", T["有 {0} 處需要補充", errors.Count].Value)).AppendHtml(list);
    }

    // Browsers send fields in the order they stand on the page; ModelState keeps no order of its own.
    private int PlaceOf(string field)
    {
        if (field.Length == 0 || !ViewContext.HttpContext.Request.HasFormContentType)
        {
            return -1;
        }

        return ViewContext.HttpContext.Request.Form.Keys.TakeWhile(key => !string.Equals(key, field, StringComparison.OrdinalIgnoreCase)).Count();
    }

    private string Said(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : T["這個值無法使用，請重新填寫。"].Value;
}
