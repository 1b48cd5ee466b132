using AigoPortal.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit.Ledger;

/// <summary>Sums of ledger rows; the key says of which, and is empty for all.</summary>
public sealed record LedgerSums(string Key, int Count, long Gross, long Tax, long Net)
{
    public static readonly LedgerSums None = new("", 0, 0, 0, 0);

    public bool Agrees => Gross == Tax + Net;

    /// <summary>Of all the rows.</summary>
    public static async Task<LedgerSums> OfAsync(IQueryable<LedgerRow> rows, CancellationToken cancel) =>
        (await ByAsync(rows.Select(row => new Keyed("", row)), cancel)).FirstOrDefault() ?? None;

    /// <summary>Of the rows of each entry.</summary>
    public static Task<List<LedgerSums>> ByEntryAsync(IQueryable<LedgerRow> rows, CancellationToken cancel) =>
        ByAsync(rows.Select(row => new Keyed(row.EntryCode, row)), cancel);

    /// <summary>Of the rows of each round, by its identity.</summary>
    public static Task<List<LedgerSums>> ByRoundAsync(IQueryable<LedgerRow> rows, CancellationToken cancel) =>
        ByAsync(rows.Select(row => new Keyed(row.RoundId.ToString(), row)), cancel);

    public LedgerSums Plus(LedgerSums other) => new("", Count + other.Count, Gross + other.Gross, Tax + other.Tax, Net + other.Net);

    // An amount is a whole number in the database; the cast says so to its SUM.
    private static Task<List<LedgerSums>> ByAsync(IQueryable<Keyed> rows, CancellationToken cancel) => rows.GroupBy(row => row.Key).Select(group => new LedgerSums(
        group.Key, group.Count(),
        group.Sum(row => (long)(object)row.Row.Gross), group.Sum(row => (long)(object)row.Row.Tax), group.Sum(row => (long)(object)row.Row.Net)))
        .ToListAsync(cancel);

    private sealed record Keyed(string Key, LedgerRow Row);
}
