using AigoPortal.Data.Providers;
using AigoPortal.Domain.Rules;
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
        if (!await db.CountAsync(series, cancel) && !await db.BeginAsync(series, 1, cancel) && !await db.CountAsync(series, cancel))
        {
            throw new InvalidOperationException($"The series {series} can neither be begun nor counted.");
        }

        var number = await db.NumberSeries.Where(known => known.Name == series).Select(known => known.Last).SingleAsync(cancel);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{series}{number:D3}");
    }

    private static async Task<bool> CountAsync(this PortalDbContext db, string series, CancellationToken cancel) =>
        await db.NumberSeries.Where(known => known.Name == series)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Last, known => known.Last + 1), cancel) == 1;

    /// <summary>Begins a series; false when another caller was first, and theirs serves.</summary>
    /// <remarks>
    /// The second of two waits for the first and is refused. Inside a transaction a save stands on a savepoint of its own,
    /// so that the refusal takes nothing else with it.
    /// </remarks>
    public static async Task<bool> BeginAsync(this PortalDbContext db, string series, int last, CancellationToken cancel)
    {
        var begun = db.NumberSeries.Add(new NumberSeries { Name = series, Last = last });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (BrokenRuleException broken) when (broken.Rule.Code == BrokenConstraints.ChangedByAnother().Code)
        {
            return false;
        }
        finally
        {
            begun.State = EntityState.Detached;
        }
    }
}
