using System.ComponentModel;
using AigoPortal.Data;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Awards;

/// <summary>What was paid to a payee in a calendar year under one kind of income, tax status and rate; reversals count in the year they were posted.</summary>
/// <param name="PayeeId">The payee.</param>
/// <param name="PayeeName">As the ledger wrote it.</param>
/// <param name="IncomeCode">所得格式代號.</param>
/// <param name="TaxStatus">As the tax law saw the payee.</param>
/// <param name="Rate">The rate applied, 0.10 for 10%.</param>
/// <param name="Rows">How many ledger rows.</param>
/// <param name="Gross">Before tax, whole dollars.</param>
/// <param name="Tax">Withheld.</param>
/// <param name="Net">Paid out.</param>
public sealed record WithheldLine(Guid PayeeId, string PayeeName, string IncomeCode, TaxStatus TaxStatus, decimal Rate, int Rows, long Gross, long Tax, long Net);

/// <summary>Sums of a kind of income over all payees.</summary>
public sealed record WithheldKind(string IncomeCode, TaxStatus TaxStatus, decimal Rate, int Payees, long Gross, long Tax, long Net);

/// <summary>The year-end summary of withholding tax (扣繳), read from the ledger.</summary>
public static class TaxYear
{
    /// <summary>The years of which there can be a summary, the newest first.</summary>
    public static async Task<IReadOnlyList<int>> YearsAsync(PortalDbContext db, DateTimeOffset now, CancellationToken cancel)
    {
        var last = Taipei.DateOf(now).Year;
        var first = await db.Ledger.OrderBy(row => row.Sequence).Select(row => (DateOnly?)row.Date).FirstOrDefaultAsync(cancel);
        return [.. Enumerable.Range(0, Math.Max(1, last - (first?.Year ?? last) + 1)).Select(back => last - back)];
    }

    /// <summary>Per payee and kind, ordered by name; lines that a reversal brought to nothing are left out.</summary>
    /// <param name="db">The portal's database.</param>
    /// <param name="year">The calendar year, CE.</param>
    /// <param name="payee">Only this payee's lines.</param>
    public static IQueryable<WithheldLine> Lines(PortalDbContext db, int year, Guid? payee = null)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return (
            from row in db.Ledger
            where row.Date >= first && row.Date <= last && (payee == null || row.PayeeId == payee)
            join milestone in db.Milestones on row.MilestoneId equals milestone.Id
            select new
            {
                row.PayeeId,
                row.PayeeName,
                milestone.IncomeCode,
                row.TaxStatus,
                row.TaxRate,

                // An amount is a whole number in the database; the cast says so to its SUM.
                Gross = (long)(object)row.Gross,
                Tax = (long)(object)row.Tax,
                Net = (long)(object)row.Net,
            })
            .GroupBy(row => new { row.PayeeId, row.IncomeCode, row.TaxStatus, row.TaxRate })
            .Select(group => new
            {
                group.Key,
                Name = group.Max(row => row.PayeeName)!,
                Rows = group.Count(),
                Gross = group.Sum(row => row.Gross),
                Tax = group.Sum(row => row.Tax),
                Net = group.Sum(row => row.Net),
            })
            .Where(sum => sum.Gross != 0 || sum.Tax != 0)
            .OrderBy(sum => sum.Name).ThenBy(sum => sum.Key.PayeeId).ThenBy(sum => sum.Key.IncomeCode).ThenBy(sum => sum.Key.TaxRate)
            .Select(sum => new WithheldLine(sum.Key.PayeeId, sum.Name, sum.Key.IncomeCode, sum.Key.TaxStatus, sum.Key.TaxRate, sum.Rows, sum.Gross, sum.Tax, sum.Net));
    }

    /// <summary>The sums of each kind.</summary>
    public static IReadOnlyList<WithheldKind> Kinds(IEnumerable<WithheldLine> lines) =>
    [
        .. lines.GroupBy(line => (line.IncomeCode, line.TaxStatus, line.Rate)).OrderBy(group => group.Key)
            .Select(group => new WithheldKind(
                group.Key.IncomeCode, group.Key.TaxStatus, group.Key.Rate, group.Select(line => line.PayeeId).Distinct().Count(),
                group.Sum(line => line.Gross), group.Sum(line => line.Tax), group.Sum(line => line.Net))),
    ];
}

/// <summary>Kinds of income by their code.</summary>
public enum IncomeKind
{
    /// <summary>競技競賽及機會中獎獎金.</summary>
    [Description("競技競賽獎金")]
    Prize = 91,

    /// <summary>其他所得.</summary>
    [Description("其他所得")]
    Other = 92,
}
