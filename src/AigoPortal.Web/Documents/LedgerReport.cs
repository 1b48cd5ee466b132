using System.Runtime.InteropServices;

namespace AigoPortal.Web.Documents;

/// <summary>The award ledger (獎金清冊) as it is printed or exported; the lines come ordered by entry, then sequence.</summary>
public sealed record LedgerReport(
    string Title,
    string RoundName,
    IReadOnlyList<string> Filters,
    DateTimeOffset PrintedAt,
    string PrintedBy,
    string ChainHead,
    IAsyncEnumerable<LedgerLine> Lines)
{
    /// <summary>How many lines there are; what a long print leaves out depends on it.</summary>
    public int Count { get; init; }

    /// <summary>The page at which the print can be checked; null prints no code for it.</summary>
    public string? CheckAt { get; init; }

    /// <summary>The same rows as CSV, to go with the print; null for none.</summary>
    public Func<Stream, Task>? Attached { get; init; }
}

public sealed record LedgerLine(
    long Sequence,
    DateOnly Date,
    string EntryNumber,
    string ProblemTitle,
    string TeamName,
    string TierName,
    string MilestoneName,
    string PayeeName,
    string TaxStatusName,
    long Gross,
    decimal TaxRate,
    long Tax,
    long Net,
    string VoucherNumber,
    string ApproverName,
    string ReleaserName,
    string Hash,
    long? ReversalOf = null,
    string Reason = "");

[StructLayout(LayoutKind.Auto)]
internal readonly record struct LedgerSum(int Count, long Gross, long Tax, long Net)
{
    public bool Agrees => Gross == Tax + Net;

    public LedgerSum Plus(LedgerLine line) => new(Count + 1, checked(Gross + line.Gross), checked(Tax + line.Tax), checked(Net + line.Net));
}
