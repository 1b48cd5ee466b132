using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Time;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Awards;

public class PaymentBatchTests
{
    private static readonly TransferAccount Account = new("700", "sealed", "000*****01");
    private readonly Guid _builder = Guid.NewGuid();
    private readonly Guid _sender = Guid.NewGuid();

    public static TheoryData<TransferStatus, TransferAction> EveryTransfer => Matrix.Of<TransferStatus, TransferAction>();

    public static TheoryData<PaymentBatchStatus, PaymentBatchAction> EveryBatch => Matrix.Of<PaymentBatchStatus, PaymentBatchAction>();

    [Theory]
    [MemberData(nameof(EveryTransfer))]
    public void Transfers_FollowTheTable(TransferStatus status, TransferAction action)
    {
        var expected = (status, action) switch
        {
            (TransferStatus.Waiting, TransferAction.Batch) => TransferStatus.Batched,
            (TransferStatus.Batched, TransferAction.Pay) => TransferStatus.Paid,
            (TransferStatus.Batched, TransferAction.Return) => TransferStatus.Returned,
            (TransferStatus.Returned, TransferAction.Reissue) => TransferStatus.Reissued,
            (TransferStatus.Waiting, TransferAction.Cancel) => TransferStatus.Cancelled,
            (TransferStatus.Returned, TransferAction.Cancel) => TransferStatus.Cancelled,
            _ => (TransferStatus?)null,
        };
        TransferStatuses.Following(status, action).ShouldBe(expected);
        if (expected is null)
        {
            Refusals.Of(() => TransferStatuses.Next(status, action)).Code.ShouldBe("transfer.transition");
        }
    }

    [Theory]
    [MemberData(nameof(EveryBatch))]
    public void Batches_FollowTheTable(PaymentBatchStatus status, PaymentBatchAction action) => PaymentBatchStatuses.Following(status, action).ShouldBe((status, action) switch
    {
        (PaymentBatchStatus.Open, PaymentBatchAction.Send) => PaymentBatchStatus.Sent,
        (PaymentBatchStatus.Sent, PaymentBatchAction.Close) => PaymentBatchStatus.Closed,
        _ => null,
    });

    [Fact]
    public void ABatch_IsSentByAnotherPerson_AndClosedByTheBanksLastAnswer()
    {
        Transfer[] transfers = [Waiting(), Waiting(), Waiting()];
        var batch = Built(transfers);
        (batch.Count, batch.Total).ShouldBe((3, transfers.Sum(transfer => transfer.Amount)));
        transfers.ShouldAllBe(transfer => transfer.Status == TransferStatus.Batched && transfer.BatchId == batch.Id);

        Action early = () => batch.Pay(transfers, new(2027, 6, 1), "R1", transfers, Given.Actor());
        early.ShouldBeRefused("batch.not-sent");
        Action own = () => batch.Send(transfers, Given.Actor(person: _builder));
        own.ShouldBeRefused("batch.two-persons");
        batch.Send(transfers, Given.Actor(person: _sender));

        batch.Return(transfers[0], "戶名不符", transfers, Given.Actor());
        batch.Status.ShouldBe(PaymentBatchStatus.Sent);
        batch.Pay([transfers[1], transfers[2]], Taipei.DateOf(Given.Now), "R1", transfers, Given.Actor());
        (batch.Status, batch.ClosedAt).ShouldBe((PaymentBatchStatus.Closed, Given.Now));
        (transfers[1].PaidOn, transfers[1].BankReference).ShouldBe((Taipei.DateOf(Given.Now), "R1"));
    }

    [Fact]
    public void AReturnedTransfer_IsTriedAgainToTheAccountOfNow_AndNotSentByWhoDecidedThat()
    {
        var first = Waiting();
        var batch = Built(first);
        batch.Send([first], Given.Actor(person: _sender));
        batch.Return(first, "帳號不存在", [first], Given.Actor());

        var again = first.Reissue(new TransferAccount("808", "other", "123*****99"), Given.Actor(person: _sender));

        (first.Status, again.Status, again.Attempt, again.LedgerSequence, again.Amount, again.BankCode).ShouldBe(
            (TransferStatus.Reissued, TransferStatus.Waiting, 2, first.LedgerSequence, first.Amount, "808"));
        Refusals.Of(() => first.Reissue(Account, Given.Actor())).Code.ShouldBe("transfer.transition");
        var second = Built(again);
        Action own = () => second.Send([again], Given.Actor(person: _sender));
        own.ShouldBeRefused("batch.reissue-two-persons");
        second.Send([again], Given.Actor());
    }

    [Fact]
    public void AnEmptyBatch_AFutureDateAndAReturnWithoutReason_AreRefused()
    {
        Refusals.Of(() => Built()).Code.ShouldBe("batch.empty");
        var transfer = Waiting();
        var batch = Built(transfer);
        batch.Send([transfer], Given.Actor(person: _sender));
        Refusals.Of(() => batch.Pay([transfer], Taipei.DateOf(Given.Now.AddDays(2)), "R1", [transfer], Given.Actor())).Code.ShouldBe("transfer.paid-on");
        Refusals.Of(() => batch.Return(transfer, " ", [transfer], Given.Actor())).Code.ShouldBe("transfer.reason");
        PaymentRules.BankHasAnswered([transfer]).ShouldNotBeNull().Code.ShouldBe("milestone.reversal-in-batch");
    }

    private static Transfer Waiting()
    {
        var milestone = Given.Milestone(MilestoneStatus.Approved);
        var withheld = Withholding.On(milestone.Amount, TaxStatus.Resident, new(2027, 6, 1), Given.Round().Withholding);
        return new Transfer(
            new LedgerRow(null, new Payment(milestone.RoundId, milestone.EntryId, "116-1-E001", "題目", "隊", milestone, Guid.NewGuid(), "王小明", TaxStatus.Resident, withheld, Given.Actor())),
            Account, Given.Actor());
    }

    private PaymentBatch Built(params Transfer[] transfers) => new("116-B001", transfers, Given.Actor(person: _builder));
}
