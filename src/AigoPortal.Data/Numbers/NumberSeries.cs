using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Data.Numbers;

/// <summary>A series of running numbers, such as the problems of round 108-2.</summary>
public sealed class NumberSeries
{
    /// <summary>Such as <c>108-2-P</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The last number given.</summary>
    public int Last { get; set; }
}

/// <summary>Gives running numbers, each once.</summary>
public static class RunningNumbers
{
    /// <summary>
    /// The next code of a series, such as 108-2-P017. Call it inside a transaction: the series stays locked until
    /// the transaction ends, so that simultaneous callers wait and no number is given twice.
    /// </summary>
    public static async Task<string> NextCodeAsync(this PortalDbContext db, string series, CancellationToken cancel)
    {
        var found = await db.NumberSeries.Where(known => known.Name == series)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Last, known => known.Last + 1), cancel);
        if (found == 0)
        {
            db.NumberSeries.Add(new NumberSeries { Name = series, Last = 1 });
            await db.SaveChangesAsync(cancel);
        }

        var number = await db.NumberSeries.Where(known => known.Name == series).Select(known => known.Last).SingleAsync(cancel);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{series}{number:D3}");
    }
}
