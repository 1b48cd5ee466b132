using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>A real AI problem that an organisation poses in a round (題目).</summary>
public sealed partial class Problem : Aggregate
{
    /// <summary>Saves of one person within this time are one sitting, and one line of the audit trail.</summary>
    private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(10);

    private readonly List<DataSet> _dataSets = [];
    private readonly List<ProblemAttachment> _attachments = [];
    private readonly List<SelfCheckAnswer> _selfCheck = [];

    private Problem()
    {
    }

    /// <summary>Begins a draft.</summary>
    public Problem(Round round, Organisation organisation, ProblemContent content, IReadOnlyList<DataSet> dataSets, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, OrganisationId, IsPublicIssue, CreatedAt) = (round.Id, organisation.Id, organisation.IsPublicBody, by.At);
        Status = PreviousStatus = ProblemStatus.Draft;
        Write(content, dataSets, by);
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Who poses it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Such as 108-2-P017; given at the first submission.</summary>
    public string? Code { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public ProblemStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public ProblemStatus PreviousStatus { get; private set; }

    /// <summary>公共議題: posed by a public body.</summary>
    public bool IsPublicIssue { get; private set; }

    /// <summary>What the poser wrote.</summary>
    public ProblemContent Content { get; private set; } = new();

    /// <summary>資料內容.</summary>
    public IReadOnlyList<DataSet> DataSets => _dataSets;

    /// <summary>Files beside the briefing.</summary>
    public IReadOnlyList<ProblemAttachment> Attachments => _attachments;

    /// <summary>企業 AI 整備度, as the poser rated it; empty until they do.</summary>
    public IReadOnlyList<SelfCheckAnswer> SelfCheck => _selfCheck;

    /// <summary>Which of the organisation's places in the round it takes, from 1; drafts and those given up take none.</summary>
    public int? QuotaSlot { get; private set; }

    /// <summary>The round's quota when the place was taken.</summary>
    public int? QuotaLimit { get; private set; }

    /// <summary>Why it was returned or refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>Difficulty, graded by the office.</summary>
    public Grade? Difficulty { get; private set; }

    /// <summary>Maturity, graded by the office.</summary>
    public Grade? Maturity { get; private set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Who saved it last.</summary>
    public Guid SavedById { get; private set; }

    /// <summary>When it was last handed in.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? ListedAt { get; private set; }

    /// <summary>Saves the draft.</summary>
    public void Write(ProblemContent content, IReadOnlyList<DataSet> dataSets, Actor by)
    {
        Rule.Require(ProblemRules.CanBeWritten(Status));
        DataSet[] numbered = [.. dataSets.Select((set, index) => set with { Order = index + 1 })]; // may be this problem's own list
        Content = content;
        _dataSets.Clear();
        _dataSets.AddRange(numbered);
        if (by.PersonId != SavedById || by.At - SavedAt > Sitting)
        {
            Trace(by, "problem.write");
        }

        (SavedAt, SavedById) = (by.At, by.PersonId);
        HasUnkeptChanges = Status == ProblemStatus.Optimising;
    }

    /// <summary>Says which files stand beside the briefing, in their order, and which of them only matched teams may read.</summary>
    public void Attach(IReadOnlyList<(Guid FileId, bool MatchedOnly)> files, Actor by)
    {
        Rule.Require(ProblemRules.CanBeWritten(Status));
        Rule.Require(ProblemRules.AttachmentsAreFew(files.Count));
        _attachments.RemoveAll(known => files.All(file => file.FileId != known.FileId));
        foreach (var (file, index) in files.DistinctBy(file => file.FileId).Select((file, index) => (file, index)))
        {
            var attachment = _attachments.Find(known => known.FileId == file.FileId);
            if (attachment is null)
            {
                _attachments.Add(attachment = new ProblemAttachment(file.FileId));
            }

            attachment.Place(index + 1, file.MatchedOnly);
        }

        (SavedAt, SavedById) = (by.At, by.PersonId);
    }

    /// <summary>Keeps the readiness self-check; every statement has a rating.</summary>
    public void RateReadiness(IReadOnlyList<SelfCheckAnswer> answers, Actor by)
    {
        Rule.Require(ProblemRules.CanBeWritten(Status));
        Rule.Require(ProblemRules.RatesEveryStatement(answers));
        _selfCheck.Clear();
        _selfCheck.AddRange(answers);
        Trace(by, "problem.rate-readiness");
    }

    /// <summary>Hands it in for screening; the first time it takes a place in the quota and gets its number.</summary>
    /// <param name="round">Its round.</param>
    /// <param name="slot">The free place found for it; ignored when it has one.</param>
    /// <param name="code">The number to give it; ignored when it has one.</param>
    /// <param name="by">Who hands it in.</param>
    public void Submit(Round round, int slot, string code, Actor by)
    {
        Rule.Require(ProblemRules.IsComplete(Content));
        Rule.Require(ProblemRules.DescribesItsData(Content, _dataSets));
        Rule.Require(QuotaSlot is null ? ProblemRules.QuotaHasRoom(slot, round) : null);
        Become(ProblemAction.Submit);
        (QuotaSlot, QuotaLimit) = (QuotaSlot ?? slot, QuotaLimit ?? round.ProblemsPerOrganisation);
        Code ??= code;
        (SubmittedAt, Reason) = (by.At, null);
        _fieldReasons.Clear();
        Keep(VersionOccasion.Submitted, null, by);
        Trace(by, "problem.submit");
    }

    /// <summary>Sends it back to be mended, with a reason in general, reasons at fields, or both.</summary>
    public void Return(string reason, Actor by, IReadOnlyList<FieldReason>? fields = null)
    {
        Rule.Require(fields is { Count: > 0 } ? null : ProblemRules.SaysWhy(reason));
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        Become(ProblemAction.Return);
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason;
        _fieldReasons.Clear();
        _fieldReasons.AddRange(fields ?? []);
        Trace(by, "problem.return", Reason);
    }

    /// <summary>Takes it into the workshop (題目優化).</summary>
    public void Optimise(Actor by)
    {
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        Become(ProblemAction.Optimise);
        Trace(by, "problem.optimise");
    }

    /// <summary>Makes it public with these grades.</summary>
    public void List(Grade difficulty, Grade maturity, Actor by)
    {
        MakePublic(by);
        (Difficulty, Maturity) = (difficulty, maturity);
    }

    /// <summary>Makes it public; its grades are given already.</summary>
    public void List(Actor by)
    {
        Rule.Require(ProblemRules.IsGraded(this));
        MakePublic(by);
    }

    /// <summary>Ends it.</summary>
    public void Close(Actor by)
    {
        Become(ProblemAction.Close);
        Trace(by, "problem.close");
    }

    /// <summary>Declines it; its place in the quota is free again.</summary>
    public void Reject(string reason, Actor by)
    {
        Rule.Require(ProblemRules.SaysWhy(reason));
        Rule.Require(ProblemRules.IsFreeFor(this, by));
        Become(ProblemAction.Reject);
        (Reason, QuotaSlot, QuotaLimit) = (reason, null, null);
        Trace(by, "problem.reject", reason);
    }

    /// <summary>Takes it back; its place in the quota is free again.</summary>
    public void Withdraw(Actor by)
    {
        Become(ProblemAction.Withdraw);
        (QuotaSlot, QuotaLimit) = (null, null);
        Trace(by, "problem.withdraw");
    }

    private void Become(ProblemAction action) => (PreviousStatus, Status) = (Status, ProblemStatuses.Next(Status, action));
}
