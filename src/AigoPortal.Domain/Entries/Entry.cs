using AigoPortal.Domain.Files;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>One team on one problem (解題申請案), from the application to the last payment.</summary>
public sealed class Entry : Aggregate
{
    private readonly List<PitchAttachment> _attachments = [];
    private readonly List<PitchVersion> _earlierPitches = [];
    private readonly List<Submission> _submissions = [];
    private readonly List<SubmissionDraft> _drafts = [];

    private Entry()
    {
    }

    /// <summary>The leader applies to solve a problem (申請解題).</summary>
    /// <param name="round">The round.</param>
    /// <param name="problem">A listed problem of the round.</param>
    /// <param name="team">The team; its members' eligibility was checked.</param>
    /// <param name="pitch">What the team proposes.</param>
    /// <param name="code">The number it gets.</param>
    /// <param name="by">The leader.</param>
    /// <param name="files">The pitch's files, in order.</param>
    public Entry(Round round, Problem problem, Team team, Pitch pitch, string code, Actor by, IReadOnlyList<Guid>? files = null)
    {
        Rule.Require(EntryRules.IsLeader(team, by.PersonId));
        Rule.Require(EntryRules.ProblemIsListed(problem));
        Rule.Require(EntryRules.DataAreUsable(problem));
        Rule.Require(EntryRules.MatchingIsOpen(round, by.At));
        Rule.Require(TeamRules.HasItsSize(team, round));
        Id = Guid.CreateVersion7(by.At);
        (RoundId, ProblemId, TeamId, Code, Pitch) = (round.Id, problem.Id, team.Id, code, pitch);
        AppliedAt = PitchWrittenAt = by.At;
        Attach(files ?? []);
        Cap = round.CapPerEntry;
        Status = PreviousStatus = EntryStatus.Applied;
        Trace(by, "entry.apply");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>The problem.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>The team.</summary>
    public Guid TeamId { get; private set; }

    /// <summary>Such as 108-2-E021.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public EntryStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public EntryStatus PreviousStatus { get; private set; }

    /// <summary>What the team proposed.</summary>
    public Pitch Pitch { get; private set; } = Pitch.Empty;

    /// <summary>When the pitch got the words it has now.</summary>
    public DateTimeOffset PitchWrittenAt { get; private set; }

    /// <summary>The pitch's files.</summary>
    public IReadOnlyList<PitchAttachment> Attachments => _attachments;

    /// <summary>The pitch as it stood before each amendment.</summary>
    public IReadOnlyList<PitchVersion> EarlierPitches => _earlierPitches;

    /// <summary>When the team applied.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    /// <summary>The poser's word to the team.</summary>
    public string? Answer { get; private set; }

    /// <summary>When the poser answered, or the office for both; an applied entry that has it is accepted.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When both sides agreed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The office's word, when both sides agreed with its help.</summary>
    public string? Mediation { get; private set; }

    /// <summary>Concepts and proofs as received.</summary>
    public IReadOnlyList<Submission> Submissions => _submissions;

    /// <summary>At most one saved draft a stage.</summary>
    public IReadOnlyList<SubmissionDraft> Drafts => _drafts;

    /// <summary>合作文件.</summary>
    public CooperationDocument Cooperation { get; private set; } = CooperationDocument.None;

    /// <summary>What the last 訪視 found.</summary>
    public VisitOutcome SiteVisit { get; private set; } = VisitOutcome.None;

    /// <summary>成果資料.</summary>
    public Deliverables Deliverables { get; private set; } = Deliverables.None;

    /// <summary>Awarded so far; never above <see cref="Cap"/>.</summary>
    public Twd Committed { get; private set; }

    /// <summary>The round's cap when the team applied.</summary>
    public Twd Cap { get; private set; }

    /// <summary>The released level of the proof award.</summary>
    public Awards.AwardLevel? Level { get; private set; }

    /// <summary>What the office told the team with the concept's decision.</summary>
    public string? ConceptFeedback { get; private set; }

    /// <summary>What the office told the team with the proof's decision.</summary>
    public string? ProofFeedback { get; private set; }

    /// <summary>Why it was withdrawn or terminated.</summary>
    public string? EndReason { get; private set; }

    /// <summary>The submission that counts for a stage.</summary>
    public Submission? Last(ReviewStage stage) => _submissions.Where(submission => submission.Stage == stage).MaxBy(submission => submission.Number);

    /// <summary>The saved draft of a stage.</summary>
    public SubmissionDraft? Draft(ReviewStage stage) => _drafts.FirstOrDefault(draft => draft.Stage == stage);

    /// <summary>The leader amends the pitch that the poser has not answered; the earlier words are kept.</summary>
    public void Amend(Pitch pitch, IReadOnlyList<Guid> files, Actor by)
    {
        Rule.Require(EntryRules.CanBeAmended(this));
        Rule.Require(EntryRules.PitchIsWritten(pitch));
        if (pitch != Pitch)
        {
            _earlierPitches.Add(new PitchVersion(Id, _earlierPitches.Count + 1, Pitch, PitchWrittenAt));
        }

        Attach(files);
        (Pitch, PitchWrittenAt) = (pitch, by.At);
        Trace(by, "entry.amend");
    }

    /// <summary>The poser accepts; the two are matched once the team confirms.</summary>
    public void Accept(string word, Round round, Actor by)
    {
        Rule.Require(EntryRules.AnswerSaysWhy(word));
        Rule.Require(EntryRules.IsUnanswered(this));
        Check(EntryAction.Accept);
        Rule.Require(EntryRules.MatchingIsOpen(round, by.At));
        Become(EntryAction.Accept);
        (Answer, AnsweredAt) = (word, by.At);
        Trace(by, "entry.accept", word);
    }

    /// <summary>The team confirms: the two are matched.</summary>
    public void Confirm(Round round, Actor by)
    {
        Rule.Require(EntryRules.IsAccepted(this));
        Check(EntryAction.Confirm);
        Rule.Require(EntryRules.MatchingIsOpen(round, by.At));
        Become(EntryAction.Confirm);
        ConfirmedAt = by.At;
        Trace(by, "entry.confirm");
    }

    /// <summary>An officer records that both sides agreed with the office's help; also after the matching, before the concept deadline.</summary>
    public void Mediate(string word, Round round, Actor by)
    {
        Rule.Require(EntryRules.TerminationSaysWhy(word));
        Check(EntryAction.Mediate);
        Rule.Require(EntryRules.CanBeMediated(round, by.At));
        Become(EntryAction.Mediate);
        (AnsweredAt, ConfirmedAt, Mediation) = (AnsweredAt ?? by.At, by.At, word);
        Trace(by, "entry.mediate", word);
    }

    /// <summary>The poser declines, also what they accepted, as long as the team has not confirmed.</summary>
    public void Decline(string word, Actor by)
    {
        Rule.Require(EntryRules.AnswerSaysWhy(word));
        Become(EntryAction.Decline);
        (Answer, AnsweredAt) = (word, by.At);
        Trace(by, "entry.decline", word);
    }

    /// <summary>Keeps what the team has so far; allowed after the deadline too, so that nothing is lost.</summary>
    public void SaveDraft(ReviewStage stage, string text, Guid? fileId, Actor by)
    {
        var draft = Draft(stage);
        if (draft is null)
        {
            _drafts.Add(draft = new SubmissionDraft(Id, stage));
        }

        draft.Save(text, fileId, by.At);
    }

    /// <summary>Receives the concept or the proof; the returned submission is the receipt.</summary>
    public Submission Submit(ReviewStage stage, string text, StoredFile? file, Round round, Actor by)
    {
        Rule.Require(EntryRules.IsBeforeDeadline(stage, round, by.At));
        Rule.Require(EntryRules.IsComplete(text, file));
        Become(stage == ReviewStage.Concept ? EntryAction.SubmitConcept : EntryAction.SubmitProof);
        var submission = new Submission(Id, stage, (Last(stage)?.Number ?? 0) + 1, text, file!, round.DeadlineOf(stage), by.PersonId, by.At);
        _submissions.Add(submission);
        Trace(by, stage == ReviewStage.Concept ? "entry.submit-concept" : "entry.submit-proof", submission.FileSha256);
        return submission;
    }

    /// <summary>Books money for a decision on this entry.</summary>
    public void Commit(Twd amount)
    {
        Rule.Require(EntryRules.StaysWithinCap(Committed, amount, Cap));
        Committed += amount;
    }

    /// <summary>Frees money of a decision taken back or of a milestone forfeited.</summary>
    public void Release(Twd amount) => Committed -= amount;

    /// <summary>The concept's decision becomes known.</summary>
    public void LearnConceptDecision(bool shortlisted, string feedback, Actor by)
    {
        Become(shortlisted ? EntryAction.Shortlist : EntryAction.PassOver);
        ConceptFeedback = feedback;
        Trace(by, shortlisted ? "entry.shortlist" : "entry.pass-over", feedback);
    }

    /// <summary>The team uploads its signature page.</summary>
    public void SignByTeam(Guid fileId, Actor by)
    {
        Rule.Require(EntryRules.TakesCooperationPapers(Status));
        Cooperation = Cooperation with { TeamFileId = fileId, TeamUploadedAt = by.At };
        Trace(by, "entry.sign-team");
    }

    /// <summary>The poser uploads its signature page.</summary>
    public void SignByPoser(Guid fileId, Actor by)
    {
        Rule.Require(EntryRules.TakesCooperationPapers(Status));
        Cooperation = Cooperation with { PoserFileId = fileId, PoserUploadedAt = by.At };
        Trace(by, "entry.sign-poser");
    }

    /// <summary>An officer returns one side's signature page.</summary>
    public void ReturnSignature(PaperSide side, string reason, Actor by)
    {
        Rule.Require(EntryRules.TakesCooperationPapers(Status));
        Cooperation = side == PaperSide.Team
            ? Cooperation with { TeamFileId = null, TeamUploadedAt = null }
            : Cooperation with { PoserFileId = null, PoserUploadedAt = null };
        Trace(by, "entry.return-signature", reason);
    }

    /// <summary>An officer has checked both signatures; the cooperation begins.</summary>
    public void CheckCooperation(Actor by)
    {
        Rule.Require(EntryRules.BothHaveSigned(Cooperation));
        Become(EntryAction.Cooperate);
        Cooperation = Cooperation with { CheckedBy = by.PersonId, CheckedAt = by.At };
        Trace(by, "entry.check-cooperation");
    }

    /// <summary>An officer records the site visit; one not passed can be repeated.</summary>
    public void RecordVisit(DateOnly on, string visitor, string notes, bool passed, Actor by)
    {
        Rule.Require(EntryRules.IsCooperating(Status));
        SiteVisit = new VisitOutcome(on, visitor, notes, passed, by.At);
        Trace(by, passed ? "entry.visit-passed" : "entry.visit-not-passed", notes);
    }

    /// <summary>The team hands in its deliverables.</summary>
    public void HandInDeliverables(Guid? fileId, string note, Actor by)
    {
        Rule.Require(EntryRules.IsCooperating(Status));
        Deliverables = new Deliverables(fileId, note, by.At, null);
        Trace(by, "entry.hand-in-deliverables");
    }

    /// <summary>An officer returns some of the deliverables.</summary>
    public void ReturnDeliverables(string what, Actor by)
    {
        Rule.Require(EntryRules.HasDeliverables(Deliverables));
        Deliverables = Deliverables.None;
        Trace(by, "entry.return-deliverables", what);
    }

    /// <summary>An officer accepts the deliverables.</summary>
    public void AcceptDeliverables(Actor by)
    {
        Rule.Require(EntryRules.HasDeliverables(Deliverables));
        Deliverables = Deliverables with { AcceptedAt = by.At };
        Trace(by, "entry.accept-deliverables");
    }

    /// <summary>The proof's decision becomes known; no level means no award.</summary>
    public void LearnProofDecision(Awards.AwardLevel? level, string feedback, Actor by)
    {
        Become(EntryAction.DecideProof);
        (Level, ProofFeedback) = (level, feedback);
        Trace(by, "entry.decide-proof", feedback);
    }

    /// <summary>The office files it.</summary>
    public void Close(Actor by)
    {
        Become(EntryAction.Close);
        Trace(by, "entry.close");
    }

    /// <summary>The team gives up.</summary>
    public void Withdraw(string reason, Actor by)
    {
        Rule.Require(EntryRules.TerminationSaysWhy(reason));
        Become(EntryAction.Withdraw);
        EndReason = reason;
        Trace(by, "entry.withdraw", reason);
    }

    /// <summary>The office ends it.</summary>
    public void Terminate(string reason, Actor by)
    {
        Rule.Require(EntryRules.TerminationSaysWhy(reason));
        Become(EntryAction.Terminate);
        EndReason = reason;
        Trace(by, "entry.terminate", reason);
    }

    private void Attach(IReadOnlyList<Guid> files)
    {
        Rule.Require(EntryRules.AttachmentsAreFew(files.Distinct().Count()));
        PitchAttachment.Replace(_attachments, files);
    }

    // Says first that the state does not allow it, before it says that it is too late.
    private void Check(EntryAction action) => EntryStatuses.Next(Status, action);

    private void Become(EntryAction action) => (PreviousStatus, Status) = (Status, EntryStatuses.Next(Status, action));
}
