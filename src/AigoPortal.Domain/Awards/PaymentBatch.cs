using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>Transfers handed to the bank together (匯款批次).</summary>
public sealed class PaymentBatch : Aggregate
{
    private PaymentBatch()
    {
    }

    /// <summary>Gathers waiting transfers; each is in one batch at a time.</summary>
    /// <param name="number">Such as 115-B003.</param>
    /// <param name="transfers">Waiting ones, at least one.</param>
    /// <param name="by">Who builds it; somebody else sends it.</param>
    public PaymentBatch(string number, IReadOnlyCollection<Transfer> transfers, Actor by)
    {
        Rule.Require(PaymentRules.HasTransfers(transfers.Count));
        Id = Guid.CreateVersion7(by.At);
        (Number, Count, Total) = (number, transfers.Count, transfers.Sum(transfer => transfer.Amount));
        (BuiltBy, BuilderName, BuiltAt) = (by.PersonId, by.Name, by.At);
        foreach (var transfer in transfers)
        {
            transfer.Enter(this);
        }

        Trace(by, "batch.build", number);
    }

    /// <summary>Such as 115-B003: ROC year and running number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>How many transfers.</summary>
    public int Count { get; private set; }

    /// <summary>Their sum.</summary>
    public Twd Total { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public PaymentBatchStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public PaymentBatchStatus PreviousStatus { get; private set; }

    /// <summary>Who built it.</summary>
    public Guid BuiltBy { get; private set; }

    /// <summary>Their name.</summary>
    public string BuilderName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset BuiltAt { get; private set; }

    /// <summary>Who handed it to the bank; never who built it.</summary>
    public Guid? SentBy { get; private set; }

    /// <summary>Their name.</summary>
    public string? SenderName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the bank's last answer was written down.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Hands it to the bank.</summary>
    /// <param name="transfers">Those in it.</param>
    /// <param name="by">Neither who built it nor who had one of its transfers tried again.</param>
    public void Send(IEnumerable<Transfer> transfers, Actor by)
    {
        Rule.Require(PaymentRules.SenderIsNotBuilder(BuiltBy, by.PersonId));
        Rule.Require(PaymentRules.SenderDidNotReissue(transfers, by.PersonId));
        Become(PaymentBatchAction.Send);
        (SentBy, SenderName, SentAt) = (by.PersonId, by.Name, by.At);
        Trace(by, "batch.send", Number);
    }

    /// <summary>The bank paid some of its transfers.</summary>
    public void Pay(IEnumerable<Transfer> paid, DateOnly paidOn, string reference, IEnumerable<Transfer> all, Actor by)
    {
        Rule.Require(PaymentRules.WasSent(Status));
        foreach (var transfer in paid)
        {
            transfer.Pay(paidOn, reference, by);
        }

        Answer(all, by);
    }

    /// <summary>The bank sent one of its transfers back.</summary>
    public void Return(Transfer transfer, string reason, IEnumerable<Transfer> all, Actor by)
    {
        Rule.Require(PaymentRules.WasSent(Status));
        transfer.Return(reason, by);
        Answer(all, by);
    }

    // Always leaves a trace, so that two answers at once don't both overlook that they were the last.
    private void Answer(IEnumerable<Transfer> all, Actor by)
    {
        Trace(by, "batch.answer", Number);
        if (all.All(transfer => transfer.Status != TransferStatus.Batched))
        {
            Become(PaymentBatchAction.Close);
            ClosedAt = by.At;
        }
    }

    private void Become(PaymentBatchAction action) => (PreviousStatus, Status) = (Status, PaymentBatchStatuses.Next(Status, action));
}
