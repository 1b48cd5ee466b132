using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Teams;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Awards;

public class MilestoneTests
{
    private readonly Team _team = Given.Team(members: 3);

    [Theory]
    [InlineData(new long[] { 50_000 }, true)]
    [InlineData(new long[] { 16_667, 16_667, 16_666 }, true)]
    [InlineData(new long[] { 49_999, 1 }, true)]
    [InlineData(new long[] { 16_667, 16_667, 16_667 }, false)]
    [InlineData(new long[] { 49_999 }, false)]
    [InlineData(new long[] { 60_000, -10_000 }, false)]
    [InlineData(new long[0], false)]
    public void Divide_InSharesThatDontAddUp_IsRefused(long[] amounts, bool taken)
    {
        var milestone = Due();
        Action divide = () => milestone.Divide(Shares(amounts), _team, Given.Actor());

        if (taken)
        {
            divide();
            milestone.Shares.Select(share => share.Amount.Dollars).ShouldBe(amounts);
        }
        else
        {
            divide.ShouldBeRefused("milestone.split");
            milestone.Shares.ShouldBeEmpty();
        }
    }

    [Fact]
    public void Divide_LeavesOutWhoGetsNothing()
    {
        var milestone = Due();
        milestone.Divide(Shares(50_000, 0, 0), _team, Given.Actor());
        milestone.Shares.Single().PayeeId.ShouldBe(_team.LeaderId);
    }

    [Fact]
    public void Divide_AmongStrangersOrTwiceToOne_IsRefused()
    {
        var milestone = Due();
        Action stranger = () => milestone.Divide([new(Guid.NewGuid(), new Twd(50_000))], _team, Given.Actor());
        Action twice = () => milestone.Divide([new(_team.LeaderId, new Twd(25_000)), new(_team.LeaderId, new Twd(25_000))], _team, Given.Actor());
        stranger.ShouldBeRefused("milestone.payee");
        twice.ShouldBeRefused("milestone.payee");
    }

    [Fact]
    public void Divide_AgainInTheSameShares_KeepsThem()
    {
        var milestone = Due();
        milestone.Divide(Shares(50_000), _team, Given.Actor());
        milestone.Divide(milestone.Shares, _team, Given.Actor());
        milestone.Shares.Count.ShouldBe(1);
    }

    [Fact]
    public void PayeesAndEvidence_AreFixedUnlessDueOrReturned()
    {
        foreach (var status in Enum.GetValues<MilestoneStatus>().Except([MilestoneStatus.Due, MilestoneStatus.Returned]))
        {
            var milestone = Given.Milestone(status, team: _team);
            Action[] changes =
            [
                () => milestone.Divide(Shares(50_000), _team, Given.Actor()), () => milestone.AddExpense("設備", new Twd(1), Given.Actor()),
                () => milestone.RemoveExpense(Guid.NewGuid()), () => milestone.RemoveReceipt(Guid.NewGuid()),
                () => milestone.AddReceipt("X", new(2027, 5, 1), "店家", new Twd(1), Guid.NewGuid(), Given.Actor()),
            ];
            foreach (var change in changes)
            {
                change.ShouldBeRefused("milestone.locked");
            }
        }
    }

    [Theory]
    [InlineData(new long[] { 50_000 }, new long[] { 50_000 }, null)]
    [InlineData(new long[] { 30_000, 25_000 }, new long[] { 55_000 }, null)]
    [InlineData(new long[] { 49_999 }, new long[] { 49_999 }, "milestone.receipts")]
    [InlineData(new long[0], new long[0], "milestone.receipts")]
    [InlineData(new long[] { 50_000 }, new long[] { 50_001 }, "milestone.statement")]
    [InlineData(new long[] { 50_001 }, new long[] { 50_000 }, "milestone.statement")]
    [InlineData(new long[0], new long[] { 50_000 }, "milestone.statement")]
    public void SubmitEvidence_NeedsReceiptsForTheAmountAndForEveryDollarOfTheStatement(long[] expenses, long[] receipts, string? code)
    {
        var milestone = Due();
        milestone.Divide(Shares(50_000), _team, Given.Actor());
        foreach (var amount in expenses)
        {
            milestone.AddExpense("設備", new Twd(amount), Given.Actor());
        }

        foreach (var amount in receipts)
        {
            AddReceipt(milestone, $"R{Given.Number()}", amount);
        }

        Action submit = () => milestone.SubmitEvidence(new HashSet<Guid> { _team.LeaderId }, Given.Actor());
        if (code is null)
        {
            submit();
            (milestone.Status, milestone.SubmittedAt).ShouldBe((MilestoneStatus.EvidenceSubmitted, Given.Now));
        }
        else
        {
            submit.ShouldBeRefused(code);
            milestone.Status.ShouldBe(MilestoneStatus.Due);
        }
    }

