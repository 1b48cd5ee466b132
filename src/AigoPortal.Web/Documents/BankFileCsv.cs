using CsvHelper;
using static AigoPortal.Web.Documents.SpreadsheetText;

namespace AigoPortal.Web.Documents;

/// <summary>One transfer in the bank's file.</summary>
/// <param name="BankCode">Three digits.</param>
/// <param name="Account">The account in the clear.</param>
/// <param name="Payee">The holder's name.</param>
/// <param name="Amount">Whole dollars.</param>
/// <param name="Reference">The voucher number.</param>
public sealed record BankFileLine(string BankCode, string Account, string Payee, long Amount, string Reference);

/// <summary>The bank's file: UTF-8 with a byte order mark, a header in Chinese whatever the reader's language (docs/payments.md).</summary>
public static class BankFileCsv
{
    private static readonly string[] Header = ["銀行代碼", "帳號", "戶名", "金額", "憑證號"];

    public static async Task WriteAsync(IEnumerable<BankFileLine> lines, Stream output, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(lines);
        await using var csv = CsvWriter.Create(output, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync(Header, cancel);
        foreach (var line in lines)
        {
            csv.WriteField(Harmless(line.BankCode));
            csv.WriteField(Harmless(line.Account));
            csv.WriteField(Harmless(line.Payee));
            csv.WriteField(line.Amount);
            csv.WriteField(Harmless(line.Reference));
            await csv.EndRecordAsync(cancel);
        }
    }
}
