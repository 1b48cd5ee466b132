using AigoPortal.Web.Documents;

namespace AigoPortal.Web.Tests.Documents;

internal static class Ledgers
{
    public static LedgerLine Line(long sequence, string entry = "AIGO-108-0001", long gross = 50_000, string team = "鋼鐵之眼", string payee = "陳怡君") => new(
        sequence, new DateOnly(2019, 7, 3), entry, "鋼鐵表面瑕疵即時檢測", team, "解題獎補", "核發 1", payee, "居住者",
        gross, 0.1m, gross / 10, gross - (gross / 10), $"108-{sequence:000000}", "王志明", "林佳蓉", "ab12");

    public static LedgerLine Reversal(long sequence, long of, string reason) => Line(sequence, gross: -50_000) with { ReversalOf = of, Reason = reason };

    public static LedgerReport Of(params IEnumerable<LedgerLine> lines) => new(
        "獎金清冊", "108-1 場次", ["期間 108/07/01 至 108/12/31"], new DateTimeOffset(2019, 7, 2, 16, 30, 0, TimeSpan.Zero), "稽核 李承翰",
        "9f86d081884c7d659a2feaa0c55ad015", lines.ToAsyncEnumerable());

    public static async Task<byte[]> Pdf(LedgerReport report, LedgerLabels? labels = null)
    {
        using var file = new MemoryStream();
        await LedgerPdf.WriteAsync(report, labels ?? LedgerLabels.Chinese, file);
        return file.ToArray();
    }
}
