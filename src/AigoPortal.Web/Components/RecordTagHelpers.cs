using System.Globalization;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>Whole New Taiwan dollars with separators; the currency is said to screen readers, the column says it to the others.</summary>
[HtmlTargetElement("money", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MoneyTagHelper : TagHelper
{
    public long? Amount { get; set; }

    public bool Signed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "money num");
        if (Amount is not { } amount)
        {
            output.Content.SetContent("—");
            return;
        }

        output.Content.AppendHtml(Tag("span", "visually-hidden", "NT$"));
        output.Content.Append(amount.ToString(Signed ? "+#,0;−#,0;0" : "#,0;−#,0;0", CultureInfo.InvariantCulture));
    }
}

/// <summary>One figure and what it counts.</summary>
[HtmlTargetElement("fact", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FactTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public string? Value { get; set; }

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"fact {output.Attributes["class"]?.Value}".TrimEnd());
        output.Content.AppendHtml(Tag("b", null, Figure())).AppendHtml(Tag("span", null, T.Say(Label)));
    }

    // A bare count gets separators; anything else ("31 / 40", "12 天") is shown as written.
    private string Figure() => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        ? count.ToString("N0", CultureInfo.InvariantCulture)
        : string.IsNullOrEmpty(Value) ? "—" : Value;
}

/// <summary>Facts at the side of a record, as a description list of fact lines.</summary>
[HtmlTargetElement("facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", $"facts {output.Attributes["class"]?.Value}".TrimEnd());
    }
}

[HtmlTargetElement("fact-line", ParentTag = "facts")]
public sealed class FactLineTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dd";
        output.PreElement.AppendHtml(Tag("dt", null, T.Say(Label)));
    }
}

/// <summary>An empty list explains the next step.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"empty {output.Attributes["class"]?.Value}".TrimEnd());
        output.PreContent.AppendHtml(Tag("p", "empty-title", T.Say(Title)));
    }
}
