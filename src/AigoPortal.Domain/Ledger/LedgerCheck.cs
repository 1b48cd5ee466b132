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
/// <param name="BadVoucher">The voucher number of the row at fault; null when that row is missing.</param>
public sealed record LedgerVerdict(long Count, string Head, long? BadSequence, LedgerFault? Fault, string? BadVoucher = null)
{
    /// <summary>Whether every row is in order.</summary>
    public bool IsSound => Fault is null;
}

/// <summary>Checks the ledger row by row, in order.</summary>
public sealed class LedgerCheck
{
    private LedgerRow? _last;
    private long _count;
    private LedgerVerdict? _fault;

    /// <summary>What was found so far.</summary>
    public LedgerVerdict Verdict => _fault ?? new(_count, _last?.Hash ?? LedgerRow.Origin, null, null);

    /// <summary>Checks the next row; false at the first fault, after which nothing counts any more.</summary>
    public bool Takes(LedgerRow row) => Takes(row, row.IsIntact);

    /// <summary>Checks the next row, of which <see cref="LedgerRow.IsIntact"/> is known already.</summary>
    public bool Takes(LedgerRow row, bool isIntact)
    {
        if (_fault is not null)
        {
            return false;
        }

        if (FaultOf(row, isIntact) is { } fault)
        {
            _fault = new LedgerVerdict(_count, _last?.Hash ?? LedgerRow.Origin, row.Sequence, fault, row.VoucherNumber);
        }
        else
        {
            (_count, _last) = (_count + 1, row);
        }

        return _fault is null;
    }

    /// <summary>The next row can't even be read: it has a word no row was posted with.</summary>
    public LedgerVerdict Stumbles(long sequence, string voucher) =>
        _fault ??= new LedgerVerdict(_count, _last?.Hash ?? LedgerRow.Origin, sequence, LedgerFault.Altered, voucher);

    /// <summary>The ledger ends here; it must hold as many rows as were posted.</summary>
    public LedgerVerdict Ends(long posted) =>
        _fault is null && _count < posted ? _fault = Verdict with { BadSequence = _count + 1, Fault = LedgerFault.Cut } : Verdict;

    private LedgerFault? FaultOf(LedgerRow row, bool isIntact) =>
        row.Sequence != (_last?.Sequence ?? 0) + 1 ? LedgerFault.Gap
        : !string.Equals(row.PreviousHash, _last?.Hash ?? LedgerRow.Origin, StringComparison.Ordinal) ? LedgerFault.Unchained
        : !isIntact ? LedgerFault.Altered
        : null;
}
