using System.ComponentModel;

namespace AigoPortal.Domain.Reviews;

/// <summary>How the panel came to its proposal on an entry.</summary>
public enum MeetingMode
{
    /// <summary>By secret vote.</summary>
    [Description("投票")]
    Vote,

    /// <summary>Without a vote.</summary>
    [Description("共識決")]
    Consensus,
}

/// <summary>When and where a meeting is held.</summary>
/// <param name="StartsAt">When it starts.</param>
/// <param name="Place">Where, for those who come; may be empty when there is a link.</param>
/// <param name="Link">The video meeting's address (https); may be empty when there is a place.</param>
/// <param name="MinutesPerItem">Minutes for an entry, unless an item says otherwise.</param>
public sealed record MeetingPlan(DateTimeOffset StartsAt, string Place, string Link, int MinutesPerItem);

/// <summary>An entry on a meeting's agenda.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Minutes">Minutes set aside for it.</param>
public sealed record MeetingItem(Guid EntryId, int Minutes)
{
    /// <summary>When it was taken up, last.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When it was left.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its vote was opened; votes given before do not count.</summary>
    public DateTimeOffset? VoteOpenedAt { get; init; }

    /// <summary>What the panel came to.</summary>
    public ItemResult? Result { get; init; }

    /// <summary>Who left the room for it because of a conflict of interest.</summary>
    public IReadOnlyList<StepOut> SteppedOut { get; init; } = [];

    /// <summary>Whether members may vote now.</summary>
    public bool TakesVotes => VoteOpenedAt is not null && Result is null;
}

/// <summary>A member left the room while an entry was discussed.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="At">Since when.</param>
public sealed record StepOut(Guid PersonId, DateTimeOffset At);

/// <summary>How many chose a verdict.</summary>
/// <param name="Verdict">The choice.</param>
/// <param name="Count">How many.</param>
public sealed record VoteCount(Verdict Verdict, int Count);

/// <summary>What the panel came to on an entry, and by how many.</summary>
/// <param name="Mode">By vote or by consensus.</param>
/// <param name="Proposal">The verdict; null when a vote ended in a tie.</param>
/// <param name="Present">Members in the room without a conflict of interest.</param>
/// <param name="Entitled">Accepted members without a conflict of interest.</param>
/// <param name="QuorumReason">Why it stands although fewer than half were present; empty when there was a quorum.</param>
/// <param name="At">When.</param>
public sealed record ItemResult(MeetingMode Mode, Verdict? Proposal, int Present, int Entitled, string QuorumReason, DateTimeOffset At)
{
    /// <summary>The votes by verdict; empty for a consensus.</summary>
    public IReadOnlyList<VoteCount> Counts { get; init; } = [];
}

/// <summary>Who may take part in an item.</summary>
/// <param name="Present">Members in the room without a conflict of interest.</param>
/// <param name="Entitled">Accepted members without a conflict of interest.</param>
public sealed record Attending(int Present, int Entitled)
{
    /// <summary>At least half of those entitled are present, and somebody is (own).</summary>
    public bool IsQuorate => Present > 0 && Present * 2 >= Entitled;
}

/// <summary>Counts votes.</summary>
public static class Tally
{
    /// <summary>How many chose each verdict, most first.</summary>
    public static IReadOnlyList<VoteCount> Of(IEnumerable<Verdict> votes) =>
        [.. votes.GroupBy(vote => vote).Select(group => new VoteCount(group.Key, group.Count())).OrderByDescending(count => count.Count).ThenBy(count => count.Verdict)];

    /// <summary>The verdict that more chose than any other; null for a tie or no vote at all (own).</summary>
    public static Verdict? Winner(IReadOnlyList<VoteCount> counts) =>
        counts.Count == 0 || (counts.Count > 1 && counts[0].Count == counts[1].Count) ? null : counts[0].Verdict;
}
