using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Time;

namespace AigoPortal.Web.Demo;

/// <summary>Turns announced dates into the instants a round enforces.</summary>
public static class RoundSchedule
{
    public static IReadOnlyList<RoundStep> Of(RoundDates round, int cooperationMonths)
    {
        var dated = round.Steps.Where(step => step.At is not null || step.From is not null).Select(StepOf).ToList();
        var review = dated.First(step => step.Kind == RoundStepKind.ConceptReview);
        return [.. dated, Cooperation(review, cooperationMonths)];
    }

    public static RoundStep Days(RoundStepKind kind, DateOnly from, DateOnly to, StepPrecision precision = StepPrecision.Day, bool tentative = false) =>
        new(kind, Taipei.StartOf(from), Taipei.EndOf(to), precision, tentative);

    public static RoundStep Deadline(RoundStepKind kind, DateTimeOffset at, StepPrecision precision = StepPrecision.Instant, bool tentative = false) =>
        new(kind, at, at, precision, tentative);

    /// <summary>Both sides sign within the months after the concept review (出解題簽訂合作文件).</summary>
    public static RoundStep Cooperation(RoundStep review, int months) =>
        new(RoundStepKind.Cooperation, review.EndsAt, Taipei.Local(review.EndsAt).AddMonths(months), StepPrecision.Day, Tentative: false);

    private static RoundStep StepOf(StepDates step) => step.At is { } at
        ? Deadline(step.Step, at, Precision(step.Precision, StepPrecision.Instant), step.Tentative)
        : Days(step.Step, step.From!.Value, step.To ?? step.From.Value, Precision(step.Precision, StepPrecision.Day), step.Tentative);

    private static StepPrecision Precision(FilePrecision? announced, StepPrecision exact) => announced switch
    {
        FilePrecision.Month => StepPrecision.Month,
        FilePrecision.MidMonth => StepPrecision.MidMonth,
        FilePrecision.LateMonth => StepPrecision.LateMonth,
        _ => exact,
    };
}
