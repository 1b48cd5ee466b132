using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Components;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>The record of an entry, for its team.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, EndEntry end, AgreeOnMatch agree, RoundDates dates) : PortalPage
{
    [BindProperty]
    public EntryInput Input { get; set; } = new();

    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public EntryRecord Record { get; private set; } = null!;

    public IReadOnlyList<ReceiptLine> Receipts => Record.Receipts;

    public IReadOnlyList<AwardLine> Awards { get; private set; } = [];

    public IEnumerable<StepLine> Steps { get; private set; } = [];

    public NextStep? Next { get; private set; }

    /// <summary>The amount whose evidence is owed first.</summary>
    public AwardLine? Owed { get; private set; }

    public JourneyDates Dates { get; private set; } = null!;

    /// <summary>What the poser keeps for matched teams; only while mine is one, and only if there is something.</summary>
    public ProblemSheet? Confidential { get; private set; }

    /// <summary>On which papers the team gets to data.</summary>
    public IReadOnlyList<DataAccessLine> DataAccesses { get; private set; } = [];

    /// <summary>What is known of decisions.</summary>
    public IReadOnlyList<ReleasedDecision> Decisions { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await EntryRecords.Find(db, Code, me.Id, cancellation) is not { } record)
        {
            return NotFound();
        }

        Record = record;
        Confidential = record.HasConfidential && EntryStatuses.Matched.Contains(record.Status)
            ? await ProblemSheet.FindAsync(db, db.Problems.Where(problem => problem.Id == record.ProblemId), cancellation, SheetReader.Insider)
            : null;
        DataAccesses = record.HasDataAccess ? await db.DataAccessesOfAsync(record.Id, cancellation) : [];
        Decisions = record.ConceptFeedback is null && record.ProofFeedback is null ? [] : await db.ReleasedOnAsync(record.Id, cancellation);
        // Nothing of a decision is known before its release, which brings the feedback.
        Awards = [.. (await EntryRecords.Awards(db, record.Id).ToListAsync(cancellation))
            .Where(award => (award.Tier == AwardTier.Proof ? record.ProofFeedback : record.ConceptFeedback) is not null)];
        Owed = Awards.Where(award => award.Status.TakesEvidence()).MinBy(award => award.EvidenceDueAt);
        var position = new EntryPosition
        {
            Status = record.Status,
            PreviousStatus = record.PreviousStatus,
            AppliedAt = record.AppliedAt,
            AnsweredAt = record.AnsweredAt,
            ConfirmedAt = record.ConfirmedAt,
            ConceptReceivedAt = Last(ReviewStage.Concept)?.ReceivedAt,
            ProofReceivedAt = Last(ReviewStage.Proof)?.ReceivedAt,
            Cooperation = record.Cooperation,
            SiteVisit = record.SiteVisit,
            Deliverables = record.Deliverables,
            EvidenceDueAt = Owed?.EvidenceDueAt,
            HasUnpaid = Awards.Any(award => award.Status is not (MilestoneStatus.Paid or MilestoneStatus.Forfeited)),
        };
        Dates = await dates.OfAsync(record.RoundId, record.RoundVersion, cancellation);
        Steps = EntryJourney.Steps(position, Dates).Lines();
        Next = EntryJourney.Next(JourneySide.Team, position, Dates, me.Now);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation) => ActAsync(async entry =>
    {
        await agree.ConfirmAsync(entry, cancellation);
        Say("已確認媒合，接下來請準備構想書。");
    }, cancellation);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation) => ActAsync(async entry =>
    {
        Rule.Require(Input.Reason.Length > 2000 ? new BrokenRule("entry.reason-long", "Reason", "最多 {0} 個字", 2000) : null);
        await end.WithdrawAsync(entry, Input.Reason.Trim(), cancellation);
        Say("申請案已撤回");
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<Entry, Task> act, CancellationToken cancellation)
    {
        if (await db.OfMember(me.Id).FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        var team = await db.Teams.AsNoTracking().FirstAsync(team => team.Id == entry.TeamId, cancellation);
        Rule.Require(EntryRules.IsLeader(team, me.Id));
        await act(entry);
        await db.SaveChangesAsync(cancellation);
        return Redirect(Url.Content($"~/team/entries/{Code}"));
    }

    private ReceiptLine? Last(ReviewStage stage) => Receipts.Where(receipt => receipt.Stage == stage).MaxBy(receipt => receipt.Number);
}

/// <summary>What the forms of the record send.</summary>
public sealed class EntryInput
{
    public string Reason { get; set; } = "";
}
