using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;

namespace AigoPortal.Domain.Awards;

/// <summary>The rules of transfers and batches, named as sentences (own).</summary>
public static class PaymentRules
{
    /// <summary>A batch holds at least one transfer.</summary>
    public static BrokenRule? HasTransfers(int count) =>
        count > 0 ? null : new BrokenRule("batch.empty", "", "目前沒有待匯款的款項，不用建立批次。");

    /// <summary>Two persons: whoever builds a batch can't send it.</summary>
    public static BrokenRule? SenderIsNotBuilder(Guid builder, Guid sender) => builder == sender ? TwoPersons() : null;

    /// <summary>The sentence for four eyes, also when the database finds it.</summary>
    public static BrokenRule TwoPersons() => new("batch.two-persons", "", "建立批次與送件要由不同的人辦理，請另一位承辦送件。");

    /// <summary>Two persons: whoever had a transfer tried again can't send the batch it is in.</summary>
    public static BrokenRule? SenderDidNotReissue(IEnumerable<Transfer> transfers, Guid sender) =>
        transfers.Any(transfer => transfer.Attempt > 1 && transfer.MadeBy == sender)
            ? new BrokenRule("batch.reissue-two-persons", "", "這個批次有您核准的重新匯款，請另一位承辦送件。")
            : null;

    /// <summary>The bank answers for what it was handed.</summary>
    public static BrokenRule? WasSent(PaymentBatchStatus status) =>
        status == PaymentBatchStatus.Sent ? null : new BrokenRule("batch.not-sent", "", "這個批次目前是「{0}」，不能登錄銀行結果。", status);

    /// <summary>The bank's date is past or present.</summary>
    public static BrokenRule? IsNotInTheFuture(DateOnly paidOn, DateTimeOffset now) =>
        paidOn <= Taipei.DateOf(now) ? null : new BrokenRule("transfer.paid-on", "PaidOn", "入帳日不能晚於今天。");

    /// <summary>A returned transfer says why.</summary>
    public static BrokenRule? SaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("transfer.reason", "Reason", "請寫明退匯原因。") : null;

    /// <summary>A transfer goes to an account.</summary>
    public static BrokenRule? PayeeHasAccount(bool stated) =>
        stated ? null : new BrokenRule("transfer.no-account", "", "受款人目前沒有受款資料，請本人先登入填寫。");

    /// <summary>A payment isn't taken back while the bank may be paying it.</summary>
    public static BrokenRule? BankHasAnswered(IEnumerable<Transfer> transfers) =>
        transfers.Any(transfer => transfer.Status == TransferStatus.Batched)
            ? new BrokenRule("milestone.reversal-in-batch", "", "有匯款在批次裡、銀行還沒回覆，登錄結果後才能沖正。")
            : null;
}