    [Fact]
    public void SubmitEvidence_ForAnAwardWithoutEvidence_NeedsPayeesOnly()
    {
        var milestone = Given.Milestone(MilestoneStatus.Due, needsEvidence: false, team: _team);
        milestone.Divide(Shares(50_000), _team, Given.Actor());
        milestone.SubmitEvidence(new HashSet<Guid> { _team.LeaderId }, Given.Actor());
        milestone.Status.ShouldBe(MilestoneStatus.EvidenceSubmitted);
    }

    [Fact]
    public void SubmitEvidence_BeforeEveryPayeeHasStated_IsRefusedAndSaysHowMany()
    {
        var milestone = Given.Milestone(MilestoneStatus.Due, needsEvidence: false, team: _team);
        milestone.Divide(Shares(20_000, 20_000, 10_000), _team, Given.Actor());
        var rule = Refusals.Of(() => milestone.SubmitEvidence(new HashSet<Guid> { _team.LeaderId }, Given.Actor()));
        (rule.Code, rule.Arguments.Single()).ShouldBe(("milestone.payee-unstated", 2));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void AmountsSpent_AreMoreThanNothing(long amount)
    {
        var milestone = Due();
        Action expense = () => milestone.AddExpense("設備", new Twd(amount), Given.Actor());
        Action receipt = () => AddReceipt(milestone, "A", amount);
        expense.ShouldBeRefused("milestone.amount");
        receipt.ShouldBeRefused("milestone.amount");
    }

    [Fact]
    public void AReceipt_IsCountedOnce()
    {
        var milestone = Due();
        var first = AddReceipt(milestone, "AB-1", 100);
        Action again = () => AddReceipt(milestone, "ab-1", 200);
        again.ShouldBeRefused("milestone.receipt-used");
        milestone.RemoveReceipt(first.Id);
        again.ShouldNotThrow();
    }

    [Fact]
    public void AReceiptOfToday_IsTakenAndOfTomorrowRefused()
    {
        var milestone = Due();
        Action today = () => milestone.AddReceipt("T", new(2027, 6, 1), "店家", new Twd(1), Guid.NewGuid(), Given.Actor());
        Action tomorrow = () => milestone.AddReceipt("M", new(2027, 6, 2), "店家", new Twd(1), Guid.NewGuid(), Given.Actor());
        today.ShouldNotThrow();
        tomorrow.ShouldBeRefused("milestone.receipt-date");
    }

    [Fact]
    public void RemoveExpense_TakesTheLineOff()
    {
        var milestone = Due();
        milestone.RemoveExpense(milestone.AddExpense("設備", new Twd(1), Given.Actor()).Id);
        milestone.Expenses.ShouldBeEmpty();
    }

    [Fact]
    public void FallDue_GivesTheTeamFourteenDays() =>
        (Due().DueSince, Due().EvidenceDueAt).ShouldBe((Given.Now, Given.Now.AddDays(14)));

    [Fact]
    public void Pay_ByWhoApproved_IsRefused()
    {
        var (milestone, officer) = (Given.Milestone(MilestoneStatus.EvidenceSubmitted, team: _team), Given.Actor());
        milestone.Approve(officer);
        Action pay = () => milestone.Pay(officer with { At = Given.Now.AddDays(1), Name = "同一人" });
        pay.ShouldBeRefused("milestone.two-persons");
        milestone.Status.ShouldBe(MilestoneStatus.Approved);

        var another = Given.Actor();
        milestone.Pay(another);
        (milestone.Status, milestone.ApprovedBy, milestone.ReleasedBy).ShouldBe((MilestoneStatus.Paid, officer.PersonId, another.PersonId));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void ReturningAndForfeiting_NeedAReason(string reason)
    {
        var milestone = Given.Milestone(MilestoneStatus.EvidenceSubmitted, team: _team);
        Action turnBack = () => milestone.Return(reason, Given.Actor());
        Action forfeit = () => milestone.Forfeit(reason, Given.Actor());
        turnBack.ShouldBeRefused("milestone.reason");
        forfeit.ShouldBeRefused("milestone.reason");
    }

    [Fact]
    public void AReturnedMilestone_ForgetsTheReasonWhenHandedInAgain()
    {
        var milestone = Given.Milestone(MilestoneStatus.Returned, team: _team);
        milestone.Reason.ShouldBe("單據不清楚");
        milestone.Do(MilestoneAction.SubmitEvidence, _team);
        milestone.Reason.ShouldBeNull();
    }

    private Milestone Due() => Given.Milestone(MilestoneStatus.Due, team: _team);

    private PayeeShare[] Shares(params long[] amounts) => [.. amounts.Select((amount, index) => new PayeeShare(_team.Members[index].PersonId, new Twd(amount)))];

    private static Receipt AddReceipt(Milestone milestone, string number, long amount) =>
        milestone.AddReceipt(number, new(2027, 5, 31), "全台設備", new Twd(amount), Guid.NewGuid(), Given.Actor());
}
