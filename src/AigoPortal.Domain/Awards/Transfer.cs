using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>The net amount of one ledger row on its way to the payee's account; tried again it is another transfer.</summary>
public sealed class Transfer : Aggregate
{
    private Transfer()
    {
    }

    /// <summary>The first attempt, made when the row is posted.</summary>
    /// <param name="row">The posted payment; its net is more than nothing.</param>
    /// <param name="account">Where to, as it was approved.</param>
    /// <param name="by">Who released the payment.</param>
    public Transfer(LedgerRow row, TransferAccount account, Actor by)
        : this(account, by)
    {
        (LedgerSequence, Attempt, VoucherNumber) = (row.Sequence, 1, row.VoucherNumber);
        (RoundId, EntryCode, MilestoneId, MilestoneName) = (row.RoundId, row.EntryCode, row.MilestoneId, row.MilestoneName);
        (PayeeId, PayeeName, Amount) = (row.PayeeId, row.PayeeName, row.Net);
        Trace(by, "transfer.make", row.VoucherNumber);
    }

    private Transfer(TransferAccount account, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (BankCode, SealedAccount, AccountHint) = (account.BankCode, account.SealedAccount, account.AccountHint);
        (MadeBy, MakerName, MadeAt) = (by.PersonId, by.Name, by.At);
    }

    /// <summary>The ledger row whose net it pays.</summary>
    public long LedgerSequence { get; private set; }

    /// <summary>1, and one more for each time the bank sent it back.</summary>
    public int Attempt { get; private set; }

    /// <summary>The row's 憑證號; the reference the bank prints.</summary>
    public string VoucherNumber { get; private set; } = "";

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The entry's number.</summary>
    public string EntryCode { get; private set; } = "";

    /// <summary>The milestone paid.</summary>
    public Guid MilestoneId { get; private set; }

    /// <summary>Its name.</summary>
    public string MilestoneName { get; private set; } = "";

    /// <summary>The payee.</summary>
    public Guid PayeeId { get; private set; }

    /// <summary>The payee's name.</summary>
    public string PayeeName { get; private set; } = "";

    /// <summary>The row's net.</summary>
    public Twd Amount { get; private set; }

    /// <summary>Three-digit bank code.</summary>
    public string BankCode { get; private set; } = "";

    /// <summary>The account, encrypted.</summary>
    public string SealedAccount { get; private set; } = "";

    /// <summary>The account masked for the screen.</summary>
    public string AccountHint { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public TransferStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public TransferStatus PreviousStatus { get; private set; }

    /// <summary>The batch it is in, or was in when the bank answered.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>Who released the payment, or had it tried again.</summary>
    public Guid MadeBy { get; private set; }

    /// <summary>Their name.</summary>
    public string MakerName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>The bank's date of payment.</summary>
    public DateOnly? PaidOn { get; private set; }

    /// <summary>The bank's reference.</summary>
    public string? BankReference { get; private set; }

    /// <summary>Why it was returned or cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>When the bank's answer was written down, or it was cancelled.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Puts it into a batch.</summary>
    public void Enter(PaymentBatch batch)
    {
        Become(TransferAction.Batch);
        BatchId = batch.Id;
    }

    /// <summary>The bank paid it.</summary>
    public void Pay(DateOnly paidOn, string reference, Actor by)
    {
        Rule.Require(PaymentRules.IsNotInTheFuture(paidOn, by.At));
        Become(TransferAction.Pay);
        (PaidOn, BankReference, AnsweredAt) = (paidOn, reference, by.At);
        Trace(by, "transfer.pay", reference);
    }

    /// <summary>The bank sent it back.</summary>
    public void Return(string reason, Actor by)
    {
        Rule.Require(PaymentRules.SaysWhy(reason));
        Become(TransferAction.Return);
        (Reason, AnsweredAt) = (reason, by.At);
        Trace(by, "transfer.return", reason);
    }

    /// <summary>Tries a returned transfer again, with the payee's account of now.</summary>
    public Transfer Reissue(TransferAccount account, Actor by)
    {
        Become(TransferAction.Reissue);
        var again = new Transfer(account, by)
        {
            LedgerSequence = LedgerSequence,
            Attempt = Attempt + 1,
            VoucherNumber = VoucherNumber,
            RoundId = RoundId,
            EntryCode = EntryCode,
            MilestoneId = MilestoneId,
            MilestoneName = MilestoneName,
            PayeeId = PayeeId,
            PayeeName = PayeeName,
            Amount = Amount,
        };
        Trace(by, "transfer.reissue", VoucherNumber);
        return again;
    }

    /// <summary>The payment was reversed before the bank paid.</summary>
    public void Cancel(string reason, Actor by)
    {
        Become(TransferAction.Cancel);
        (Reason, AnsweredAt) = (reason, by.At);
        Trace(by, "transfer.cancel", reason);
    }

    private void Become(TransferAction action) => (PreviousStatus, Status) = (Status, TransferStatuses.Next(Status, action));
}

/// <summary>Where a transfer goes.</summary>
/// <param name="BankCode">Three digits.</param>
/// <param name="SealedAccount">The account, encrypted.</param>
/// <param name="AccountHint">The account, masked.</param>
public sealed record TransferAccount(string BankCode, string SealedAccount, string AccountHint);
