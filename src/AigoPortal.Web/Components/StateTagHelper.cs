using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Components;

/// <summary>A state as a pill: a dot, a word, a tone. Never colour alone.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTagHelper(IStringLocalizer<Portal> T) : TagHelper
{
    public Enum? Of { get; set; }

    public string? Text { get; set; }

    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"state {Tone ?? StateTone.Of(Of)}".TrimEnd());
        output.Content.SetContent(Of is null ? T.Say(Text) : T.Word(Of));
    }
}

/// <summary>The tone of a state, by its name. A new state is neutral until it is listed here.</summary>
public static class StateTone
{
    public static readonly IReadOnlyDictionary<string, string> Tones = new (string Tone, string[] States)[]
    {
        ("warm", ["Draft", "Returned", "Due", "Pending", "Planned", "Waiting", "Asked", "Answered", "Interview", "Offered", "Collecting", "HandedIn", "ToImprove", "Unknown", "Filed", "Paused"]),
        ("good", ["Listed", "Matched", "Shortlisted", "Cooperating", "Approved", "Paid", "Active", "Released", "Confirmed", "Open", "Registered", "Published", "Accepted", "Booked", "Filled", "Held", "Passed", "Meets", "Met", "Excepted", "Upheld", "Awarded", "Running", "Outstanding", "Excellent", "Honourable"]),
        ("bad", ["Rejected", "Declined", "NotShortlisted", "Terminated", "Forfeited", "Failed", "Cancelled", "Hidden", "NotMet"]),
    }.SelectMany(group => group.States.Select(state => (state, group.Tone))).ToDictionary(StringComparer.Ordinal);

    public static string Of(Enum? state) => state is null ? "" : Tones.GetValueOrDefault(state.ToString(), "");
}
