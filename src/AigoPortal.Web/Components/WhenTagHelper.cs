using System.Globalization;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Components;

/// <summary>An instant or a day in Taipei, with its weekday; the ROC year or what is left of the time where wished.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(IStringLocalizer<Portal> T, TimeProvider clock) : TagHelper
{
    public DateTimeOffset? At { get; set; }

    public DateOnly? Date { get; set; }

    public bool DateOnly { get; set; }

    public bool Seconds { get; set; }

    public bool Roc { get; set; }

    public bool Short { get; set; }

    public bool Countdown { get; set; }

    public DateTimeOffset? Now { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if ((At is null && Date is null) || (Countdown && At is null))
        {
            output.TagName = "span";
            output.Content.SetContent("—");
            return;
        }

        output.TagName = "time";
        output.Attributes.SetAttribute("datetime", At is { } instant && !DateOnly
            ? TaipeiTime.Machine(instant)
            : Day().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Countdown)
        {
            output.Attributes.SetAttribute("title", TaipeiTime.Text(At!.Value, seconds: true));
        }

        output.Content.SetContent(Text());
    }

    private DateOnly Day() => Date ?? TaipeiTime.DateOf(At!.Value);

    private string Text() => At switch
    {
        { } at when Countdown => TimeLeft.Text(T, at, Now ?? clock.GetUtcNow()),
        { } at when !DateOnly => Short ? TaipeiTime.ShortText(at) : TaipeiTime.Text(at, Seconds, Roc),
        _ => Short ? TaipeiTime.ShortText(Day()) : TaipeiTime.DateText(Day(), Roc),
    };
}

/// <summary>What is left until an instant, or how long ago it was, in the two largest units.</summary>
public static class TimeLeft
{
    public static string Text(IStringLocalizer T, DateTimeOffset at, DateTimeOffset now)
    {
        var span = (at - now).Duration();
        var passed = at <= now;
        return (span.Days, span.Hours, span.Minutes) switch
        {
            ( > 0, var hours, _) => passed ? T["已過 {0} 天 {1} 小時", span.Days, hours] : T["還有 {0} 天 {1} 小時", span.Days, hours],
            (_, > 0, var minutes) => passed ? T["已過 {0} 小時 {1} 分", span.Hours, minutes] : T["還有 {0} 小時 {1} 分", span.Hours, minutes],
            (_, _, > 0) => passed ? T["已過 {0} 分", span.Minutes] : T["還有 {0} 分", span.Minutes],
            _ => passed ? T["剛剛截止"] : T["還有不到 1 分"],
        };
    }
}
