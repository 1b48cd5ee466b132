using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>An awarded amount on its way to the payees (核發項目).</summary>
public sealed class Milestone : Aggregate
{
    /// <summary>Days the team has for evidence once an amount is due (own).</summary>
    public const int EvidenceDays = 14;

    private readonly List<PayeeShare> _shares = [];
    private readonly List<ExpenseItem> _expenses = [];
    private readonly List<Receipt> _receipts = [];

    private Milestone()
    {
    }

    /// <summary>Books an item of the award scheme for an entry.</summary>
    public Milestone(Entry entry, AwardItem item, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, EntryId, Order, Tier, Name, Amount) = (entry.RoundId, entry.Id, item.Order, item.Tier, item.Name, item.Amount);
        (Condition, NeedsEvidence) = (item.Condition, item.NeedsEvidence);
        Trace(by, "milestone.book", item.Amount.ToString());
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The entry it was awarded to.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Place in the award scheme; an entry has each place once.</summary>
    public int Order { get; private set; }

    /// <summary>Its tier.</summary>
    public AwardTier Tier { get; private set; }

    /// <summary>Such as 核發 1.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Before tax.</summary>
    public Twd Amount { get; private set; }

    /// <summary>What makes it due.</summary>
    public ReleaseCondition Condition { get; private set; }

    /// <summary>Whether expense statement and receipts are needed.</summary>
    public bool NeedsEvidence { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public MilestoneStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public MilestoneStatus PreviousStatus { get; private set; }

    /// <summary>When its condition was met.</summary>
    public DateTimeOffset? DueSince { get; private set; }

    /// <summary>Evidence is expected before this instant.</summary>
    public DateTimeOffset? EvidenceDueAt { get; private set; }

    /// <summary>When the team last handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Why it was returned or forfeited.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who approved the evidence.</summary>
    public Guid? ApprovedBy { get; private set; }

    /// <summary>The approver's name at that moment.</summary>
    public string? ApproverName { get; private set; }

    /// <summary>When it was approved.</summary>
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Who released the payment; never the approver.</summary>
    public Guid? ReleasedBy { get; private set; }

    /// <summary>When it was released.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>How the amount is divided.</summary>
    public IReadOnlyList<PayeeShare> Shares => _shares;

    /// <summary>經費表.</summary>
    public IReadOnlyList<ExpenseItem> Expenses => _expenses;

    /// <summary>單據.</summary>
    public IReadOnlyList<Receipt> Receipts => _receipts;

    /// <summary>Its condition is met.</summary>
    public void FallDue(Actor by)
    {
        Become(MilestoneAction.FallDue);
        (DueSince, EvidenceDueAt) = (by.At, by.At.AddDays(EvidenceDays));
        Trace(by, "milestone.fall-due");
    }

    /// <summary>The leader divides the amount over members in whole dollars.</summary>
    public void Divide(IReadOnlyList<PayeeShare> shares, Teams.Team team, Actor by)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.SharesAddUp(shares, Amount));
        Rule.Require(MilestoneRules.PayeesAreMembers(shares, team));
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
    public Receipt AddReceipt(string number, DateOnly date, string vendor, Twd amount, Guid fileId, Actor by)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        Rule.Require(MilestoneRules.IsPositive(amount));
        Rule.Require(MilestoneRules.ReceiptIsNotFromTheFuture(date, by.At));
        Rule.Require(MilestoneRules.ReceiptIsNew(number, _receipts));
        var receipt = new Receipt(number, date, vendor, amount, fileId, by.At);
        _receipts.Add(receipt);
        return receipt;
    }

    /// <summary>Takes a receipt off.</summary>
    public void RemoveReceipt(Guid id)
    {
        Rule.Require(MilestoneRules.TakesEvidence(Status));
        _receipts.RemoveAll(receipt => receipt.Id == id);
    }

    /// <summary>Hands payees and evidence in for checking.</summary>
    /// <param name="stated">Members who have stated their tax status and account.</param>
    /// <param name="by">The leader.</param>
    public void SubmitEvidence(IReadOnlySet<Guid> stated, Actor by)
    {
        Rule.Require(MilestoneRules.SharesAddUp(_shares, Amount));
        Rule.Require(MilestoneRules.PayeesHaveStated(_shares, stated));
        if (NeedsEvidence)
        {
            Rule.Require(MilestoneRules.StatementMatchesReceipts(_expenses, _receipts));
            Rule.Require(MilestoneRules.ReceiptsCoverTheAmount(_receipts, Amount));
        }

        Become(MilestoneAction.SubmitEvidence);
        (SubmittedAt, Reason) = (by.At, null);
        Trace(by, "milestone.submit-evidence");
    }

    /// <summary>Sends it back to be mended.</summary>
    public void Return(string reason, Actor by)
    {
        Rule.Require(MilestoneRules.SaysWhy(reason));
        Become(MilestoneAction.Return);
        Reason = reason;
        Trace(by, "milestone.return", reason);
    }

    /// <summary>An officer approves the evidence.</summary>
    public void Approve(Actor by)
    {
        Become(MilestoneAction.Approve);
        (ApprovedBy, ApproverName, ApprovedAt) = (by.PersonId, by.Name, by.At);
        Trace(by, "milestone.approve");
    }

    /// <summary>Another officer releases the payment; the caller posts the ledger rows in the same transaction.</summary>
    public void Pay(Actor by)
    {
        Rule.Require(MilestoneRules.ReleaserIsNotApprover(ApprovedBy, by.PersonId));
        Become(MilestoneAction.Pay);
        (ReleasedBy, ReleasedAt) = (by.PersonId, by.At);
        Trace(by, "milestone.pay", Amount.ToString());
    }

    /// <summary>The amount is lost; the caller frees the commitment.</summary>
    public void Forfeit(string reason, Actor by)
    {
        Rule.Require(MilestoneRules.SaysWhy(reason));
        Become(MilestoneAction.Forfeit);
        Reason = reason;
        Trace(by, "milestone.forfeit", reason);
    }

    private void Become(MilestoneAction action) => (PreviousStatus, Status) = (Status, MilestoneStatuses.Next(Status, action));
}
