using System.ComponentModel;
using AigoPortal.Domain.Rules;

namespace AigoPortal.Domain.Awards;

/// <summary>The life of a transfer (匯款) of one ledger row's net amount.</summary>
public enum TransferStatus
{
    /// <summary>In no batch yet.</summary>
    [Description("待匯款")]
    Waiting,

    /// <summary>In a batch; the bank has not answered.</summary>
    [Description("匯款中")]
    Batched,

    /// <summary>The bank paid it.</summary>
    [Description("已匯款")]
    Paid,

    /// <summary>The bank sent it back.</summary>
    [Description("退匯")]
    Returned,

    /// <summary>Sent back, and tried again as another transfer.</summary>
    [Description("已重匯")]
    Reissued,

    /// <summary>The payment was reversed before the bank paid.</summary>
    [Description("已取消")]
    Cancelled,
}

/// <summary>What can happen to a transfer.</summary>
public enum TransferAction
{
    /// <summary>It is put into a batch.</summary>
    [Description("編入批次")]
    Batch,

    /// <summary>The bank paid it.</summary>
    [Description("登錄入帳")]
    Pay,

    /// <summary>The bank sent it back.</summary>
    [Description("登錄退匯")]
    Return,

    /// <summary>It is tried again as another transfer.</summary>
    [Description("重新匯款")]
    Reissue,

    /// <summary>The payment was reversed.</summary>
    [Description("取消匯款")]
    Cancel,
}

/// <summary>The transition table of transfers, in one place.</summary>
public static class TransferStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static TransferStatus? Following(TransferStatus status, TransferAction action) => (status, action) switch
    {
        (TransferStatus.Waiting, TransferAction.Batch) => TransferStatus.Batched,
        (TransferStatus.Batched, TransferAction.Pay) => TransferStatus.Paid,
        (TransferStatus.Batched, TransferAction.Return) => TransferStatus.Returned,
        (TransferStatus.Returned, TransferAction.Reissue) => TransferStatus.Reissued,
        (TransferStatus.Waiting or TransferStatus.Returned, TransferAction.Cancel) => TransferStatus.Cancelled,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static TransferStatus Next(TransferStatus status, TransferAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("transfer.transition", "", "這筆匯款目前是「{0}」，不能「{1}」。", status, action));
}

/// <summary>The life of a batch of transfers.</summary>
public enum PaymentBatchStatus
{
    /// <summary>Built; the bank doesn't know of it.</summary>
    [Description("待送件")]
    Open,

    /// <summary>Handed to the bank.</summary>
    [Description("已送銀行")]
    Sent,

    /// <summary>The bank has answered for every transfer.</summary>
    [Description("已結案")]
    Closed,
}

/// <summary>What can be done to a batch.</summary>
public enum PaymentBatchAction
{
    /// <summary>Hand it to the bank.</summary>
    [Description("交給銀行")]
    Send,

    /// <summary>The bank's last answer is in.</summary>
    [Description("結案")]
    Close,
}

/// <summary>The transition table of batches, in one place.</summary>
public static class PaymentBatchStatuses
{
    /// <summary>The state an action leads to, or null when it is not allowed.</summary>
    public static PaymentBatchStatus? Following(PaymentBatchStatus status, PaymentBatchAction action) => (status, action) switch
    {
        (PaymentBatchStatus.Open, PaymentBatchAction.Send) => PaymentBatchStatus.Sent,
        (PaymentBatchStatus.Sent, PaymentBatchAction.Close) => PaymentBatchStatus.Closed,
        _ => null,
    };

    /// <summary>The state an action leads to.</summary>
    /// <exception cref="BrokenRuleException">The action is not allowed in that state.</exception>
    public static PaymentBatchStatus Next(PaymentBatchStatus status, PaymentBatchAction action) => Following(status, action)
        ?? throw new BrokenRuleException(new BrokenRule("batch.transition", "", "這個批次目前是「{0}」，不能「{1}」。", status, action));
}
