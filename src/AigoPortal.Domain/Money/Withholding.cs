using System.ComponentModel;

namespace AigoPortal.Domain.Money;

/// <summary>How the income tax law sees a payee.</summary>
public enum TaxStatus
{
    /// <summary>本國人或居住者: 10%.</summary>
    [Description("本國人")]
    Resident,

    /// <summary>外籍人士: 20%.</summary>
    [Description("外籍人士")]
    Foreigner,

    /// <summary>法人: where the award scheme allows it and has a rate for it.</summary>
    [Description("法人")]
    LegalEntity,
}

/// <summary>A dated rate of withholding tax (AIGO briefing, 解題獎勵方式: 本國 10%, 外籍 20%).</summary>
/// <param name="Status">Whom it applies to.</param>
/// <param name="Rate">A share of the gross, 0.10 for 10%.</param>
/// <param name="ValidFrom">The first day it applies; it ends when a later rule begins.</param>
/// <param name="Threshold">Payments below this gross are not taxed; zero turns it off (our own default).</param>
public sealed record WithholdingRule(TaxStatus Status, decimal Rate, DateOnly ValidFrom, Twd Threshold);

/// <summary>What is withheld from one payment to one payee.</summary>
/// <param name="Gross">Before tax.</param>
/// <param name="Rate">The rate applied.</param>
/// <param name="Tax">Withheld, rounded down to the dollar.</param>
/// <param name="Net">Paid out; always gross − tax.</param>
public sealed record Withheld(Twd Gross, decimal Rate, Twd Tax, Twd Net);

/// <summary>Withholding tax by dated rules.</summary>
public static class Withholding
{
    /// <summary>The tax on a payment on a day, rounded down to the whole dollar.</summary>
    /// <exception cref="InvalidOperationException">No rule covers that status on that day: the round's data is incomplete.</exception>
    public static Withheld On(Twd gross, TaxStatus status, DateOnly day, IEnumerable<WithholdingRule> rules)
    {
        var rule = rules.Where(rule => rule.Status == status && rule.ValidFrom <= day).MaxBy(rule => rule.ValidFrom)
            ?? throw new InvalidOperationException($"No withholding rule for {status} on {day:O}.");
        var tax = gross < rule.Threshold ? Twd.Zero : new Twd((long)decimal.Floor(gross.Dollars * rule.Rate));
        return new Withheld(gross, rule.Rate, tax, gross - tax);
    }
}
