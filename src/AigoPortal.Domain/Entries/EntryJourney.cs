namespace AigoPortal.Domain.Entries;

/// <summary>Where an entry is on its way: the step line and the next step, the same on every page that shows it.</summary>
public static class EntryJourney
{
    /// <summary>The step line of an entry's life, with the instants that are known or promised.</summary>
    public static IReadOnlyList<JourneyMark> Steps(EntryPosition entry, JourneyDates dates)
    {
        var reached = entry.Status.IsLiving() || entry.Status == EntryStatus.Closed ? entry.Status : entry.PreviousStatus;
        var next = NextStop(reached, entry.SiteVisit.Passed);
        return [.. Enum.GetValues<JourneyStop>().Select(stop =>
        {
            var progress = stop < next ? JourneyProgress.Done
                : stop == next && entry.Status.IsLiving() ? JourneyProgress.Now
                : JourneyProgress.Todo;
            return new JourneyMark(stop, progress, progress == JourneyProgress.Done ? Happened(stop, entry) : Promised(stop, dates));
        })];
    }

    /// <summary>The next step as one side sees it; null when nothing is left to do.</summary>
    public static NextStep? Next(JourneySide side, EntryPosition entry, JourneyDates dates, DateTimeOffset now) => (entry.Status, side) switch
    {
        (EntryStatus.Applied, _) => Agreeing(side, entry, dates, now),
        (EntryStatus.Matched, _) when now >= dates.Concept => new(NextAct.ConceptMissed, null),
        (EntryStatus.Matched, JourneySide.Team) => new(NextAct.SubmitConcept, dates.Concept),
        (EntryStatus.Matched, _) => new(NextAct.AwaitConcept, dates.Concept),
        (EntryStatus.ConceptSubmitted, JourneySide.Team) when now < dates.Concept => new(NextAct.ImproveConcept, dates.Concept),
        (EntryStatus.ConceptSubmitted, JourneySide.Office) => new(NextAct.DecideConcept, dates.ConceptReview),
        (EntryStatus.ConceptSubmitted, _) => new(NextAct.AwaitConceptDecision, dates.ConceptReview),
        (EntryStatus.Shortlisted, _) => Signing(side, entry.Cooperation, dates),
        (EntryStatus.Cooperating, _) => Cooperating(side, entry, dates, now),
        (EntryStatus.ProofSubmitted, _) => AfterProof(side, entry, dates, now),
        (EntryStatus.Decided, _) => Settling(side, entry),
        _ => null,
    };

    // After the matching only the office can still bring the two together, and the poser decline.
    private static NextStep Agreeing(JourneySide side, EntryPosition entry, JourneyDates dates, DateTimeOffset now) => (side, entry.AnsweredAt) switch
    {
        (JourneySide.Office, _) when now >= dates.Matching && now < dates.Concept => new(NextAct.Mediate, dates.Concept),
        _ when now >= dates.Matching => new(NextAct.MatchingMissed, null),
        (JourneySide.Team, not null) => new(NextAct.ConfirmMatch, dates.Matching),
        (_, not null) => new(NextAct.AwaitConfirmation, dates.Matching),
        (JourneySide.Poser, _) => new(NextAct.AnswerTeam, dates.Matching),
        _ => new(NextAct.AwaitAnswer, dates.Matching),
    };

    private static NextStep Signing(JourneySide side, CooperationDocument papers, JourneyDates dates) => (side, papers) switch
    {
        (JourneySide.Office, { IsSignedByBoth: true }) => new(NextAct.CheckCooperation, dates.Cooperation),
        (JourneySide.Office, _) => new(NextAct.AwaitSignatures, dates.Cooperation),
        (JourneySide.Team, { TeamFileId: null }) or (JourneySide.Poser, { PoserFileId: null }) => new(NextAct.SignCooperation, dates.Cooperation),
        (_, { IsSignedByBoth: true }) => new(NextAct.AwaitCheck, dates.Cooperation),
        _ => new(NextAct.AwaitOtherSignature, dates.Cooperation),
    };

