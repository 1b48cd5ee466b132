using System.ComponentModel;
using System.Globalization;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;

namespace AigoPortal.Domain.Ledger;

/// <summary>Whether a row pays or takes a payment back.</summary>
public enum LedgerRowKind
{
    /// <summary>A payment.</summary>
    [Description("撥付")]
    Payment,

    /// <summary>The reversal of a payment.</summary>
    [Description("沖正")]
    Reversal,
}

/// <summary>A row of the award ledger (獎金清冊): written once, never changed, chained to the row before by its hash.</summary>
public sealed class LedgerRow
{
    /// <summary>The hash before the first row.</summary>
    public static readonly string Origin = new('0', 64);

    private LedgerRow()
    {
    }

    /// <summary>The next row of the ledger.</summary>
    /// <param name="before">The row before, null for the first.</param>
    /// <param name="payment">What is paid.</param>
    public LedgerRow(LedgerRow? before, Payment payment)
    {
        Sequence = (before?.Sequence ?? 0) + 1;
        PreviousHash = before?.Hash ?? Origin;
        PostedAt = payment.By.At;
        Date = Time.Taipei.DateOf(payment.By.At);
        Kind = LedgerRowKind.Payment;
        (RoundId, EntryId, EntryCode, ProblemTitle, TeamName) = (payment.RoundId, payment.EntryId, payment.EntryCode, payment.ProblemTitle, payment.TeamName);
        (MilestoneId, Tier, MilestoneName) = (payment.Milestone.Id, payment.Milestone.Tier, payment.Milestone.Name);
        (PayeeId, PayeeName, TaxStatus) = (payment.PayeeId, payment.PayeeName, payment.TaxStatus);
        (Gross, TaxRate, Tax, Net) = (payment.Withheld.Gross, payment.Withheld.Rate, payment.Withheld.Tax, payment.Withheld.Net);
        Issue = payment.Milestone.Issue;
        VoucherNumber = Voucher();
        (ApproverId, ApproverName) = (payment.Milestone.ApprovedBy ?? Guid.Empty, payment.Milestone.ApproverName ?? "");
        (ReleaserId, ReleaserName) = (payment.By.PersonId, payment.By.Name);
        Hash = LedgerHash.Of(this);
    }

    /// <summary>The row that takes an earlier one back: the same facts with the amounts negative.</summary>
    /// <param name="before">The last row of the ledger.</param>
    /// <param name="payment">The row taken back.</param>
    /// <param name="request">Who asked for it, and why; stands where a payment has its approver.</param>
    /// <param name="by">Who posts it.</param>
    public LedgerRow(LedgerRow before, LedgerRow payment, ReversalRequest request, Trail.Actor by)
    {
        (Sequence, PreviousHash, PostedAt, Date) = (before.Sequence + 1, before.Hash, by.At, Time.Taipei.DateOf(by.At));
        Kind = LedgerRowKind.Reversal;
        (RoundId, EntryId, EntryCode, ProblemTitle, TeamName) = (payment.RoundId, payment.EntryId, payment.EntryCode, payment.ProblemTitle, payment.TeamName);
        (MilestoneId, Tier, MilestoneName, Issue) = (payment.MilestoneId, payment.Tier, payment.MilestoneName, payment.Issue);
        (PayeeId, PayeeName, TaxStatus) = (payment.PayeeId, payment.PayeeName, payment.TaxStatus);
        (Gross, TaxRate, Tax, Net) = (-payment.Gross, payment.TaxRate, -payment.Tax, -payment.Net);
        (ReversalOf, Reason) = (payment.Sequence, request.Reason);
        VoucherNumber = Voucher();
        (ApproverId, ApproverName, ReleaserId, ReleaserName) = (request.PersonId, request.Name, by.PersonId, by.Name);
        Hash = LedgerHash.Of(this);
    }

    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; private set; }

    /// <summary>The day in Taipei.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>The instant of posting.</summary>
    public DateTimeOffset PostedAt { get; private set; }

    /// <summary>Payment or reversal.</summary>
    public LedgerRowKind Kind { get; private set; }

    /// <summary>The round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The entry's number.</summary>
    public string EntryCode { get; private set; } = "";

    /// <summary>The problem's title at that moment.</summary>
    public string ProblemTitle { get; private set; } = "";

    /// <summary>The team's name at that moment.</summary>
    public string TeamName { get; private set; } = "";

    /// <summary>The milestone paid.</summary>
    public Guid MilestoneId { get; private set; }

    /// <summary>Its tier.</summary>
    public AwardTier Tier { get; private set; }

    /// <summary>Its name.</summary>
    public string MilestoneName { get; private set; } = "";

    /// <summary>The payee.</summary>
    public Guid PayeeId { get; private set; }

    /// <summary>The payee's name at that moment.</summary>
    public string PayeeName { get; private set; } = "";

    /// <summary>As the tax law saw the payee.</summary>
    public TaxStatus TaxStatus { get; private set; }

    /// <summary>Before tax.</summary>
    public Twd Gross { get; private set; }

    /// <summary>The rate applied.</summary>
    public decimal TaxRate { get; private set; }

    /// <summary>Withheld.</summary>
    public Twd Tax { get; private set; }

    /// <summary>Paid out; gross − tax.</summary>
    public Twd Net { get; private set; }

    /// <summary>憑證號: ROC year and sequence.</summary>
    public string VoucherNumber { get; private set; } = "";

    /// <summary>Which payment of the milestone: 1, and one more after each reversal.</summary>
    public int Issue { get; private set; } = 1;

    /// <summary>The sequence of the row that a reversal takes back.</summary>
    public long? ReversalOf { get; private set; }

    /// <summary>Why a reversal was made.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who approved the evidence.</summary>
    public Guid ApproverId { get; private set; }

    /// <summary>The approver's name.</summary>
    public string ApproverName { get; private set; } = "";

    /// <summary>Who released the payment.</summary>
    public Guid ReleaserId { get; private set; }

    /// <summary>The releaser's name.</summary>
    public string ReleaserName { get; private set; } = "";

    /// <summary>The hash of the row before.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256 over this row's canonical form, lower-case hexadecimal (docs/ledger.md).</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Whether the row still says what it said when it was posted.</summary>
    public bool IsIntact => LedgerHash.IsOf(this);

    private string Voucher() => string.Create(CultureInfo.InvariantCulture, $"{Time.RocDate.YearOf(Date)}-{Sequence:D6}");
}

/// <summary>What is paid to one payee.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="EntryCode">The entry's number.</param>
/// <param name="ProblemTitle">The problem's title.</param>
/// <param name="TeamName">The team's name.</param>
/// <param name="Milestone">The approved milestone.</param>
/// <param name="PayeeId">The payee.</param>
/// <param name="PayeeName">The payee's name.</param>
/// <param name="TaxStatus">As the tax law sees the payee.</param>
/// <param name="Withheld">Gross, rate, tax and net.</param>
/// <param name="By">The officer who releases.</param>
public sealed record Payment(
    Guid RoundId,
    Guid EntryId,
    string EntryCode,
    string ProblemTitle,
    string TeamName,
    Milestone Milestone,
    Guid PayeeId,
    string PayeeName,
    TaxStatus TaxStatus,
    Withheld Withheld,
    Trail.Actor By);
