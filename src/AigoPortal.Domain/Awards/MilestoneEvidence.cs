using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>What the team hands in, and how the office checks it.</summary>
public sealed partial class Milestone
{
    /// <summary>Every piece of the evidence.</summary>
    public IEnumerable<EvidencePiece> Pieces => [.. _expenses, .. _receipts, .. _handedPapers];

    /// <summary>Pieces an officer turned down.</summary>
    public IEnumerable<EvidencePiece> Rejected => Pieces.Where(piece => piece.Rejection is not null);

    /// <summary>The leader divides the amount over payees in whole dollars.</summary>
    /// <param name="shares">The parts; those of nothing are left out.</param>
    /// <param name="team">The team.</param>
    /// <param name="by">The leader.</param>
    /// <param name="entities">Legal entities the team named; counted only where the scheme allows them.</param>
    public void Divide(IReadOnlyList<PayeeShare> shares, Teams.Team team, Actor by, IReadOnlyCollection<Guid>? entities = null)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.SharesAddUp(shares, Amount));
        Rule.Require(MilestoneRules.PayeesAreOfTheTeam(shares, team, AllowsLegalEntity ? entities ?? [] : []));
        PayeeShare[] paid = [.. shares.Where(share => share.Amount > Twd.Zero)]; // may come from this milestone's own list
        _shares.Clear();
        _shares.AddRange(paid);
        Trace(by, "milestone.divide");
    }

    /// <summary>Adds a line to the expense statement.</summary>
    public ExpenseItem AddExpense(string purpose, Twd amount, Actor by)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.IsPositive(amount));
        var item = new ExpenseItem(purpose, amount, by.At);
        _expenses.Add(item);
        return item;
    }

    /// <summary>Takes a line off the expense statement.</summary>
    public void RemoveExpense(Guid id)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        _expenses.RemoveAll(item => item.Id == id);
    }

    /// <summary>Adds a receipt.</summary>
    /// <param name="number">As printed.</param>
    /// <param name="date">Its date; not after today.</param>
    /// <param name="vendor">Who issued it.</param>
    /// <param name="amount">How much; more than nothing.</param>
    /// <param name="fileId">Its picture or PDF.</param>
    /// <param name="by">The leader.</param>
    /// <param name="vendorNumber">統一編號 of the vendor; null for vendors abroad and natural persons.</param>
    public Receipt AddReceipt(string number, DateOnly date, string vendor, Twd amount, Guid fileId, Actor by, string? vendorNumber = null)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.IsPositive(amount));
        Rule.Require(MilestoneRules.ReceiptIsNotFromTheFuture(date, by.At));
        Rule.Require(MilestoneRules.ReceiptIsNew(number, _receipts));
        Rule.Require(MilestoneRules.VendorNumberIsRight(vendorNumber));
        var receipt = new Receipt(number, date, vendor, amount, fileId, by.At, vendorNumber);
        _receipts.Add(receipt);
        return receipt;
    }

    /// <summary>Takes a receipt off.</summary>
    public void RemoveReceipt(Guid id)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        _receipts.RemoveAll(receipt => receipt.Id == id);
    }

    /// <summary>Puts the file of a paper the scheme asks for, in place of an earlier one.</summary>
    public void PutPaper(string name, Guid fileId, Actor by)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.PaperIsAskedFor(name, Papers));
        _handedPapers.RemoveAll(paper => string.Equals(paper.Name, name, StringComparison.Ordinal));
        _handedPapers.Add(new EvidencePaper(name, fileId, by.At));
    }

    /// <summary>Hands payees and evidence in for checking.</summary>
    /// <param name="stated">Payees whose tax status and account are stated.</param>
    /// <param name="by">The leader.</param>
    public void SubmitEvidence(IReadOnlySet<Guid> stated, Actor by)
    {
        Rule.Require(MilestoneRules.SharesAddUp(_shares, Amount));
        Rule.Require(MilestoneRules.PayeesHaveStated(_shares, stated));
        Rule.Require(MilestoneRules.PapersAreThere(Papers, _handedPapers));
        if (NeedsEvidence)
        {
            Rule.Require(MilestoneRules.StatementMatchesReceipts(_expenses, _receipts));
            Rule.Require(MilestoneRules.ReceiptsCoverTheAmount(_receipts, Amount));
        }

        Rule.Require(MilestoneRules.NothingRejectedIsKept(Rejected.Count()));
        Become(MilestoneAction.SubmitEvidence);
        (SubmittedAt, Reason) = (by.At, null);
        Trace(by, "milestone.submit-evidence");
    }

    /// <summary>An officer turns one piece down; the team replaces or removes it.</summary>
    public void Reject(Guid pieceId, string reason, Actor by)
    {
        var piece = Checked(pieceId);
        Rule.Require(MilestoneRules.SaysWhy(reason));
        piece.Reject(reason);
        Trace(by, "milestone.reject-piece", $"{piece.Title}: {reason}");
    }

    /// <summary>The officer takes that back.</summary>
    public void TakeBackRejection(Guid pieceId, Actor by)
    {
        var piece = Checked(pieceId);
        piece.Reject(null);
        Trace(by, "milestone.take-back-rejection", piece.Title);
    }

    /// <summary>Sends it back to be mended.</summary>
    /// <param name="reason">May be empty when pieces were turned down, each with its reason.</param>
    /// <param name="by">The officer.</param>
    public void Return(string reason, Actor by)
    {
        Rule.Require(Rejected.Any() ? null : MilestoneRules.SaysWhy(reason));
        Become(MilestoneAction.Return);
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason;
        Trace(by, "milestone.return", Reason); // each rejection is on the trail already
    }

    /// <summary>An officer approves the evidence.</summary>
    public void Approve(Actor by)
    {
        Rule.Require(MilestoneRules.NothingIsRejected(Status, Rejected.Count()));
        Become(MilestoneAction.Approve);
        (ApprovedBy, ApproverName, ApprovedAt, Reason) = (by.PersonId, by.Name, by.At, null);
        Trace(by, "milestone.approve");
    }

    /// <summary>The team gets more time.</summary>
    /// <param name="until">The new end; later than the old one and than now, within a year.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">The officer.</param>
    public void Extend(DateTimeOffset until, string reason, Actor by)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.ExtensionIsLater(until, EvidenceDueAt, by.At));
        Rule.Require(MilestoneRules.SaysWhy(reason, "ExtendReason"));
        EvidenceDueAt = until;
        Trace(by, "milestone.extend", $"{until:O} {reason}");
    }

    private EvidencePiece Checked(Guid id)
    {
        Rule.Require(MilestoneRules.IsBeingChecked(Status));
        var piece = Pieces.FirstOrDefault(piece => piece.Id == id);
        Rule.Require(piece is null ? MilestoneRules.PieceIsGone() : null);
        return piece!;
    }
}
