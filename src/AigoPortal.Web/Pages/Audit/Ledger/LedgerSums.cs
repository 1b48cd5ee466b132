using System.Linq.Expressions;
using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>Sums of ledger rows.</summary>
public sealed record LedgerSums(int Count, long Gross, long Tax, long Net)
{
    public static readonly LedgerSums None = new(0, 0, 0, 0);

    public bool Agrees => Gross == Tax + Net;

    /// <summary>Of all the rows.</summary>
    public static async Task<LedgerSums> OfAsync(IQueryable<LedgerRow> rows, CancellationToken cancel) =>
        (await ByAsync(rows, row => 1, cancel)).GetValueOrDefault(1) ?? None;

    /// <summary>Of the rows of each entry, round or whatever the key says.</summary>
    public static Task<Dictionary<TKey, LedgerSums>> ByAsync<TKey>(IQueryable<LedgerRow> rows, Expression<Func<LedgerRow, TKey>> key, CancellationToken cancel)
        where TKey : notnull =>
        rows.GroupBy(key).Select(group => new
        {
            group.Key,
            Count = group.Count(),

            // An amount is a whole number in the database; the cast says so to its SUM.
            Gross = group.Sum(row => (long)(object)row.Gross),
            Tax = group.Sum(row => (long)(object)row.Tax),
            Net = group.Sum(row => (long)(object)row.Net),
        }).ToDictionaryAsync(sum => sum.Key, sum => new LedgerSums(sum.Count, sum.Gross, sum.Tax, sum.Net), cancel);

    public LedgerSums Plus(LedgerSums other) => new(Count + other.Count, Gross + other.Gross, Tax + other.Tax, Net + other.Net);
}
