using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using Shouldly;
using Xunit;

namespace AigoPortal.Domain.Tests.Ledger;

public class LedgerCheckTests
{
    [Fact]
    public void AWholeLedger_IsSound()
    {
        var rows = Rows(5);
        Check(rows, 5).ShouldBe(new LedgerVerdict(5, rows[^1].Hash, null, null));
        Check([], 0).ShouldBe(new LedgerVerdict(0, LedgerRow.Origin, null, null));
    }

    [Fact]
    public void ARowTakenOut_IsAGap()
    {
        var rows = Rows(5);
        Check([.. rows.Where(row => row.Sequence != 3)], 5).ShouldBe(new LedgerVerdict(2, rows[1].Hash, 4, LedgerFault.Gap, rows[3].VoucherNumber));
    }

    [Fact]
    public void ARowOfAnotherLedger_IsNotChained()
    {
        var rows = Rows(4);
        rows[2] = Rows(4)[2];
        Check(rows, 4).ShouldBe(new LedgerVerdict(2, rows[1].Hash, 3, LedgerFault.Unchained, rows[2].VoucherNumber));
    }

    [Fact]
    public void ARowThatSaysSomethingElse_IsAltered()
    {
        var rows = Rows(4);
        typeof(LedgerRow).GetProperty(nameof(LedgerRow.Net))!.SetValue(rows[3], new Twd(1));
        Check(rows, 4).ShouldBe(new LedgerVerdict(3, rows[2].Hash, 4, LedgerFault.Altered, rows[3].VoucherNumber));
    }

    [Fact]
    public void TheLastRowsTakenOut_AreMissed()
    {
        var rows = Rows(4);
        Check(rows[..3], 4).ShouldBe(new LedgerVerdict(3, rows[2].Hash, 4, LedgerFault.Cut));
    }

    private static LedgerVerdict Check(IEnumerable<LedgerRow> rows, long posted)
    {
        var check = new LedgerCheck();
        return rows.All(check.Takes) ? check.Ends(posted) : check.Verdict;
    }

    private static List<LedgerRow> Rows(int count)
    {
        var rows = new List<LedgerRow>();
        for (var i = 0; i < count; i++)
        {
            rows.Add(new LedgerRow(rows.LastOrDefault(), new Payment(
                Guid.NewGuid(), Guid.NewGuid(), "116-1-E001", "良率預測", "解題隊", Given.Milestone(MilestoneStatus.Approved, 50_000), Guid.NewGuid(), "王小明",
                TaxStatus.Resident, Withholding.On(new Twd(50_000), TaxStatus.Resident, new(2027, 6, 1), Given.Round().Withholding), Given.Actor())));
        }

        return rows;
    }
}
