using AigoPortal.Domain.Entries;
using AigoPortal.Web.Localization;

namespace AigoPortal.Web.Components;

/// <summary>An entry's journey as the step line a page draws.</summary>
public static class JourneyLines
{
    public static IEnumerable<StepLine> Lines(this IEnumerable<JourneyMark> marks) => marks.Select(mark =>
        new StepLine(Words.KeyOf(mark.Stop), Enum.Parse<StepState>(mark.Progress.ToString()), mark.At is { } at ? TaipeiTime.ShortText(at) : null));
}
