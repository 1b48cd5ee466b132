using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Entries;

/// <summary>What the journey of an entry has to know of it; a page reads only this.</summary>
public sealed record EntryPosition
{
    /// <summary>Where it is in its life.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>The state before; tells how far an ended entry came.</summary>
    public required EntryStatus PreviousStatus { get; init; }

    /// <summary>When the team applied.</summary>
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>When the poser answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When both sides agreed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When the last concept was received.</summary>
    public DateTimeOffset? ConceptReceivedAt { get; init; }

    /// <summary>When the last proof was received.</summary>
    public DateTimeOffset? ProofReceivedAt { get; init; }

    /// <summary>合作文件.</summary>
    public CooperationDocument Cooperation { get; init; } = CooperationDocument.None;

    /// <summary>What the last 訪視 found.</summary>
    public VisitOutcome SiteVisit { get; init; } = VisitOutcome.None;

    /// <summary>成果資料.</summary>
    public Deliverables Deliverables { get; init; } = Deliverables.None;

    /// <summary>The earliest instant by which the team owes evidence for an amount that is due.</summary>
    public DateTimeOffset? EvidenceDueAt { get; init; }

    /// <summary>Whether an awarded amount is neither paid nor lost.</summary>
    public bool HasUnpaid { get; init; }

    /// <summary>The position of a loaded entry, without its money.</summary>
    public static EntryPosition Of(Entry entry) => new()
    {
        Status = entry.Status,
        PreviousStatus = entry.PreviousStatus,
        AppliedAt = entry.AppliedAt,
        AnsweredAt = entry.AnsweredAt,
        ConfirmedAt = entry.ConfirmedAt,
        ConceptReceivedAt = entry.Last(ReviewStage.Concept)?.ReceivedAt,
        ProofReceivedAt = entry.Last(ReviewStage.Proof)?.ReceivedAt,
        Cooperation = entry.Cooperation,
        SiteVisit = entry.SiteVisit,
        Deliverables = entry.Deliverables,
    };
}

/// <summary>The instants of a round that an entry lives by.</summary>
/// <param name="Matching">媒合截止.</param>
/// <param name="Concept">構想收件截止.</param>
/// <param name="ConceptReview">The end of 構想審查.</param>
/// <param name="Cooperation">Both sides have signed before this.</param>
/// <param name="SiteVisit">The end of the visits, when the round has them.</param>
/// <param name="Proof">實證收件截止.</param>
/// <param name="ProofReview">The end of 實證審查, when it is known.</param>
public sealed record JourneyDates(
    DateTimeOffset Matching, DateTimeOffset Concept, DateTimeOffset ConceptReview, DateTimeOffset Cooperation, DateTimeOffset? SiteVisit, DateTimeOffset Proof,
    DateTimeOffset? ProofReview)
{
    /// <summary>From a loaded round.</summary>
    public static JourneyDates Of(Round round) => Of(round.Steps, round.CooperationMonths);

    /// <summary>From a round's steps and its months for signing.</summary>
    public static JourneyDates Of(IReadOnlyList<RoundStep> steps, int cooperationMonths)
    {
        var review = End(steps, RoundStepKind.ConceptReview)!.Value;
        return new JourneyDates(
            Round.MatchingEnd(steps),
            End(steps, RoundStepKind.ConceptDeadline)!.Value,
            review,
            Time.Taipei.Local(review).AddMonths(cooperationMonths),
            End(steps, RoundStepKind.SiteVisit),
            End(steps, RoundStepKind.ProofDeadline)!.Value,
            End(steps, RoundStepKind.ProofReview));
    }

    private static DateTimeOffset? End(IReadOnlyList<RoundStep> steps, RoundStepKind kind) => steps.FirstOrDefault(step => step.Kind == kind)?.EndsAt;
}
