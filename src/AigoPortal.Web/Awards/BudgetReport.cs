using System.ComponentModel;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;

namespace AigoPortal.Web.Awards;

/// <summary>A round's money, or that of several rounds, in whole dollars before tax.</summary>
/// <param name="Budget">What may be awarded.</param>
/// <param name="Committed">Booked by decisions and not freed again.</param>
/// <param name="Due">Of that, on its way to the payees: from falling due to approval.</param>
/// <param name="Paid">Of that, paid: payments less reversals.</param>
public sealed record RoundMoney(long Budget, long Committed, long Due, long Paid)
{
    /// <summary>What may still be decided.</summary>
    public long Free => Budget - Committed;
}

/// <summary>A tier: what was booked, what is on its way, what was paid.</summary>
public sealed record TierLine(AwardTier Tier, long Booked, long Due, long Paid);

/// <summary>A month in Taipei: what was decided, what was paid by tier.</summary>
public sealed record MonthLine(DateOnly Month, long Decided, IReadOnlyDictionary<AwardTier, long> Paid, long PaidSoFar)
{
    /// <summary>Of all tiers.</summary>
    public long Total => Paid.Values.Sum();
}

/// <summary>How long a milestone has been on its way.</summary>
public enum MilestoneAge
{
    /// <summary>Seven days or less.</summary>
    [Description("7 天以內")]
    Week,

    /// <summary>Eight to fourteen days.</summary>
    [Description("8–14 天")]
    Fortnight,

    /// <summary>Fifteen to thirty days.</summary>
    [Description("15–30 天")]
    Month,

    /// <summary>Longer.</summary>
    [Description("超過 30 天")]
    Longer,
}

/// <summary>Milestones on their way, of an age; overdue are those whose team is past the date for evidence.</summary>
public sealed record AgeLine(MilestoneAge Age, int Count, long Amount, int Overdue, long OverdueAmount);

/// <summary>What was withheld in a month from payees of a status.</summary>
public sealed record TaxLine(DateOnly Month, TaxStatus Status, long Gross, long Tax, long Net);

/// <summary>Budget against actual.</summary>
/// <param name="Money">The five figures.</param>
/// <param name="Tiers">By tier.</param>
/// <param name="Unreleased">Decided, not yet released: no milestones yet.</param>
/// <param name="Months">By month, the earliest first.</param>
/// <param name="Ages">Milestones on their way, by age.</param>
/// <param name="Taxes">Withheld by month and status.</param>
public sealed record BudgetReport(
    RoundMoney Money, IReadOnlyList<TierLine> Tiers, long Unreleased, IReadOnlyList<MonthLine> Months, IReadOnlyList<AgeLine> Ages, IReadOnlyList<TaxLine> Taxes);
