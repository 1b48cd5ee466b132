using System.Globalization;
using AigoPortal.Domain.Rounds;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Localization;

/// <summary>When a step of a round happens, said as exactly as it is known and no more.</summary>
public static class StepWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    extension(IStringLocalizer T)
    {
        /// <summary>Such as 8 月, 10 月下旬, 審查後 1 個月內; a deadline is always its instant.</summary>
        public string When(RoundStep step) => step switch
        {
            { Kind: RoundStepKind.Cooperation } => T["審查後 {0} 個月內", Months(step)].Value,
            { IsDeadline: true } => TaipeiTime.Text(step.EndsAt, roc: true),
            { Precision: StepPrecision.Day or StepPrecision.Instant } => Range(T, TaipeiTime.DateText(First(step), roc: true), LastOfRange(step) is { } last ? TaipeiTime.DateText(last, roc: true) : null),
            _ => T.Roughly(step, withYear: true),
        };

        /// <summary>The same for a step line, without the year: a day, the first of several days, the end of the matching.</summary>
        public string WhenShort(RoundStep step) => step switch
        {
            { Kind: RoundStepKind.Cooperation } => T["審查後 {0} 個月內", Months(step)].Value,
            { IsDeadline: true } => TaipeiTime.ShortText(step.EndsAt),
            { Precision: StepPrecision.Day or StepPrecision.Instant, Kind: RoundStepKind.Matching } => T["至 {0}", TaipeiTime.ShortText(LastOfRange(step) ?? First(step))].Value,
            { Precision: StepPrecision.Day or StepPrecision.Instant } => TaipeiTime.ShortText(First(step)),
            _ => T.Roughly(step, withYear: false),
        };

        /// <summary>The month, or the third of it, in which a step falls.</summary>
        public string Roughly(RoundStep step, bool withYear)
        {
            var (first, last) = (First(step), LastOfRange(step));
            return step.Precision switch
            {
                StepPrecision.MidMonth => T["{0} 月中旬", Month(last ?? first, withYear)].Value,
                StepPrecision.LateMonth => T["{0} 月下旬", Month(last ?? first, withYear)].Value,
                _ when last is { } end && (end.Year, end.Month) != (first.Year, first.Month) => Range(
                    T, T["{0} 月", Month(first, withYear && (first.Year != end.Year || !Languages.IsEnglish))].Value, T["{0} 月", Month(end, withYear && (first.Year != end.Year || Languages.IsEnglish))].Value),
                _ => T["{0} 月", Month(first, withYear)].Value,
            };
        }
    }

    private static DateOnly First(RoundStep step) => TaipeiTime.DateOf(step.StartsAt);

    // A range ends before its last instant; one day, like a deadline, is no range.
    private static DateOnly? LastOfRange(RoundStep step) =>
        step.EndsAt > step.StartsAt && TaipeiTime.DateOf(step.EndsAt.AddTicks(-1)) is var last && last > First(step) ? last : null;

    private static int Months(RoundStep step)
    {
        var (from, to) = (First(step), TaipeiTime.DateOf(step.EndsAt));
        return ((to.Year - from.Year) * 12) + to.Month - from.Month;
    }

    private static string Range(IStringLocalizer T, string from, string? to) => to is null ? from : T["{0} 至 {1}", from, to].Value;

    private static string Month(DateOnly date, bool withYear) => Languages.IsEnglish
        ? date.ToString(withYear ? "MMMM yyyy" : "MMMM", English) + (withYear ? $" (ROC {TaipeiTime.RocYear(date)})" : "")
        : (withYear ? $"{date.Year}（民國 {TaipeiTime.RocYear(date)}）年 " : "") + date.Month.ToString(CultureInfo.InvariantCulture);
}
