using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Pays an approved milestone: the state, a ledger row, a transfer and a letter for each payee, in one transaction.</summary>
public sealed class ReleaseMilestone(PortalDbContext db, Letters letters)
{
    /// <returns>The posted rows; null when there is no such milestone.</returns>
    /// <exception cref="BrokenRuleException">It is not approved, is paid already, or the releaser approved it.</exception>
    public async Task<IReadOnlyList<LedgerRow>?> RunAsync(Guid milestoneId, Actor by, CancellationToken cancel)
    {
        await db.OpenLedgerAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var head = await db.LockLedgerAsync(cancel);
        var milestone = await db.Milestones.AsSplitQuery().FirstOrDefaultAsync(found => found.Id == milestoneId, cancel);
        if (milestone is null)
        {
            return null;
        }

        Rule.Require(MoneyRules.IsNotOwnCase(await db.IsOwnCaseAsync(milestone.EntryId, by.PersonId, cancel)));
        milestone.Pay(by);
        var payees = await PayeesAsync(milestone, cancel);
        var rows = Rows(head, await BillAsync(milestone, cancel), milestone, payees, by);
        await db.PostAsync(rows, cancel);
        foreach (var row in rows)
        {
            if (row.Net > Twd.Zero)
            {
                db.Transfers.Add(new Transfer(row, payees[row.PayeeId].Account, by));
            }

            letters.Write(payees[row.PayeeId].Reader, Notice(row), by.At);
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return rows;
    }

    private static List<LedgerRow> Rows(LedgerRow? head, Bill bill, Milestone milestone, Dictionary<Guid, PayeeFacts> payees, Actor by)
    {
        var rows = new List<LedgerRow>();
        foreach (var share in milestone.Shares.OrderBy(share => share.PayeeId))
        {
            var payee = payees[share.PayeeId];
            var withheld = Withholding.On(share.Amount, payee.TaxStatus, Taipei.DateOf(by.At), bill.Rules);
            var payment = new Payment(
                milestone.RoundId, milestone.EntryId, bill.EntryCode, bill.ProblemTitle, bill.TeamName, milestone,
                payee.Id, payee.Name, payee.TaxStatus, withheld, by);
            rows.Add(new LedgerRow(rows.LastOrDefault() ?? head, payment));
        }

        return rows;
    }

    private static LetterText Notice(LedgerRow row) => new LetterText(
        "獎金已撥付：{0} {1}",
        "{0}「{1}」已撥付：給付總額 {2} 元，扣繳稅額 {3} 元，實付 {4} 元，將匯入您填寫的帳戶。憑證號 {5}。",
        $"/team/milestone/{row.MilestoneId:D}",
        row.EntryCode, row.MilestoneName, row.Gross, row.Tax, row.Net, row.VoucherNumber);

    private async Task<Dictionary<Guid, PayeeFacts>> PayeesAsync(Milestone milestone, CancellationToken cancel)
    {
        var payees = await db.PayeesAsync([.. milestone.Shares.Select(share => share.PayeeId)], cancel);
        Rule.Require(MilestoneRules.PayeesHaveStated(milestone.Shares, payees.Keys.ToHashSet()));
        Rule.Require(MilestoneRules.PayeesAreAsApproved([.. payees.Values.Select(payee => payee.ConfirmedAt)], milestone.ApprovedAt));
        return payees;
    }

    private async Task<Bill> BillAsync(Milestone milestone, CancellationToken cancel)
    {
        var (code, problem, team) = await (
            from entry in db.Entries
            where entry.Id == milestone.EntryId
            join posed in db.Problems on entry.ProblemId equals posed.Id
            join solving in db.Teams on entry.TeamId equals solving.Id
            select new ValueTuple<string, string, string>(entry.Code, posed.Content.Title, solving.Name)).SingleAsync(cancel);
        var round = await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == milestone.RoundId, cancel);
        return new Bill(code, problem, team, round.Withholding);
    }

    private sealed record Bill(string EntryCode, string ProblemTitle, string TeamName, IReadOnlyList<WithholdingRule> Rules);
}
