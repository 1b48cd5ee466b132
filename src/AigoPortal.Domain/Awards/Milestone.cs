using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>An awarded amount on its way to the payees (核發項目).</summary>
public sealed partial class Milestone : Aggregate
{
    private readonly List<PayeeShare> _shares = [];
    private readonly List<ExpenseItem> _expenses = [];
    private readonly List<Receipt> _receipts = [];
    private readonly List<EvidencePaper> _handedPapers = [];

    private Milestone()
    {
    }

    /// <summary>Books an item of the award scheme for an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="item">The item; the milestone keeps its terms.</param>
    /// <param name="schemeVersion">The version of the award scheme it is from.</param>
    /// <param name="by">Who books it.</param>
    public Milestone(Entry entry, AwardItem item, int schemeVersion, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, EntryId, Order, Tier, Name, Amount) = (entry.RoundId, entry.Id, item.Order, item.Tier, item.Name, item.Amount);
        (Condition, NeedsEvidence) = (item.Condition, item.NeedsEvidence);
        (EvidenceDays, Papers, AllowsLegalEntity, IncomeCode) = (item.EvidenceDays, item.Papers, item.AllowsLegalEntity, item.IncomeCode);
        SchemeVersion = schemeVersion;
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

    /// <summary>The version of the award scheme it was booked from; later versions don't change it.</summary>
    public int SchemeVersion { get; private set; }

    /// <summary>Days the team has for evidence once it is due.</summary>
    public int EvidenceDays { get; private set; }

    /// <summary>Papers needed besides statement and receipts, by name.</summary>
    public IReadOnlyList<string> Papers { get; private set; } = [];

    /// <summary>Whether a legal entity may be among the payees.</summary>
    public bool AllowsLegalEntity { get; private set; }

    /// <summary>所得格式代號 on the withholding certificate.</summary>
    public string IncomeCode { get; private set; } = EvidenceTerms.PrizeIncome;

    /// <summary>Which payment this is: 1, and one more after each reversal.</summary>
    public int Issue { get; private set; } = 1;

    /// <summary>Somebody asked to take the payment back; null when nobody did.</summary>
    public ReversalRequest? Reversal { get; private set; }

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

    /// <summary>The handed-in files of <see cref="Papers"/>, each name once.</summary>
    public IReadOnlyList<EvidencePaper> HandedPapers => _handedPapers;

    /// <summary>Its condition is met.</summary>
    public void FallDue(Actor by)
    {
        Become(MilestoneAction.FallDue);
        (DueSince, EvidenceDueAt) = (by.At, by.At.AddDays(EvidenceDays));
        Trace(by, "milestone.fall-due");
    }

    /// <summary>Another officer releases the payment; the caller posts the ledger rows in the same transaction.</summary>
    public void Pay(Actor by)
    {
        Rule.Require(MilestoneRules.ReleaserIsNotApprover(ApprovedBy, by.PersonId));
        Become(MilestoneAction.Pay);
        (ReleasedBy, ReleasedAt) = (by.PersonId, by.At);
        Trace(by, "milestone.pay", Amount.ToString());
    }

    /// <summary>A payee stated other facts since the approval: the office looks at them before anybody releases.</summary>
    public void Recheck(string why, Actor by)
    {
        Become(MilestoneAction.Recheck);
        (ApprovedBy, ApproverName, ApprovedAt, Reason) = (null, null, null, why);
        Trace(by, "milestone.recheck", why);
    }

    /// <summary>An officer asks to take the payment back; another posts it.</summary>
    public void AskReversal(string reason, Actor by)
    {
        Rule.Require(MilestoneRules.SaysWhy(reason));
        MilestoneStatuses.Next(Status, MilestoneAction.Reverse);
        Rule.Require(MilestoneRules.ReversalIsNotAskedYet(Reversal));
        Reversal = new ReversalRequest(by.PersonId, by.Name, by.At, reason);
        Trace(by, "milestone.ask-reversal", reason);
    }

    /// <summary>The asked reversal is dropped.</summary>
    public void DropReversal(Actor by)
    {
        Rule.Require(MilestoneRules.ReversalWasAsked(Reversal));
        Reversal = null;
        Trace(by, "milestone.drop-reversal");
    }

    /// <summary>
    /// Another officer takes the payment back; the caller posts the reversal rows in the same transaction. The milestone goes back to the team, to be
    /// mended and paid anew, or forfeited.
    /// </summary>
    public void Reverse(Actor by)
    {
        Rule.Require(MilestoneRules.ReversalWasAsked(Reversal));
        Rule.Require(MilestoneRules.ReverserIsNotAsker(Reversal!.PersonId, by.PersonId));
        Become(MilestoneAction.Reverse);
        (Reason, Issue, EvidenceDueAt) = (Reversal.Reason, Issue + 1, by.At.AddDays(EvidenceDays));
        (ApprovedBy, ApproverName, ApprovedAt, ReleasedBy, ReleasedAt, Reversal) = (null, null, null, null, null, null);
        Trace(by, "milestone.reverse", Reason);
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

/// <summary>Somebody asked to take a payment back.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record ReversalRequest(Guid PersonId, string Name, DateTimeOffset At, string Reason);
