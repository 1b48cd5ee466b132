using System.Globalization;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using CsvHelper;
using Microsoft.Extensions.Localization;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>A payee of a year with what the declaration needs.</summary>
/// <param name="PayeeId">The payee.</param>
/// <param name="Name">As the ledger wrote it.</param>
/// <param name="IdNumber">National ID, ARC or company number; empty when the payee is gone.</param>
/// <param name="Address">Household or residence address.</param>
/// <param name="Lines">What was paid, by kind of income.</param>
public sealed record DeclaredPayee(Guid PayeeId, string Name, string IdNumber, string Address, IReadOnlyList<WithheldLine> Lines);

/// <summary>The year-end declaration as a spreadsheet; its layout is documented in docs/withholding.md.</summary>
public static class WithholdingCsv
{
    /// <summary>One line per payee, kind of income, tax status and rate; UTF-8 with a byte order mark.</summary>
    public static async Task<byte[]> WriteAsync(IReadOnlyList<DeclaredPayee> payees, int year, IStringLocalizer T, CancellationToken cancel)
    {
        using var file = new MemoryStream();
        await using (var csv = CsvWriter.Create(file, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            await csv.WriteRecordAsync(
                [T["給付年度"], T["所得格式代號"], T["所得類別"], T["身分證字號或居留證號"], T["受款人"], T["地址"], T["身分"], T["扣繳率"], T["筆數"], T["給付總額"], T["稅額"], T["實付"]], cancel);
            foreach (var payee in payees)
            {
                foreach (var line in payee.Lines)
                {
                    await csv.WriteRecordAsync(
                    [
                        Text(year), Harmless(line.IncomeCode), KindName(line.IncomeCode, T), Harmless(payee.IdNumber), Harmless(payee.Name), Harmless(payee.Address), T.Word(line.TaxStatus),
                        line.Rate.ToString("0.0000", CultureInfo.InvariantCulture), Text(line.Rows), Text(line.Gross), Text(line.Tax), Text(line.Net),
                    ], cancel);
                }
            }
        }

        return file.ToArray();
    }

    /// <summary>The code with its name where it is known.</summary>
    public static string KindName(string code, IStringLocalizer T) =>
        Enum.TryParse<IncomeKind>(code, out var kind) && Enum.IsDefined(kind) ? $"{code} {T.Word(kind)}" : code;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
