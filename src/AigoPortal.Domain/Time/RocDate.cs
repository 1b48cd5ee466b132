namespace AigoPortal.Domain.Time;

/// <summary>Years of the Republic of China (民國), as Taiwan's offices write them: CE year − 1911.</summary>
public static class RocDate
{
    /// <summary>民國元年 in the common era.</summary>
    public const int FirstYear = 1912;

    /// <summary>The ROC year of a date; 2019 is 108.</summary>
    public static int YearOf(DateOnly date) => date.Year - 1911;

    /// <summary>Written as an office writes it: 108 年 7 月 3 日.</summary>
    public static string Write(DateOnly date) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{YearOf(date)} 年 {date.Month} 月 {date.Day} 日");
}
