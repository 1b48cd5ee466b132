namespace AigoPortal.Web.Reviews;

/// <summary>What an automatic assignment would do, before it is done.</summary>
/// <param name="Reviews">Reviews an entry.</param>
/// <param name="Seed">What ties are broken by.</param>
/// <param name="Fingerprint">Of everything it was counted from; another one means that something changed.</param>
/// <param name="Pairs">What would be assigned.</param>
/// <param name="Kept">How many assignments stand already and stay.</param>
/// <param name="Cost">The cost of everything, what stays included; the least possible with it.</param>
/// <param name="FreeCost">The cost if only handed-in reviews stayed; null when nothing else is settled.</param>
/// <param name="Loads">Reviewers with their loads before and after.</param>
/// <param name="Wanted">Pairs of everything that the reviewer wanted.</param>
/// <param name="Unwanted">Pairs of everything that the reviewer did not want.</param>
/// <param name="Shortfalls">Entries that can't get all their reviews.</param>
public sealed record AssignmentPlan(
    int Reviews, int Seed, string Fingerprint, IReadOnlyList<(Guid EntryId, Guid ReviewerId)> Pairs, int Kept, long Cost, long? FreeCost,
    IReadOnlyList<PlannedLoad> Loads, int Wanted, int Unwanted, IReadOnlyList<PlannedShortfall> Shortfalls)
{
    public int Lowest => Loads.Count == 0 ? 0 : Loads.Min(load => load.After);

    public int Highest => Loads.Count == 0 ? 0 : Loads.Max(load => load.After);
}

/// <summary>A reviewer's load.</summary>
public sealed record PlannedLoad(string Name, int Before, int After);

/// <summary>An entry with too few reviewers without a conflict.</summary>
public sealed record PlannedShortfall(string Code, int Possible, int Conflicts);
