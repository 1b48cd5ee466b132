using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Time;

namespace AigoPortal.Domain.Awards;

/// <summary>The rules of paying out, named as sentences.</summary>
public static class MilestoneRules
{
    /// <summary>Payees and evidence change only while the team has the milestone.</summary>
    public static BrokenRule? TakesEvidence(MilestoneStatus status) =>
        status.TakesEvidence() ? null : new BrokenRule("milestone.locked", "", "這筆款項目前是「{0}」，不能修改。", status);

    /// <summary>Shares are whole dollars, not negative, and add up to the amount.</summary>
    public static BrokenRule? SharesAddUp(IReadOnlyList<PayeeShare> shares, Twd amount) =>
        shares.All(share => share.Amount >= Twd.Zero) && shares.Sum(share => share.Amount) == amount
            ? null
            : new BrokenRule("milestone.split", "Shares", "各受款人合計要剛好 {0} 元，目前是 {1} 元。", amount, shares.Sum(share => share.Amount));

    /// <summary>Members and the legal entities the team may name are paid, each once.</summary>
    public static BrokenRule? PayeesAreOfTheTeam(IReadOnlyList<PayeeShare> shares, Teams.Team team, IReadOnlyCollection<Guid> entities) =>
        shares.All(share => team.Has(share.PayeeId) || entities.Contains(share.PayeeId)) && shares.DistinctBy(share => share.PayeeId).Count() == shares.Count
            ? null
            : new BrokenRule("milestone.payee", "Shares", "受款人要是團隊成員，每人一筆。");

    /// <summary>Every payee's tax status has a rate in the round.</summary>
    public static BrokenRule? PayeesHaveARate(IEnumerable<TaxStatus> payees, IReadOnlyCollection<WithholdingRule> rules, DateOnly day) =>
        payees.Where(status => !rules.Any(rule => rule.Status == status && rule.ValidFrom <= day)).Select(status => (TaxStatus?)status).FirstOrDefault() is { } missing
            ? new BrokenRule("milestone.no-rate", "", "這個場次還沒有「{0}」的扣繳率，請洽計畫辦公室。", missing)
            : null;

    /// <summary>Each payee confirms tax status and account by their own hand.</summary>
    public static BrokenRule? PayeesHaveStated(IReadOnlyList<PayeeShare> shares, IReadOnlySet<Guid> stated) =>
        shares.Count(share => !stated.Contains(share.PayeeId)) is var missing and > 0
            ? new BrokenRule("milestone.payee-unstated", "", "還有 {0} 位受款人沒有填寫受款資料，請本人登入填寫。", missing)
            : null;

    /// <summary>An amount spent is more than nothing.</summary>
    public static BrokenRule? IsPositive(Twd amount) =>
        amount > Twd.Zero ? null : new BrokenRule("milestone.amount", "Amount", "金額要大於 0。");

    /// <summary>A receipt has a past or present date.</summary>
    public static BrokenRule? ReceiptIsNotFromTheFuture(DateOnly date, DateTimeOffset now) =>
        date <= Taipei.DateOf(now) ? null : new BrokenRule("milestone.receipt-date", "Date", "單據日期不能晚於今天。");

    /// <summary>A receipt is counted once.</summary>
    public static BrokenRule? ReceiptIsNew(string number, IReadOnlyList<Receipt> receipts) =>
        receipts.Any(receipt => string.Equals(receipt.NumberKey, Receipt.KeyOf(number), StringComparison.Ordinal)) ? ReceiptIsUsed() : null;

    /// <summary>統一編號, where there is one, has the right check digit.</summary>
    public static BrokenRule? VendorNumberIsRight(string? number) =>
        number is null || Problems.CompanyNumber.IsRight(number) ? null : new BrokenRule("milestone.vendor-number", "VendorNumber", "統一編號不正確，請再核對一次。");

    /// <summary>A paper is one that the scheme asks for.</summary>
    public static BrokenRule? PaperIsAskedFor(string name, IReadOnlyList<string> asked) =>
        asked.Contains(name, StringComparer.Ordinal) ? null : new BrokenRule("milestone.paper", "Paper", "這筆款項不需要這份文件。");

    /// <summary>Every paper the scheme asks for is there.</summary>
    public static BrokenRule? PapersAreThere(IReadOnlyList<string> asked, IReadOnlyList<EvidencePaper> handed) =>
        asked.FirstOrDefault(name => !handed.Any(paper => string.Equals(paper.Name, name, StringComparison.Ordinal))) is { } missing
            ? new BrokenRule("milestone.paper-missing", "", "還缺「{0}」，請上傳檔案。", missing)
            : null;

    /// <summary>A rejected piece doesn't come back as it was (own).</summary>
    public static BrokenRule? NothingRejectedIsKept(int rejected) =>
        rejected == 0 ? null : new BrokenRule("milestone.rejected-kept", "", "還有 {0} 項被退的憑證，請更換或刪除後再送出。", rejected);

