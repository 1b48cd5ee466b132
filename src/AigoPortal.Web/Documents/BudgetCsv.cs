using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using CsvHelper;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>Budget against actual for a spreadsheet: one figure a line, so that it can be sorted and summed.</summary>
public static class BudgetCsv
{
    public static async Task WriteAsync(BudgetReport report, string scope, IStringLocalizer<Portal> T, Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync([T["場次"].Value, T["報表"].Value, T["項目"].Value, T["數字"].Value, T["金額"].Value], cancellationToken);
        foreach (var (table, subject, figure, amount) in Lines(report, T))
        {
            await csv.WriteRecordAsync([Harmless(scope), Harmless(table), Harmless(subject), Harmless(figure), amount.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        }
    }

    private static IEnumerable<(string Table, string Subject, string Figure, long Amount)> Lines(BudgetReport report, IStringLocalizer<Portal> T)
    {
        var (total, tiers, months, ages, taxes) = (T["總額"].Value, T["各獎項"].Value, T["各月"].Value, T["核發中的款項"].Value, T["各月扣繳"].Value);
        yield return (total, "", T["預算"].Value, report.Money.Budget);
        yield return (total, "", T["已決議"].Value, report.Money.Committed);
        yield return (total, "", T["核發中"].Value, report.Money.Due);
        yield return (total, "", T["已撥付"].Value, report.Money.Paid);
        yield return (total, "", T["尚可決議"].Value, report.Money.Free);
        foreach (var line in report.Tiers)
        {
            yield return (tiers, T.Word(line.Tier), T["已決議"].Value, line.Booked);
            yield return (tiers, T.Word(line.Tier), T["核發中"].Value, line.Due);
            yield return (tiers, T.Word(line.Tier), T["已撥付"].Value, line.Paid);
        }

        yield return (tiers, T["已決議未公布"].Value, T["已決議"].Value, report.Unreleased);
        foreach (var line in report.Months)
        {
            yield return (months, Month(line.Month), T["當月決議"].Value, line.Decided);
            foreach (var tier in Enum.GetValues<AwardTier>())
            {
                yield return (months, Month(line.Month), T.Word(tier), line.Paid.GetValueOrDefault(tier));
            }
        }

        foreach (var line in report.Ages)
        {
            yield return (ages, T.Word(line.Age), T["金額"].Value, line.Amount);
            yield return (ages, T.Word(line.Age), T["逾期金額"].Value, line.OverdueAmount);
        }

        foreach (var line in report.Taxes)
        {
            var subject = $"{Month(line.Month)} {T.Word(line.Status)}";
            yield return (taxes, subject, T["給付總額"].Value, line.Gross);
            yield return (taxes, subject, T["稅額"].Value, line.Tax);
            yield return (taxes, subject, T["實付"].Value, line.Net);
        }
    }

    private static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
