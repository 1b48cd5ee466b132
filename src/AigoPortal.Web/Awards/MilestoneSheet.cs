using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;

namespace AigoPortal.Web.Awards;

/// <summary>A milestone with everything a page shows beside it, for the team and for the office.</summary>
public sealed record MilestoneSheet(Milestone Milestone, MilestoneContext Context, IReadOnlyList<PayeeLine> Payees, IReadOnlyDictionary<Guid, ListedFile> Files, DateOnly Day)
{
    public IEnumerable<PayeeLine> Sharing => Payees.Where(payee => payee.Share is not null);

    public Twd Divided => Milestone.Shares.Sum(share => share.Amount);

    public Twd Spent => Milestone.Expenses.Sum(item => item.Amount);

    public Twd Receipted => Milestone.Receipts.Sum(receipt => receipt.Amount);

    /// <summary>What still keeps the team from handing in; the same rules that the hand-in asks.</summary>
    public IEnumerable<BrokenRule> Missing()
    {
        var stated = Payees.Where(payee => payee.TaxStatus is not null).Select(payee => payee.PersonId).ToHashSet();
        BrokenRule?[] rules =
        [
            MilestoneRules.SharesAddUp(Milestone.Shares, Milestone.Amount),
            MilestoneRules.PayeesHaveStated(Milestone.Shares, stated),
            HaveARate(),
            MilestoneRules.PapersAreThere(Milestone.Papers, Milestone.HandedPapers),
            Milestone.NeedsEvidence ? MilestoneRules.StatementMatchesReceipts(Milestone.Expenses, Milestone.Receipts) : null,
            Milestone.NeedsEvidence ? MilestoneRules.ReceiptsCoverTheAmount(Milestone.Receipts, Milestone.Amount) : null,
            Milestone.Status.TakesEvidence() ? MilestoneRules.NothingRejectedIsKept(Milestone.Rejected.Count()) : null,
            MilestoneRules.NothingIsRejected(Milestone.Status, Milestone.Rejected.Count()),
        ];
        return rules.OfType<BrokenRule>();
    }

    /// <summary>Every payee's tax status has a rate in the round.</summary>
    public BrokenRule? HaveARate() => MilestoneRules.PayeesHaveARate(Sharing.Select(payee => payee.TaxStatus).OfType<TaxStatus>(), Context.Rules, Day);

    /// <summary>The step line of its life.</summary>
    public IEnumerable<StepLine> Steps()
    {
        var status = Milestone.Status;
        yield return new StepLine("條件達成", status == MilestoneStatus.NotDue ? StepState.Now : StepState.Done, Short(Milestone.DueSince));
        yield return new StepLine("送出憑證", At(status.TakesEvidence(), Milestone.SubmittedAt), Short(Milestone.SubmittedAt));
        yield return new StepLine("核銷", At(status == MilestoneStatus.EvidenceSubmitted, Milestone.ApprovedAt), Short(Milestone.ApprovedAt));
        yield return new StepLine("撥付", At(status == MilestoneStatus.Approved, Milestone.ReleasedAt), Short(Milestone.ReleasedAt));
    }

    private static StepState At(bool now, DateTimeOffset? done) => now ? StepState.Now : done is null ? StepState.Todo : StepState.Done;

    private static string? Short(DateTimeOffset? at) => at is { } instant ? TaipeiTime.ShortText(instant) : null;
}

/// <summary>Where a milestone belongs.</summary>
public sealed record MilestoneContext(string EntryCode, string ProblemTitle, Guid TeamId, string TeamName, Guid LeaderId, string RoundCode, IReadOnlyList<WithholdingRule> Rules);

/// <summary>A member of the team, or a legal entity it named, as a payee; what is withheld is a preview until it is paid.</summary>
public sealed record PayeeLine(Guid PersonId, string Name, StatedFacts? Stated, Twd? Share, TaxStatus? TaxStatus, Withheld? Withheld, string? VoucherNumber = null);

/// <summary>What a payee stated, as the screen may show it: a person's number masked, a legal entity's open.</summary>
public sealed record StatedFacts(string Number, string BankCode, string AccountHint, DateTimeOffset ConfirmedAt)
{
    public static StatedFacts Of(PayeeProfile profile) => new(profile.IdNumberHint, profile.BankCode, profile.AccountHint, profile.ConfirmedAt);

    public static StatedFacts Of(LegalPayee payee) => new(payee.Number, payee.BankCode, payee.AccountHint, payee.ConfirmedAt);
}
