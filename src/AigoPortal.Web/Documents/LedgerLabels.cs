using System.Globalization;

namespace AigoPortal.Web.Documents;

/// <summary>The words on the printed ledger. A document keeps its language, whatever the reader's screen speaks.</summary>
public sealed record LedgerLabels
{
    private static readonly TimeSpan Taipei = TimeSpan.FromHours(8);

    public required string Language { get; init; }
    public required string Office { get; init; }
    public required string Scope { get; init; }
    public required string WholeLedger { get; init; }
    public required string Separator { get; init; }
    public required string PrintedAt { get; init; }
    public required string PrintedBy { get; init; }
    public required string Currency { get; init; }
    public required string Sequence { get; init; }
    public required string Date { get; init; }
    public required string Voucher { get; init; }
    public required string EntryNumber { get; init; }
    public required string Problem { get; init; }
    public required string Team { get; init; }
    public required string Tier { get; init; }
    public required string Milestone { get; init; }
    public required string Payee { get; init; }
    public required string TaxStatus { get; init; }
    public required string Gross { get; init; }
    public required string Rate { get; init; }
    public required string Tax { get; init; }
    public required string Net { get; init; }
    public required string Approver { get; init; }
    public required string Releaser { get; init; }
    public required string Hash { get; init; }
    public required string Kind { get; init; }
    public required string Payment { get; init; }
    public required string Reversal { get; init; }
    public required string ReversalOf { get; init; }
    public required string Reason { get; init; }
    public required string Reverses { get; init; }
    public required string Sheet { get; init; }
    public required string About { get; init; }
    public required string CheckHere { get; init; }
    public required string Pair { get; init; }
    public required string Continued { get; init; }
    public required string Subtotal { get; init; }
    public required string BroughtForward { get; init; }
    public required string CarriedForward { get; init; }
    public required string Total { get; init; }
    public required string Check { get; init; }
    public required string Agrees { get; init; }
    public required string Disagrees { get; init; }
    public required string InWords { get; init; }
    public required string Nothing { get; init; }
    public required string ChainHead { get; init; }
    public required string PageOf { get; init; }
    public required IReadOnlyList<string> Signatures { get; init; }
    public required string SignedOn { get; init; }
    public required bool RocYears { get; init; }

    public static LedgerLabels Chinese { get; } = new()
    {
        Language = "zh-Hant-TW",
        Office = "AIGO 計畫辦公室",
        Scope = "篩選條件：",
        WholeLedger = "全部",
        Separator = "；",
        PrintedAt = "列印時間：",
        PrintedBy = "列印人：",
        Currency = "單位：新臺幣元",
        Sequence = "序號",
        Date = "日期",
        Voucher = "憑證號",
        EntryNumber = "案號",
        Problem = "題目",
        Team = "團隊",
        Tier = "獎項",
        Milestone = "項目",
        Payee = "受款人",
        TaxStatus = "身分",
        Gross = "給付總額",
        Rate = "扣繳率",
        Tax = "稅額",
        Net = "實付",
        Approver = "核准",
        Releaser = "放行",
        Hash = "雜湊值",
        Kind = "類別",
        Payment = "撥付",
        Reversal = "沖正",
        ReversalOf = "沖正序號",
        Reason = "沖正原因",
        Reverses = "沖正第 {0} 筆：{1}",
        Sheet = "清冊",
        About = "說明",
        CheckHere = "掃描核對帳鏈",
        Pair = "{0}／{1}",
        Continued = "（續）",
        Subtotal = "小計（{0} 筆）",
        BroughtForward = "承前頁",
        CarriedForward = "過次頁",
        Total = "總計（{0} 筆）",
        Check = "核對：給付總額 {0} ＝ 稅額 {1} ＋ 實付 {2}",
        Agrees = "（相符）",
        Disagrees = "（不符）",
        InWords = "實付新臺幣{0}元整",
        Nothing = "查無資料",
        ChainHead = "帳鏈末筆雜湊值：",
        PageOf = "第 {0} 頁，共 {1} 頁",
        Signatures = ["製表", "覆核", "主辦"],
        SignedOn = "　　年　　月　　日",
        RocYears = true,
    };

    public static LedgerLabels English { get; } = new()
    {
        Language = "en",
        Office = "AIGO Programme Office",
        Scope = "Filters: ",
        WholeLedger = "all",
        Separator = "; ",
        PrintedAt = "Printed: ",
        PrintedBy = "Printed by: ",
        Currency = "Amounts in NT$",
        Sequence = "No.",
        Date = "Date",
        Voucher = "Voucher",
        EntryNumber = "Entry",
        Problem = "Problem",
        Team = "Team",
        Tier = "Award",
        Milestone = "Item",
        Payee = "Payee",
        TaxStatus = "Status",
        Gross = "Gross",
        Rate = "Rate",
        Tax = "Tax",
        Net = "Net",
        Approver = "Approved",
        Releaser = "Released",
        Hash = "Hash",
        Kind = "Kind",
        Payment = "Payment",
        Reversal = "Reversal",
        ReversalOf = "Reverses no.",
        Reason = "Reason",
        Reverses = "Reverses no. {0}: {1}",
        Sheet = "Ledger",
        About = "About",
        CheckHere = "Scan to check",
        Pair = "{0} / {1}",
        Continued = " (continued)",
        Subtotal = "Subtotal ({0})",
        BroughtForward = "Brought forward",
        CarriedForward = "Carried forward",
        Total = "Total ({0})",
        Check = "Check: gross {0} = tax {1} + net {2}",
        Agrees = " (agrees)",
        Disagrees = " (does not agree)",
        InWords = "",
        Nothing = "Nothing to show",
        ChainHead = "Chain head: ",
        PageOf = "Page {0} of {1}",
        Signatures = ["Prepared by", "Reviewed by", "Approved by"],
        SignedOn = "Date:",
        RocYears = false,
    };

    public static LedgerLabels For(CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(culture);
        return string.Equals(culture.TwoLetterISOLanguageName, "en", StringComparison.Ordinal) ? English : Chinese;
    }

    internal string ShortDate(DateOnly date) => RocYears
        ? string.Create(CultureInfo.InvariantCulture, $"{date.Year - 1911}/{date.Month:00}/{date.Day:00}")
        : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal string Instant(DateTimeOffset at)
    {
        var local = at.ToOffset(Taipei); // Taiwan keeps no summer time
        return RocYears
            ? string.Create(CultureInfo.InvariantCulture, $"{local.Year - 1911} 年 {local.Month} 月 {local.Day} 日 {local:HH:mm}")
            : local.ToString("d MMMM yyyy HH:mm 'Taipei time'", CultureInfo.InvariantCulture);
    }

    internal string KindOf(LedgerLine line) => line.ReversalOf is null ? Payment : Reversal;

    internal string Both(string first, string second) => Fill(Pair, first, second);

    internal static string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    internal static string Amount(long dollars) => dollars.ToString("#,0", CultureInfo.InvariantCulture);

    internal static string Percent(decimal rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
