using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Reviews;

/// <summary>What a decision books from the round's award scheme.</summary>
public static class Booking
{
    /// <summary>What a decision made now books.</summary>
    public static IReadOnlyList<AwardItem> ItemsFor(this Round round, Outcome outcome, AwardLevel? level) => round.AwardItems.ItemsFor(outcome, level);

    /// <summary>入圍 books 入圍獎金 and every tranche of 解題獎補; 獲獎 books 實證獎金 of its level; the others nothing.</summary>
    public static IReadOnlyList<AwardItem> ItemsFor(this IEnumerable<AwardItem> items, Outcome outcome, AwardLevel? level) => outcome switch
    {
        Outcome.Shortlisted => [.. items.Where(item => item.Tier is AwardTier.Finalist or AwardTier.Subsidy)],
        Outcome.Awarded => [.. items.Where(item => item.Tier == AwardTier.Proof && item.Level == level)],
        _ => [],
    };
}
