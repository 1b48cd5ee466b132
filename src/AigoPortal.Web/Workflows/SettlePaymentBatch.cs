using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Awards;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Hands a batch to the bank and writes down the bank's answers; payees get letters.</summary>
public sealed class SettlePaymentBatch(PortalDbContext db, Letters letters)
{
    /// <summary>Hands the batch to the bank.</summary>
    /// <exception cref="BrokenRuleException">It is sent already, or the sender built it or had one of its transfers tried again.</exception>
    public async Task SendAsync(PaymentBatch batch, Actor by, CancellationToken cancel)
    {
        batch.Send(await TransfersAsync(batch, cancel), by);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The bank paid one transfer, or all that it hasn't answered for.</summary>
    /// <returns>How many.</returns>
    public async Task<int> PayAsync(PaymentBatch batch, Guid? transferId, DateOnly paidOn, string reference, Actor by, CancellationToken cancel)
    {
        var all = await TransfersAsync(batch, cancel);
        var paid = all.Where(transfer => transferId is null ? transfer.Status == TransferStatus.Batched : transfer.Id == transferId).ToList();
        batch.Pay(paid, paidOn, reference, all, by);
        await TellAsync(paid, transfer => new LetterText(
            "獎金已匯入：{0} {1}",
            "{0}「{1}」的 {2} 元已於 {3} 匯入您的帳戶 {4}。憑證號 {5}。",
            $"/team/milestone/{transfer.MilestoneId:D}",
            transfer.EntryCode, transfer.MilestoneName, transfer.Amount, TaipeiTime.DateText(paidOn), transfer.AccountHint, transfer.VoucherNumber), by, cancel);
        await db.SaveChangesAsync(cancel);
        return paid.Count;
    }

    /// <summary>The bank sent a transfer back; null when the batch has no such transfer.</summary>
    public async Task<Transfer?> ReturnAsync(PaymentBatch batch, Guid transferId, string reason, Actor by, CancellationToken cancel)
    {
        var all = await TransfersAsync(batch, cancel);
        if (all.Find(transfer => transfer.Id == transferId) is not { } returned)
        {
            return null;
        }

        batch.Return(returned, reason, all, by);
        await TellAsync([returned], transfer => new LetterText(
            "匯款遭退回，請更正帳戶：{0} {1}",
            "{0}「{1}」的 {2} 元被銀行退回。退回原因：{3}。請登入更正受款帳戶，計畫辦公室會重新匯款。",
            "/team/payee",
            transfer.EntryCode, transfer.MilestoneName, transfer.Amount, reason), by, cancel);
        await db.SaveChangesAsync(cancel);
        return returned;
    }

    /// <summary>Tries a returned transfer again, with what the payee states now; null when there is no such transfer.</summary>
    /// <exception cref="BrokenRuleException">It is not returned, or the payee states no account any more.</exception>
    public async Task<Transfer?> ReissueAsync(Guid transferId, Actor by, CancellationToken cancel)
    {
        if (await db.Transfers.FirstOrDefaultAsync(transfer => transfer.Id == transferId, cancel) is not { } returned)
        {
            return null;
        }

        var payees = await db.PayeesAsync([returned.PayeeId], cancel);
        Rule.Require(PaymentRules.PayeeHasAccount(payees.ContainsKey(returned.PayeeId)));
        var again = returned.Reissue(payees[returned.PayeeId].Account, by);
        db.Transfers.Add(again);
        await db.SaveChangesAsync(cancel);
        return again;
    }

    private Task<List<Transfer>> TransfersAsync(PaymentBatch batch, CancellationToken cancel) =>
        db.Transfers.Where(transfer => transfer.BatchId == batch.Id).ToListAsync(cancel);

    private async Task TellAsync(List<Transfer> transfers, Func<Transfer, LetterText> notice, Actor by, CancellationToken cancel)
    {
        var payees = await db.PayeesAsync([.. transfers.Select(transfer => transfer.PayeeId).Distinct()], cancel);
        foreach (var transfer in transfers)
        {
            if (payees.GetValueOrDefault(transfer.PayeeId)?.Reader is { } reader)
            {
                letters.Write(reader, Languages.Speaking(reader.Language, () => notice(transfer)), by.At);
            }
        }
    }
}
