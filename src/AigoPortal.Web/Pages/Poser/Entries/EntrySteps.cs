using AigoPortal.Domain.Entries;
using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;

namespace AigoPortal.Web.Pages.Poser.Entries;

/// <summary>The step line of an entry.</summary>
internal static class EntrySteps
{
    public static IReadOnlyList<StepLine> Of(Entry entry)
    {
        var now = PlaceOf(entry.Status.IsLiving() || entry.Status == EntryStatus.Closed ? entry.Status : entry.PreviousStatus);
        List<StepLine> line =
        [
            new StepLine("申請", At(0), Day(entry.AppliedAt)),
            new StepLine("媒合", At(1), entry.Status == EntryStatus.Declined ? null : Day(entry.AnsweredAt)),
            new StepLine("構想送件", At(2)),
            new StepLine("入圍簽約", At(3)),
            new StepLine("合作與訪視", At(4), Day(entry.Cooperation.CheckedAt)),
            new StepLine("實證送件", At(5)),
            new StepLine("實證決議", At(6)),
        ];
        if (!entry.Status.IsLiving() && entry.Status != EntryStatus.Closed)
        {
            // It ended early: what was done, and how it ended.
            line = [.. line.Take(now), new StepLine(Words.KeyOf(entry.Status), StepState.Now)];
        }

        return line;

        StepState At(int place) => place < now ? StepState.Done : place == now ? StepState.Now : StepState.Todo;
    }

    private static int PlaceOf(EntryStatus status) => status switch
    {
        EntryStatus.Applied => 1,
        EntryStatus.Matched or EntryStatus.ConceptSubmitted => 2,
        EntryStatus.Shortlisted => 3,
        EntryStatus.Cooperating => 4,
        EntryStatus.ProofSubmitted => 5,
        EntryStatus.Decided => 6,
        _ => 7,
    };

    private static string? Day(DateTimeOffset? at) => at is { } day ? TaipeiTime.ShortText(day, dateOnly: true) : null;
}
