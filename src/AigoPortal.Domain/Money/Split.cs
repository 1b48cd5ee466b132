namespace AigoPortal.Domain.Money;

/// <summary>Dividing an amount in whole dollars.</summary>
public static class Split
{
    /// <summary>Equal parts; the dollars left over go one each to the first parts, so that the parts add up exactly.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There must be at least one part.</exception>
    public static IReadOnlyList<Twd> Evenly(Twd amount, int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (each, left) = Math.DivRem(amount.Dollars, parts);
        return [.. Enumerable.Range(0, parts).Select(index => new Twd(each + (index < left ? 1 : 0)))];
    }
}
