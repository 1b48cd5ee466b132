using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Time;
using static AigoPortal.Web.Demo.RoundSchedule;

namespace AigoPortal.Web.Demo;

/// <summary>Schedules around today: one round in its matching, one in the cooperation, one under proof review.</summary>
internal static class DemonstrationSchedule
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>The concept is due in about twelve days.</summary>
    public static IReadOnlyList<RoundStep> Matching(DateOnly today) => Of(today, listed: -30, briefing: -22, table: -3, concept: 12, review: 22, visit: 75, proof: 130, final: 141);

    /// <summary>Decisions on concepts were released three weeks ago.</summary>
    public static IReadOnlyList<RoundStep> Cooperating(DateOnly today) => Of(today, listed: -110, briefing: -101, table: -75, concept: -45, review: -25, visit: -8, proof: 62, final: 73);

    /// <summary>The proofs came in a week ago.</summary>
    public static IReadOnlyList<RoundStep> Proving(DateOnly today) => Of(today, listed: -235, briefing: -226, table: -200, concept: -165, review: -150, visit: -95, proof: -6, final: 8);

    private static List<RoundStep> Of(DateOnly today, int listed, int briefing, int table, int concept, int review, int visit, int proof, int final)
    {
        DateOnly Day(int offset) => Workday(today.AddDays(offset));
        var conceptReview = Days(RoundStepKind.ConceptReview, Day(review), Day(review + 1));
        var visits = today.AddDays(visit);
        return
        [
            Days(RoundStepKind.ProblemsListed, Day(listed), Day(listed)),
            Days(RoundStepKind.Briefings, Day(briefing), Day(briefing + 1)),
            Days(RoundStepKind.Matching, Day(listed), Day(concept)),
            Days(RoundStepKind.RoundTable, Day(table), Day(table)),
            Deadline(RoundStepKind.ConceptDeadline, Taipei.At(Day(concept), Noon)),
            conceptReview,
            Cooperation(conceptReview, months: 1),
            Days(RoundStepKind.SiteVisit, visits.AddDays(1 - visits.Day), visits.AddDays(DateTime.DaysInMonth(visits.Year, visits.Month) - visits.Day), StepPrecision.Month),
            Deadline(RoundStepKind.ProofDeadline, Taipei.At(Day(proof), Noon), tentative: proof > 0),
            Days(RoundStepKind.ProofReview, Day(final), Day(final + 1)),
        ];
    }

    // Offices are closed at the weekend, so a step waits for Monday.
    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
