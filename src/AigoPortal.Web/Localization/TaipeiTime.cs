using System.Globalization;

namespace AigoPortal.Web.Localization;

/// <summary>Instants and days as people in Taipei read them, in the reader's language.</summary>
public static class TaipeiTime
{
    // Taiwan has kept UTC+8 without daylight saving since 1980; a fixed offset needs no time zone data on the machine.
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    private const string ChineseWeekdays = "日一二三四五六";
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    public static DateTimeOffset At(DateOnly date, TimeOnly time) => new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();

    public static int RocYear(DateOnly date) => date.Year - 1911;

    public static string Text(DateTimeOffset at, bool seconds = false, bool roc = false) =>
        DateText(DateOf(at), roc) + (Languages.IsEnglish ? ", " : "") + Clock(at, seconds);

    public static string DateText(DateTimeOffset at, bool roc = false) => DateText(DateOf(at), roc);

    public static string DateText(DateOnly date, bool roc = false) => Languages.IsEnglish
        ? date.ToString("ddd d MMMM yyyy", English) + (roc ? $" (ROC {RocYear(date)})" : "")
        : $"{date.Year}{(roc ? $"（民國 {RocYear(date)}）" : " ")}年 {date.Month} 月 {date.Day} 日（{Weekday(date)}）";

    public static string ShortText(DateTimeOffset at, bool dateOnly = false) => dateOnly ? ShortText(DateOf(at))
        : ShortText(DateOf(at)) + (Languages.IsEnglish ? ", " : "") + Clock(at, seconds: false);

    public static string ShortText(DateOnly date) => Languages.IsEnglish
        ? date.ToString("ddd d MMM", English)
        : $"{date.Month}/{date.Day}（{Weekday(date)}）";

    public static string Machine(DateTimeOffset at) => at.ToOffset(Offset).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Clock(DateTimeOffset at, bool seconds) =>
        at.ToOffset(Offset).ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);

    private static char Weekday(DateOnly date) => ChineseWeekdays[(int)date.DayOfWeek];
}
