using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace AigoPortal.Domain.Tests.Ledger;

/// <summary>Whatever officers and teams do in whatever order, the ledger pays nobody twice and agrees with the milestones.</summary>
public sealed class LedgerLawTests
{
    private static readonly Guid[] Officers = [.. Enumerable.Range(1, 3).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private enum Act
    {
        SubmitEvidence,
        Return,
        Approve,
        Pay,
        Recheck,
        AskReversal,
        DropReversal,
        Reverse,
        Forfeit,
    }

    [Fact]
    public void NoSequenceOfActs_PaysTwice_AndTheBooksBalance()
    {
        var act = Gen.Frequency((3, Gen.Constant(Act.SubmitEvidence)), (3, Gen.Constant(Act.Approve)), (3, Gen.Constant(Act.Pay)), (3, Gen.Constant(Act.AskReversal)),
            (3, Gen.Constant(Act.Reverse)), (1, Gen.Constant(Act.Return)), (1, Gen.Constant(Act.Recheck)), (1, Gen.Constant(Act.DropReversal)), (1, Gen.Elements(Act.Forfeit, Act.Pay, Act.Approve)));
        var step = from which in Gen.Choose(0, 1) from what in act from who in Gen.Elements(Officers) select (which, what, who);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(step.ArrayOf().Resize(60).ToArbitrary(), Holds));
    }

    private static bool Holds((int Which, Act What, Guid Who)[] steps)
    {
        var team = Given.Team(members: 2);
        Milestone[] milestones = [Given.Milestone(MilestoneStatus.Due, 50_001, team: team), Given.Milestone(MilestoneStatus.Due, 100_000, team: team)];
        var rows = new List<LedgerRow>();
        foreach (var (which, what, who) in steps)
        {
            try
            {
                Do(what, milestones[which], team, who, rows);
            }
            catch (BrokenRuleException)
            {
                // Refused; nothing was posted.
            }

            if (!Balances(rows, milestones))
            {
                return false;
            }
        }

        return true;
    }

    private static void Do(Act what, Milestone milestone, Team team, Guid who, List<LedgerRow> rows)
    {
        var by = Given.Actor(person: who);
        switch (what)
        {
            case Act.SubmitEvidence: milestone.Do(MilestoneAction.SubmitEvidence, team); break;
            case Act.Return: milestone.Return("請補", by); break;
            case Act.Approve: milestone.Approve(by); break;
            case Act.Recheck: milestone.Recheck("帳戶已變更", by); break;
            case Act.AskReversal: milestone.AskReversal("金額有誤", by); break;
            case Act.DropReversal: milestone.DropReversal(by); break;
            case Act.Forfeit: milestone.Forfeit("逾期", by); break;
            case Act.Pay: Pay(milestone, by, rows); break;
            default: Reverse(milestone, by, rows); break;
        }
    }

    private static void Pay(Milestone milestone, Trail.Actor by, List<LedgerRow> rows)
    {
        milestone.Pay(by);
        foreach (var share in milestone.Shares)
        {
            var withheld = Withholding.On(share.Amount, TaxStatus.Resident, Taipei.DateOf(by.At), Given.Round().Withholding);
            rows.Add(new LedgerRow(rows.LastOrDefault(), new Payment(
                milestone.RoundId, milestone.EntryId, "116-1-E001", "題目", "隊", milestone, share.PayeeId, "王小明", TaxStatus.Resident, withheld, by)));
        }
    }

    private static void Reverse(Milestone milestone, Trail.Actor by, List<LedgerRow> rows)
    {
        var (issue, request) = (milestone.Issue, milestone.Reversal);
        milestone.Reverse(by);
        foreach (var paid in rows.Where(row => row.MilestoneId == milestone.Id && row.Issue == issue && row.Kind == LedgerRowKind.Payment).ToList())
        {
            rows.Add(new LedgerRow(rows[^1], paid, request!, by));
        }
    }

    private static bool Balances(List<LedgerRow> rows, Milestone[] milestones)
    {
        var check = new LedgerCheck();
        var once = rows.GroupBy(row => (row.MilestoneId, row.PayeeId)).All(group => group.Sum(row => row.Kind == LedgerRowKind.Payment ? 1 : -1) is 0 or 1);
        var sums = rows.Sum(row => row.Gross) == rows.Sum(row => row.Tax) + rows.Sum(row => row.Net);
        var replay = milestones.All(milestone =>
            rows.Where(row => row.MilestoneId == milestone.Id).Sum(row => row.Gross) == (milestone.Status == MilestoneStatus.Paid ? milestone.Amount : Twd.Zero));
        var twoPersons = rows.All(row => row.ApproverId != row.ReleaserId);
        return once && sums && replay && twoPersons && rows.All(check.Takes) && check.Ends(rows.Count).IsSound;
    }
}
