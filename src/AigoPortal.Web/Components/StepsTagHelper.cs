using System.Text.Encodings.Web;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Components.Markup;

namespace AigoPortal.Web.Components;

/// <summary>Where a step stands in a life that has several.</summary>
public enum StepState
{
    Todo,
    Now,
    Done,
}

/// <summary>One step of a record's life, with a date or a figure under it.</summary>
public sealed record StepLine(string Title, StepState State, string? Note = null);

/// <summary>The step line of a record: done, now, to come. On phones it stands up.</summary>
[HtmlTargetElement("steps")]
public sealed class StepsTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public IEnumerable<StepLine>? Items { get; set; }

    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("steps", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", Label is null ? T["進度"].Value : T.Say(Label));
        foreach (var step in Items ?? [])
        {
            output.Content.AppendHtml(StepTagHelper.Draw(T, step));
        }

        output.Content.AppendHtml(await output.GetChildContentAsync());
    }
}

[HtmlTargetElement("step", ParentTag = "steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public required string Title { get; set; }

    public string State { get; set; } = "todo";

    public string? Note { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Draw(T, new StepLine(Title, Enum.Parse<StepState>(State, ignoreCase: true), Note)));
    }

    internal static IHtmlContent Draw(IStringLocalizer T, StepLine step)
    {
        var line = step.State switch
        {
            StepState.Done => Tag("li", "done", T.Say(step.Title), Tag("span", "visually-hidden", T["（已完成）"].Value)),
            StepState.Now => Tag("li", "now", T.Say(step.Title)).With("aria-current", "step"),
            _ => Tag("li", null, T.Say(step.Title)),
        };
        if (step.Note is not null)
        {
            line.InnerHtml.AppendHtml(Tag("span", "note num", T.Say(step.Note)));
        }

        return line;
    }
}
