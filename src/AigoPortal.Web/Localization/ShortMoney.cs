using System.Globalization;
using AigoPortal.Domain.Money;

namespace AigoPortal.Web.Localization;

/// <summary>A large amount as people say it: 2,000 萬 or NT$20 million.</summary>
public static class ShortMoney
{
    /// <summary>The amount in the reader's language, to the next lower 萬.</summary>
    public static string Of(Twd amount) => Languages.IsEnglish
        ? string.Create(CultureInfo.InvariantCulture, $"NT${amount.Dollars / 10_000 / 100m:0.##} million")
        : string.Create(CultureInfo.InvariantCulture, $"{amount.Dollars / 10_000:N0} 萬");
}