    /// <summary>Nothing is approved while a piece is rejected.</summary>
    public static BrokenRule? NothingIsRejected(MilestoneStatus status, int rejected) =>
        rejected == 0 || status != MilestoneStatus.EvidenceSubmitted ? null : new BrokenRule("milestone.rejected", "", "有 {0} 項憑證被退，請退回補正，或先取消退件。", rejected);

    /// <summary>Pieces are turned down while the office checks.</summary>
    public static BrokenRule? IsBeingChecked(MilestoneStatus status) =>
        status == MilestoneStatus.EvidenceSubmitted ? null : new BrokenRule("milestone.not-checked", "", "這筆款項目前是「{0}」，不能逐項審核。", status);

    /// <summary>The piece was replaced or removed meanwhile.</summary>
    public static BrokenRule PieceIsGone() => new("milestone.piece-gone", "", "這項憑證已經不在，請重新整理。");

    /// <summary>An extension is later than the old end and than now, and not longer than a year (own).</summary>
    public static BrokenRule? ExtensionIsLater(DateTimeOffset until, DateTimeOffset? before, DateTimeOffset now) =>
        until > now && until > before && until <= now.AddDays(366) ? null : new BrokenRule("milestone.extension", "Until", "新期限要晚於今天和原期限，最多延一年。");

    /// <summary>Only a milestone whose time is over is declared lost by itself; the end of an entry takes the rest.</summary>
    public static BrokenRule? IsOverdue(MilestoneStatus status, DateTimeOffset? dueAt, DateTimeOffset now) =>
        status.TakesEvidence() && dueAt < now ? null : new BrokenRule("milestone.not-overdue", "", "憑證期限還沒過，不能失權。");

    /// <summary>The sentence for a receipt number used twice, also when the database finds it.</summary>
    public static BrokenRule ReceiptIsUsed() => new("milestone.receipt-used", "Number", "這個單據號碼已經登錄過。");

    /// <summary>Every dollar of the statement has its receipt.</summary>
    public static BrokenRule? StatementMatchesReceipts(IReadOnlyList<ExpenseItem> expenses, IReadOnlyList<Receipt> receipts) =>
        expenses.Sum(item => item.Amount) == receipts.Sum(receipt => receipt.Amount)
            ? null
            : new BrokenRule("milestone.statement", "", "經費表合計 {0} 元，單據合計 {1} 元，兩者要相同。", expenses.Sum(item => item.Amount), receipts.Sum(receipt => receipt.Amount));

    /// <summary>Money is paid against receipts (AIGO briefing: 需經費表與單據核銷).</summary>
    public static BrokenRule? ReceiptsCoverTheAmount(IReadOnlyList<Receipt> receipts, Twd amount) =>
        receipts.Sum(receipt => receipt.Amount) >= amount
            ? null
            : new BrokenRule("milestone.receipts", "", "單據合計 {0} 元，還差 {1} 元。", receipts.Sum(receipt => receipt.Amount), amount - receipts.Sum(receipt => receipt.Amount));

    /// <summary>A return or forfeiture says why.</summary>
    public static BrokenRule? SaysWhy(string reason, string field = "Reason") =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("milestone.reason", field, "請寫明原因。") : null;

    /// <summary>Two persons: whoever approves can't release.</summary>
    public static BrokenRule? ReleaserIsNotApprover(Guid? approver, Guid releaser) =>
        approver == releaser ? TwoPersons() : null;

    /// <summary>What the payees stated is what was approved (own).</summary>
    public static BrokenRule? PayeesAreAsApproved(IReadOnlyList<DateTimeOffset> confirmed, DateTimeOffset? approvedAt) =>
        confirmed.Any(at => at > approvedAt) ? new BrokenRule("milestone.payee-changed", "", "有受款人在核准後更改了受款資料，請退回重新核對。") : null;

    /// <summary>Two persons: whoever asks for a reversal can't post it.</summary>
    public static BrokenRule? ReverserIsNotAsker(Guid asker, Guid reverser) =>
        asker == reverser ? new BrokenRule("milestone.reversal-two-persons", "", "提出沖正的人不能自己登錄，請另一位承辦辦理。") : null;

    /// <summary>Only a payment that somebody asked to take back is taken back.</summary>
    public static BrokenRule? ReversalWasAsked(ReversalRequest? request) =>
        request is null ? new BrokenRule("milestone.reversal-not-asked", "", "這筆款項沒有待辦的沖正，請重新整理。") : null;

    /// <summary>Nobody asks for the same reversal twice.</summary>
    public static BrokenRule? ReversalIsNotAskedYet(ReversalRequest? request) =>
        request is null ? null : new BrokenRule("milestone.reversal-asked", "", "{0} 已經提出沖正，請另一位承辦辦理。", request.Name);

    /// <summary>The sentence for four eyes, also when the database finds it.</summary>
    public static BrokenRule TwoPersons() => new("milestone.two-persons", "", "核准與撥付要由不同的人辦理，請另一位承辦撥付。");
}
