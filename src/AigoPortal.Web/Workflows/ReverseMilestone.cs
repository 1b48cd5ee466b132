using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Takes a payment back: the state, a reversal row and a letter for each payee, transfers not yet paid cancelled, in one transaction.</summary>
public sealed class ReverseMilestone(PortalDbContext db, Letters letters)
{
    /// <returns>The posted rows; null when there is no such milestone.</returns>
    /// <exception cref="BrokenRuleException">Nobody asked for it, the poster did, or the bank has not answered for a transfer.</exception>
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
        var (issue, request) = (milestone.Issue, milestone.Reversal);
        milestone.Reverse(by);
        var paid = await db.Ledger.AsNoTracking()
            .Where(row => row.MilestoneId == milestoneId && row.Issue == issue && row.Kind == LedgerRowKind.Payment)
            .OrderBy(row => row.Sequence).ToListAsync(cancel);
        await CancelTransfersAsync(paid, request!.Reason, by, cancel);
        var rows = new List<LedgerRow>();
        foreach (var row in paid)
        {
            rows.Add(new LedgerRow(rows.LastOrDefault() ?? head!, row, request, by));
        }

        await db.PostAsync(rows, cancel);
        await TellAsync(rows, by, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return rows;
    }

    private static LetterText Notice(LedgerRow row) => new LetterText(
        "獎金沖正：{0} {1}",
        "{0}「{1}」的撥付已沖正，沖正實付 {2} 元，憑證號 {3}。原因：{4}。補正並核准後會重新撥付；如果已經入帳，計畫辦公室會與您聯繫。",
        $"/team/milestone/{row.MilestoneId:D}",
        row.EntryCode, row.MilestoneName, -row.Net, row.VoucherNumber, row.Reason ?? "");

    private async Task CancelTransfersAsync(List<LedgerRow> paid, string reason, Actor by, CancellationToken cancel)
    {
        var sequences = paid.ConvertAll(row => row.Sequence);
        var transfers = await db.Transfers.Where(transfer => sequences.Contains(transfer.LedgerSequence)).ToListAsync(cancel);
        Rule.Require(PaymentRules.BankHasAnswered(transfers));
        foreach (var transfer in transfers.Where(transfer => transfer.Status is TransferStatus.Waiting or TransferStatus.Returned))
        {
            transfer.Cancel(reason, by);
        }
    }

    private async Task TellAsync(List<LedgerRow> rows, Actor by, CancellationToken cancel)
    {
        var payees = await db.PayeesAsync([.. rows.Select(row => row.PayeeId)], cancel);
        foreach (var row in rows.Where(row => payees.ContainsKey(row.PayeeId)))
        {
            letters.Write(payees[row.PayeeId].Reader, Notice(row), by.At);
        }
    }
}
