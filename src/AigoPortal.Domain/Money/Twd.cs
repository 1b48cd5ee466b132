namespace AigoPortal.Domain.Money;

/// <summary>An amount in whole New Taiwan dollars.</summary>
/// <param name="Dollars">Whole dollars; negative only in reversals.</param>
public readonly record struct Twd(long Dollars) : IComparable<Twd>
{
    /// <summary>No money.</summary>
    public static readonly Twd Zero = new(0);

    /// <summary>The sum; overflow throws.</summary>
    public static Twd operator +(Twd left, Twd right) => new(checked(left.Dollars + right.Dollars));

    /// <summary>The difference; overflow throws.</summary>
    public static Twd operator -(Twd left, Twd right) => new(checked(left.Dollars - right.Dollars));

    /// <summary>The opposite amount, for reversals.</summary>
    public static Twd operator -(Twd amount) => new(checked(-amount.Dollars));

    /// <summary>Compares amounts.</summary>
    public static bool operator <(Twd left, Twd right) => left.Dollars < right.Dollars;

    /// <summary>Compares amounts.</summary>
    public static bool operator >(Twd left, Twd right) => left.Dollars > right.Dollars;

    /// <summary>Compares amounts.</summary>
    public static bool operator <=(Twd left, Twd right) => left.Dollars <= right.Dollars;

    /// <summary>Compares amounts.</summary>
    public static bool operator >=(Twd left, Twd right) => left.Dollars >= right.Dollars;

    /// <inheritdoc />
    public int CompareTo(Twd other) => Dollars.CompareTo(other.Dollars);

    /// <summary>With thousands separators: 700,000.</summary>
    public override string ToString() => Dollars.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Sums of money.</summary>
public static class TwdSums
{
    /// <summary>The sum of amounts; zero for none.</summary>
    public static Twd Sum(this IEnumerable<Twd> amounts) => amounts.Aggregate(Twd.Zero, (sum, next) => sum + next);

    /// <summary>The sum of an amount of each item; zero for none.</summary>
    public static Twd Sum<T>(this IEnumerable<T> items, Func<T, Twd> amount) => items.Select(amount).Sum();
}