    private static NextStep Cooperating(JourneySide side, EntryPosition entry, JourneyDates dates, DateTimeOffset now)
    {
        if (Money(side, entry) is { } money)
        {
            return money;
        }

        if (now >= dates.Proof)
        {
            return new NextStep(NextAct.ProofMissed, null);
        }

        return side switch
        {
            JourneySide.Office when entry.Deliverables is { HandedInAt: not null, AcceptedAt: null } => new(NextAct.AcceptDeliverables, dates.Proof),
            JourneySide.Office when !entry.SiteVisit.Passed => new(NextAct.RecordVisit, dates.SiteVisit),
            JourneySide.Team when !entry.SiteVisit.Passed && dates.SiteVisit > now => new(NextAct.PrepareVisit, dates.SiteVisit),
            JourneySide.Team when entry.SiteVisit.Passed && entry.Deliverables.HandedInAt is null => new(NextAct.HandInDeliverables, dates.Proof),
            JourneySide.Team => new(NextAct.SubmitProof, dates.Proof),
            _ => new(NextAct.AwaitProof, dates.Proof),
        };
    }

    private static NextStep AfterProof(JourneySide side, EntryPosition entry, JourneyDates dates, DateTimeOffset now) => Money(side, entry) ?? side switch
    {
        JourneySide.Office when entry.Deliverables is { HandedInAt: not null, AcceptedAt: null } => new NextStep(NextAct.AcceptDeliverables, dates.ProofReview),
        JourneySide.Office => new NextStep(NextAct.DecideProof, dates.ProofReview),
        JourneySide.Team when entry.Deliverables.HandedInAt is null => new NextStep(NextAct.HandInDeliverables, dates.ProofReview),
        JourneySide.Team when now < dates.Proof => new NextStep(NextAct.ImproveProof, dates.Proof),
        _ => new NextStep(NextAct.AwaitProofDecision, dates.ProofReview),
    };

    private static NextStep? Settling(JourneySide side, EntryPosition entry) => Money(side, entry) ?? (side, entry.HasUnpaid) switch
    {
        (JourneySide.Office, true) => new NextStep(NextAct.PayOut, null),
        (JourneySide.Office, false) => new NextStep(NextAct.Close, null),
        (JourneySide.Team, true) => new NextStep(NextAct.AwaitPayment, null),
        _ => null,
    };

    private static NextStep? Money(JourneySide side, EntryPosition entry) =>
        side == JourneySide.Team && entry.EvidenceDueAt is { } due ? new NextStep(NextAct.HandInEvidence, due) : null;

    /// <summary>The stop an entry in that state is heading for; beyond the last when all are behind it.</summary>
    private static JourneyStop NextStop(EntryStatus reached, bool visited) => reached switch
    {
        EntryStatus.Applied => JourneyStop.Matching,
        EntryStatus.Matched => JourneyStop.Concept,
        EntryStatus.ConceptSubmitted => JourneyStop.Shortlist,
        EntryStatus.Shortlisted => JourneyStop.Cooperation,
        EntryStatus.Cooperating => visited ? JourneyStop.Proof : JourneyStop.Cooperation,
        EntryStatus.ProofSubmitted => JourneyStop.Decision,
        _ => JourneyStop.Decision + 1,
    };

    private static DateTimeOffset? Happened(JourneyStop stop, EntryPosition entry) => stop switch
    {
        JourneyStop.Application => entry.AppliedAt,
        JourneyStop.Matching => entry.ConfirmedAt,
        JourneyStop.Concept => entry.ConceptReceivedAt,
        JourneyStop.Cooperation => entry.SiteVisit.RecordedAt ?? entry.Cooperation.CheckedAt,
        JourneyStop.Proof => entry.ProofReceivedAt,
        _ => null,
    };

    private static DateTimeOffset? Promised(JourneyStop stop, JourneyDates dates) => stop switch
    {
        JourneyStop.Matching => dates.Matching,
        JourneyStop.Concept => dates.Concept,
        JourneyStop.Proof => dates.Proof,
        _ => null,
    };
}
