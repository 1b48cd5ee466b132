using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Tests.Awards;

/// <summary>Award schemes, right in every respect but the one a test names.</summary>
internal static class Schemes
{
    /// <summary>The briefing's: 300,000 for the concept, 400,000 / 300,000 / 200,000 for the proof, at most 700,000.</summary>
    public static AwardSchemeTerms Briefing { get; } = new(
        new Twd(20_000_000),
        new Twd(700_000),
        [
            Item(1, AwardTier.Finalist, 50_000, ReleaseCondition.CooperationDocumentSigned),
            Item(2, AwardTier.Subsidy, 100_000, ReleaseCondition.CooperationDocumentSigned),
            Item(3, AwardTier.Subsidy, 100_000, ReleaseCondition.SiteVisitPassed),
            Item(4, AwardTier.Subsidy, 50_000, ReleaseCondition.DeliverablesAccepted),
            Item(5, AwardTier.Proof, 400_000, ReleaseCondition.ProofDecision, AwardLevel.Outstanding),
            Item(6, AwardTier.Proof, 300_000, ReleaseCondition.ProofDecision, AwardLevel.Excellent),
            Item(7, AwardTier.Proof, 200_000, ReleaseCondition.ProofDecision, AwardLevel.Honourable),
        ],
        [Rate(TaxStatus.Resident, 0.10m), Rate(TaxStatus.Foreigner, 0.20m)]);

    public static AwardItem Item(int order, AwardTier tier, long amount, ReleaseCondition condition, AwardLevel? level = null, EvidenceTerms? terms = null, string? name = null) =>
        new(order, tier, level, name ?? $"獎項 {order}", new Twd(amount), condition, tier == AwardTier.Subsidy, terms ?? EvidenceTerms.Usual);

    public static WithholdingRule Rate(TaxStatus status, decimal rate, DateOnly? from = null, long threshold = 0) => new(status, rate, from ?? new DateOnly(2019, 1, 1), new Twd(threshold));

    /// <summary>The terms with one item in the place of another.</summary>
    public static AwardSchemeTerms With(AwardItem item) => Briefing with { Items = [.. Briefing.Items.Where(other => other.Order != item.Order), item] };

    public static AwardScheme Draft(Round round, AwardSchemeTerms? terms = null, int number = 2)
    {
        var scheme = new AwardScheme(round, number, Given.Actor());
        scheme.Revise(terms ?? Briefing, Given.Actor());
        return scheme;
    }

    /// <summary>Brought into force by two officers and adopted by the round.</summary>
    public static AwardScheme Adopted(Round round, AwardSchemeTerms terms, IReadOnlyList<AwardScheme>? earlier = null)
    {
        var scheme = Draft(round, terms, round.SchemeVersion + 1);
        scheme.Propose(round, earlier ?? [], Given.Actor());
        scheme.Activate(Given.Actor());
        round.Adopt(scheme, Given.Actor());
        return scheme;
    }

    public static AwardScheme In(AwardSchemeStatus status, Round round)
    {
        var scheme = Draft(round);
        AwardSchemeAction[] way = status switch
        {
            AwardSchemeStatus.Draft => [],
            AwardSchemeStatus.Proposed => [AwardSchemeAction.Propose],
            AwardSchemeStatus.Active => [AwardSchemeAction.Propose, AwardSchemeAction.Activate],
            AwardSchemeStatus.Superseded => [AwardSchemeAction.Propose, AwardSchemeAction.Activate, AwardSchemeAction.Supersede],
            _ => [AwardSchemeAction.Discard],
        };
        foreach (var action in way)
        {
            Do(scheme, action, round);
        }

        return scheme;
    }

    public static void Do(AwardScheme scheme, AwardSchemeAction action, Round round)
    {
        switch (action)
        {
            case AwardSchemeAction.Propose: scheme.Propose(round, [], Given.Actor()); break;
            case AwardSchemeAction.SendBack: scheme.SendBack("金額請再確認", Given.Actor()); break;
            case AwardSchemeAction.Activate: scheme.Activate(Given.Actor()); break;
            case AwardSchemeAction.Supersede: scheme.Supersede(Given.Actor()); break;
            default: scheme.Discard(Given.Actor()); break;
        }
    }
}
