using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Awards;

/// <summary>What a version of an award scheme says.</summary>
/// <param name="Budget">The round's prize money.</param>
/// <param name="CapPerEntry">The most one entry can be awarded.</param>
/// <param name="Items">Its amounts.</param>
/// <param name="Withholding">Dated tax rates.</param>
public sealed record AwardSchemeTerms(Twd Budget, Twd CapPerEntry, IReadOnlyList<AwardItem> Items, IReadOnlyList<WithholdingRule> Withholding);

/// <summary>A version of a round's award scheme (獎勵辦法). Two officers bring it into force; from then on it never changes.</summary>
public sealed class AwardScheme : Aggregate
{
    private readonly List<AwardItem> _items = [];
    private readonly List<WithholdingRule> _withholding = [];

    private AwardScheme()
    {
    }

    /// <summary>A draft that begins as the round's terms in force.</summary>
    /// <param name="round">The round.</param>
    /// <param name="number">Its number among the round's versions.</param>
    /// <param name="by">The officer.</param>
    public AwardScheme(Round round, int number, Actor by)
        : this(round, number, by, AwardSchemeStatus.Draft) => Trace(by, "scheme.draft", $"{number}");

    private AwardScheme(Round round, int number, Actor by, AwardSchemeStatus status)
    {
        Id = Guid.CreateVersion7(by.At);
        (RoundId, Number, Status, PreviousStatus) = (round.Id, number, status, status);
        Say(new AwardSchemeTerms(round.Budget, round.CapPerEntry, round.AwardItems, round.Withholding));
    }

    /// <summary>The version a round was announced with: in force without having been proposed.</summary>
    /// <param name="round">The round.</param>
    /// <param name="by">Who made the round.</param>
    public static AwardScheme Founding(Round round, Actor by)
    {
        var scheme = new AwardScheme(round, round.SchemeVersion, by, AwardSchemeStatus.Active)
        {
            PreviousStatus = AwardSchemeStatus.Proposed,
            ActivatedAt = by.At,
        };
        scheme.Trace(by, "scheme.found", $"{scheme.Number}");
        return scheme;
    }

    /// <summary>Its round.</summary>
    public Guid RoundId { get; private set; }

    /// <summary>Its number among the round's versions, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where it is in its life.</summary>
    public AwardSchemeStatus Status { get; private set; }

    /// <summary>The state before; with <see cref="Status"/> a pair of the transition table.</summary>
    public AwardSchemeStatus PreviousStatus { get; private set; }

    /// <summary>The round's prize money.</summary>
    public Twd Budget { get; private set; }

    /// <summary>The most one entry can be awarded.</summary>
    public Twd CapPerEntry { get; private set; }

    /// <summary>Its amounts.</summary>
    public IReadOnlyList<AwardItem> Items => _items;

    /// <summary>Dated tax rates.</summary>
    public IReadOnlyList<WithholdingRule> Withholding => _withholding;

    /// <summary>Who proposed it; nobody for the version a round was announced with.</summary>
    public Guid? ProposedBy { get; private set; }

    /// <summary>The proposer's name at that moment.</summary>
    public string? ProposerName { get; private set; }

    /// <summary>When it was proposed.</summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    /// <summary>Who brought it into force; never the proposer.</summary>
    public Guid? ActivatedBy { get; private set; }

    /// <summary>The activator's name at that moment.</summary>
    public string? ActivatorName { get; private set; }

    /// <summary>When it came into force.</summary>
    public DateTimeOffset? ActivatedAt { get; private set; }

    /// <summary>When a later version took its place.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Why it was sent back; null when it was not.</summary>
    public string? Reason { get; private set; }

    /// <summary>What it says.</summary>
    public AwardSchemeTerms Terms => new(Budget, CapPerEntry, _items, _withholding);

    /// <summary>Writes the draft anew; it need not be complete until it is proposed.</summary>
    public void Revise(AwardSchemeTerms terms, Actor by)
    {
        Rule.Require(AwardSchemeRules.IsDraft(Status));
        Say(terms);
        Trace(by, "scheme.revise");
    }

    /// <summary>Lays it before a second officer.</summary>
    /// <param name="round">Its round.</param>
    /// <param name="earlier">The versions that were or are in force.</param>
    /// <param name="by">The officer.</param>
    public void Propose(Round round, IReadOnlyList<AwardScheme> earlier, Actor by)
    {
        Rule.Require(AwardSchemeRules.Check(Terms, round, earlier));
        Become(AwardSchemeAction.Propose);
        (ProposedBy, ProposerName, ProposedAt, Reason) = (by.PersonId, by.Name, by.At, null);
        Trace(by, "scheme.propose", $"{Number}");
    }

    /// <summary>Back to whoever writes it.</summary>
    public void SendBack(string reason, Actor by)
    {
        Rule.Require(AwardSchemeRules.SaysWhy(reason));
        Become(AwardSchemeAction.SendBack);
        (ProposedBy, ProposerName, ProposedAt, Reason) = (null, null, null, reason);
        Trace(by, "scheme.send-back", reason);
    }

    /// <summary>A second officer brings it into force; the caller supersedes the version before, and the round adopts it.</summary>
    public void Activate(Actor by)
    {
        Rule.Require(AwardSchemeRules.ActivatorIsNotProposer(ProposedBy, by.PersonId));
        Become(AwardSchemeAction.Activate);
        (ActivatedBy, ActivatorName, ActivatedAt) = (by.PersonId, by.Name, by.At);
        Trace(by, "scheme.activate", $"{Number}");
    }

    /// <summary>A later version takes its place.</summary>
    public void Supersede(Actor by)
    {
        Become(AwardSchemeAction.Supersede);
        SupersededAt = by.At;
        Trace(by, "scheme.supersede", $"{Number}");
    }

    /// <summary>Throws the draft away.</summary>
    public void Discard(Actor by)
    {
        Become(AwardSchemeAction.Discard);
        Trace(by, "scheme.discard", $"{Number}");
    }

    private void Say(AwardSchemeTerms terms)
    {
        // Copies: a round, its schemes and its drafts each keep their own.
        AwardItem[] items = [.. terms.Items.OrderBy(item => item.Order).Select(item => item.Copy())];
        WithholdingRule[] rules = [.. terms.Withholding.OrderBy(rule => rule.Status).ThenBy(rule => rule.ValidFrom).Select(rule => rule with { })];
        (Budget, CapPerEntry) = (terms.Budget, terms.CapPerEntry);
        _items.Clear();
        _items.AddRange(items);
        _withholding.Clear();
        _withholding.AddRange(rules);
    }

    private void Become(AwardSchemeAction action) => (PreviousStatus, Status) = (Status, AwardSchemeStatuses.Next(Status, action));
}
