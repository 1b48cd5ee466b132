using System.Text.Encodings.Web;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>One question of a form: label, hint above, error above the control, and what was typed.</summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required ModelExpression For { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>How others answered; folded away until asked for.</summary>
    public string? Example { get; set; }

    public string? Type { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    public int? Rows { get; set; }

    public string? Unit { get; set; }

    public bool Optional { get; set; }

    public bool LabelHidden { get; set; }

    public bool LangLtr { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var control = new FieldControl(this, T, Passed(output));
        var own = await output.GetChildContentAsync();
        var grouped = !own.IsEmptyOrWhiteSpace || control.IsGroup;

        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("field", HtmlEncoder.Default);
        if (control.Errors.Count > 0)
        {
            output.AddClass("bad", HtmlEncoder.Default);
        }

        if (grouped && control.DescribedBy is { } described)
        {
            output.Attributes.SetAttribute("aria-describedby", described);
        }

        if (grouped && !own.IsEmptyOrWhiteSpace)
        {
            // The summary's link needs a place to go even when the page draws the controls itself.
            output.Attributes.SetAttribute("id", control.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
        }

        var label = Caption(control, grouped);
        if (control.Kind == "checkbox")
        {
            output.Content.AppendHtml(Below(control)).AppendHtml(Tag("div", "form-check", control.Render(), label));
            return;
        }

        output.Content.AppendHtml(label).AppendHtml(Below(control)).AppendHtml(own.IsEmptyOrWhiteSpace ? WithUnit(control) : own);
    }

    private TagBuilder Caption(FieldControl control, bool grouped)
    {
        var caption = Tag(grouped ? "legend" : "label", control.Kind == "checkbox" ? "form-check-label" : null);
        if (!grouped)
        {
            caption.Attributes["for"] = control.Id;
        }

        if (LabelHidden)
        {
            caption.AddCssClass("visually-hidden");
        }

        caption.InnerHtml.Append(T.Say(Label ?? For.Metadata.GetDisplayName()));
        if (Optional)
        {
            caption.InnerHtml.Append(" ").AppendHtml(Tag("span", "optional", T["選填"].Value));
        }

        return caption;
    }

    private HtmlContentBuilder Below(FieldControl control)
    {
        var lines = new HtmlContentBuilder();
        if (Hint is not null)
        {
            var hint = Tag("div", "hint", T.Say(Hint));
            hint.Attributes["id"] = control.HintId;
            lines.AppendHtml(hint);
        }

        if (Example is not null)
        {
            lines.AppendHtml(Tag("details", "example", Tag("summary", null, T["看範例"].Value), Tag("p", "lines", T.Say(Example))));
        }

        if (control.Errors.Count > 0)
        {
            var error = Tag("div", "error", string.Join(" ", control.Errors));
            error.Attributes["id"] = control.ErrorId;
            lines.AppendHtml(error);
        }

        return lines;
    }

    private IHtmlContent WithUnit(FieldControl control) => Unit is null
        ? control.Render()
        : Tag("div", "input-group", control.Render(), Tag("span", "input-group-text", T.Say(Unit)));

    /// <summary>What the page wrote beyond our own attributes belongs to the control; class belongs to the frame.</summary>
    private static List<TagHelperAttribute> Passed(TagHelperOutput output)
    {
        var passed = output.Attributes.Where(attribute => !string.Equals(attribute.Name, "class", StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var attribute in passed)
        {
            output.Attributes.Remove(attribute);
        }

        return passed;
    }
}
