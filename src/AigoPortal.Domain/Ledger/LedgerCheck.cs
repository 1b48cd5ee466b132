using System.ComponentModel;

namespace AigoPortal.Domain.Ledger;

/// <summary>What can be wrong with the ledger.</summary>
public enum LedgerFault
{
    /// <summary>The sequence jumps: a row is missing or was slipped in.</summary>
    [Description("序號不連續")]
    Gap,

    /// <summary>The row doesn't name the hash of the row before.</summary>
    [Description("與前一列的雜湊值不相連")]
    Unchained,

    /// <summary>The row no longer says what it said when it was posted.</summary>
    [Description("內容與雜湊值不符")]
    Altered,

    /// <summary>Fewer rows than were posted.</summary>
    [Description("末尾缺少資料列")]
    Cut,
}

/// <summary>What a check of the whole ledger found.</summary>
/// <param name="Count">Rows that are in order, from the first.</param>
/// <param name="Head">The hash of the last of them.</param>
/// <param name="BadSequence">Where the first fault is; null when there is none.</param>
/// <param name="Fault">The first fault.</param>
public sealed record LedgerVerdict(long Count, string Head, long? BadSequence, LedgerFault? Fault)
{
    /// <summary>Whether every row is in order.</summary>
    public bool IsSound => Fault is null;
}

/// <summary>Checks the ledger row by row, in order.</summary>
public sealed class LedgerCheck
{
    private LedgerRow? _last;

    /// <summary>What was found so far.</summary>
    public LedgerVerdict Verdict { get; private set; } = new(0, LedgerRow.Origin, null, null);

    /// <summary>Checks the next row; false at the first fault, after which nothing counts any more.</summary>
    public bool Takes(LedgerRow row)
    {
        if (Verdict.IsSound)
        {
            Verdict = FaultOf(row) is { } fault
                ? Verdict with { BadSequence = row.Sequence, Fault = fault }
                : Verdict with { Count = Verdict.Count + 1, Head = row.Hash };
            _last = row;
        }

        return Verdict.IsSound;
    }

    /// <summary>The ledger ends here; it must hold as many rows as were posted.</summary>
    public LedgerVerdict Ends(long posted) =>
        Verdict.IsSound && Verdict.Count < posted ? Verdict = Verdict with { BadSequence = Verdict.Count + 1, Fault = LedgerFault.Cut } : Verdict;

    private LedgerFault? FaultOf(LedgerRow row) =>
        row.Sequence != (_last?.Sequence ?? 0) + 1 ? LedgerFault.Gap
        : !string.Equals(row.PreviousHash, _last?.Hash ?? LedgerRow.Origin, StringComparison.Ordinal) ? LedgerFault.Unchained
        : !row.IsIntact ? LedgerFault.Altered
        : null;
}
