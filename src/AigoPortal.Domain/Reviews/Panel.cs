using System.ComponentModel;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>Where a reviewer comes from (2025 plan).</summary>
public enum ReviewerKind
{
    /// <summary>學界.</summary>
    [Description("學界")]
    Academia,

    /// <summary>AI 業界.</summary>
    [Description("AI 業界")]
    AiIndustry,

    /// <summary>領域專家.</summary>
    [Description("領域專家")]
    DomainExpert,

    /// <summary>創投.</summary>
    [Description("創投")]
    Investor,
}

/// <summary>What a panel can decide on an entry.</summary>
public enum Outcome
{
    /// <summary>入圍.</summary>
    [Description("入圍")]
    Shortlisted,

    /// <summary>未入圍.</summary>
    [Description("未入圍")]
    NotShortlisted,

    /// <summary>獲獎.</summary>
    [Description("獲獎")]
    Awarded,

    /// <summary>未獲獎.</summary>
    [Description("未獲獎")]
    NotAwarded,
}

/// <summary>A review panel of a stage.</summary>
public sealed class Panel : Aggregate
{
    private readonly List<PanelCriterion> _criteria = [];
    private readonly List<PanelMember> _members = [];
    private readonly List<Decision> _decisions = [];

    private Panel()
    {
    }

    /// <summary>A panel that starts from the round's criteria.</summary>
    public Panel(Round round, ReviewStage stage, string name, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, Stage, Name) = (round.Id, stage, name);
        _criteria.AddRange(round.Criteria.Where(criterion => criterion.Stage == stage).OrderBy(criterion => criterion.Order)
            .Select((criterion, index) => new PanelCriterion(index + 1, criterion.Name, criterion.Weight, criterion.Guidance)));
        Trace(by, "panel.prepare");
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Concept or proof.</summary>
    public ReviewStage Stage { get; private set; }

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where it is in its life.</summary>
    public PanelStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public PanelStatus PreviousStatus { get; private set; }

    /// <summary>Criteria with weights that add up to 100.</summary>
    public IReadOnlyList<PanelCriterion> Criteria => _criteria;

    /// <summary>Reviewers.</summary>
    public IReadOnlyList<PanelMember> Members => _members;

    /// <summary>One decision an entry; unknown to others until released.</summary>
    public IReadOnlyList<Decision> Decisions => _decisions;

    /// <summary>Why it was announced although a gender has less than one third.</summary>
    public string? CompositionReason { get; private set; }

    /// <summary>When the decisions became known.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>Any gender makes up at least one third (programme plan).</summary>
    public bool HasFairComposition => PanelRules.IsFair(_members.Select(member => member.Gender));

    /// <summary>Adds a reviewer.</summary>
    public void Add(Person reviewer, ReviewerKind kind, bool chairs, Actor by)
    {
        Rule.Require(PanelRules.IsBeingPrepared(Status));
        Rule.Require(PanelRules.IsNotMember(this, reviewer));
        _members.Add(new PanelMember(reviewer.Id, kind, reviewer.Gender, chairs));
        Trace(by, "panel.add-reviewer");
    }

    /// <summary>Removes a reviewer.</summary>
    public void Remove(Guid personId, Actor by)
    {
        Rule.Require(PanelRules.IsBeingPrepared(Status));
        _members.RemoveAll(member => member.PersonId == personId);
        Trace(by, "panel.remove-reviewer");
    }

    /// <summary>Sets the criteria; weights must add up to 100.</summary>
    public void Weigh(IReadOnlyList<PanelCriterion> criteria, Actor by)
    {
        Rule.Require(PanelRules.IsBeingPrepared(Status));
        Rule.Require(PanelRules.WeightsAddUp(criteria));
        PanelCriterion[] numbered = [.. criteria.Select((criterion, index) => criterion with { Order = index + 1 })]; // may be this panel's own list
        _criteria.Clear();
        _criteria.AddRange(numbered);
        Trace(by, "panel.weigh");
    }

    /// <summary>Announces it; an unfair composition needs a recorded reason.</summary>
    public void Convene(string? compositionReason, Actor by)
    {
        Rule.Require(PanelRules.HasMembers(this));
        Rule.Require(PanelRules.WeightsAddUp(_criteria));
        Rule.Require(PanelRules.IsFairOrSaysWhy(this, compositionReason));
        Become(PanelAction.Convene);
        CompositionReason = HasFairComposition ? null : compositionReason;
        Trace(by, "panel.convene", CompositionReason);
    }

    /// <summary>The stage's intake is closed; reviewers begin.</summary>
    public void Open(Actor by)
    {
        Become(PanelAction.Open);
        Trace(by, "panel.open");
    }

    /// <summary>Decides on an entry, or decides anew before the release.</summary>
    /// <returns>What it replaces, if anything.</returns>
    public Decision? Decide(Decision decision, Actor by)
    {
        Rule.Require(PanelRules.IsReviewing(Status));
        Rule.Require(PanelRules.DecisionSaysWhy(decision));
        Rule.Require(PanelRules.OutcomeBelongsToStage(decision, Stage));
        var earlier = _decisions.FirstOrDefault(known => known.EntryId == decision.EntryId);
        if (earlier is not null)
        {
            _decisions.Remove(earlier);
        }

        _decisions.Add(decision);
        Trace(by, "panel.decide", decision.Reason);
        return earlier;
    }

    /// <summary>Makes all decisions known in one act.</summary>
    /// <param name="underReview">The entries this stage has to decide.</param>
    /// <param name="by">The officer.</param>
    public void Release(IReadOnlyCollection<Guid> underReview, Actor by)
    {
        Rule.Require(PanelRules.EverythingIsDecided(this, underReview));
        Become(PanelAction.Release);
        ReleasedAt = by.At;
        Trace(by, "panel.release");
    }

    private void Become(PanelAction action) => (PreviousStatus, Status) = (Status, PanelStatuses.Next(Status, action));
}

/// <summary>A weighted criterion of a panel.</summary>
/// <param name="Order">Place in the list, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Weight">Percent.</param>
/// <param name="Guidance">What reviewers should look at.</param>
public sealed record PanelCriterion(int Order, string Name, int Weight, string Guidance);

/// <summary>A reviewer on a panel.</summary>
/// <param name="PersonId">The reviewer.</param>
/// <param name="Kind">Where they come from.</param>
/// <param name="Gender">As known when added, for the one-third rule.</param>
/// <param name="Chairs">Whether they chair.</param>
public sealed record PanelMember(Guid PersonId, ReviewerKind Kind, Gender Gender, bool Chairs);

/// <summary>A panel's decision on an entry.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Outcome">What was decided.</param>
/// <param name="Level">The level of a proof award.</param>
/// <param name="Amount">The money it books, before tax.</param>
/// <param name="Reason">Why; shown to the team at release.</param>
/// <param name="DecidedBy">The officer who recorded it.</param>
/// <param name="DecidedAt">When.</param>
public sealed record Decision(Guid EntryId, Outcome Outcome, AwardLevel? Level, Twd Amount, string Reason, Guid DecidedBy, DateTimeOffset DecidedAt);
