namespace AigoPortal.Domain.Reviews.Assigning;

/// <summary>What is to be assigned: so many reviewers for each entry, at what cost, and what is settled already.</summary>
public sealed class AssignmentTask
{
    /// <summary>No pair costs more; far below what the sums of the solver can hold.</summary>
    public const int HighestCost = 1_000_000;

    private readonly int[] _costs;
    private readonly bool[] _barred;
    private readonly bool[] _locked;

    /// <summary>A task without conflicts, locks and costs.</summary>
    /// <param name="entries">How many entries.</param>
    /// <param name="reviewers">How many reviewers.</param>
    /// <param name="reviewsPerEntry">How many different reviewers each entry gets; at least 1.</param>
    public AssignmentTask(int entries, int reviewers, int reviewsPerEntry)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entries);
        ArgumentOutOfRangeException.ThrowIfNegative(reviewers);
        ArgumentOutOfRangeException.ThrowIfLessThan(reviewsPerEntry, 1);
        (Entries, Reviewers, ReviewsPerEntry) = (entries, reviewers, reviewsPerEntry);
        (_costs, _barred, _locked) = (new int[entries * reviewers], new bool[entries * reviewers], new bool[entries * reviewers]);
    }

    /// <summary>How many entries.</summary>
    public int Entries { get; }

    /// <summary>How many reviewers.</summary>
    public int Reviewers { get; }

    /// <summary>How many different reviewers each entry gets.</summary>
    public int ReviewsPerEntry { get; }

    /// <summary>The cost of a pair, 0 unless set.</summary>
    public int CostOf(int entry, int reviewer) => _costs[At(entry, reviewer)];

    /// <summary>Whether a conflict of interest stands between the two.</summary>
    public bool IsBarred(int entry, int reviewer) => _barred[At(entry, reviewer)];

    /// <summary>Whether the pair is assigned already and stays.</summary>
    public bool IsLocked(int entry, int reviewer) => _locked[At(entry, reviewer)];

    /// <summary>Sets the cost of a pair, 0 to <see cref="HighestCost"/>.</summary>
    public void Cost(int entry, int reviewer, int cost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cost);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cost, HighestCost);
        _costs[At(entry, reviewer)] = cost;
    }

    /// <summary>A conflict of interest: the pair is never assigned.</summary>
    public void Bar(int entry, int reviewer) => _barred[At(entry, reviewer)] = true;

    /// <summary>The pair is assigned already and stays, counting towards the entry's reviewers and the reviewer's load.</summary>
    public void Lock(int entry, int reviewer) => _locked[At(entry, reviewer)] = true;

    /// <summary>The same task without its locks.</summary>
    public AssignmentTask WithoutLocks()
    {
        var free = new AssignmentTask(Entries, Reviewers, ReviewsPerEntry);
        _costs.CopyTo(free._costs, 0);
        _barred.CopyTo(free._barred, 0);
        return free;
    }

    private int At(int entry, int reviewer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(entry);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(entry, Entries);
        ArgumentOutOfRangeException.ThrowIfNegative(reviewer);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(reviewer, Reviewers);
        return (entry * Reviewers) + reviewer;
    }
}

/// <summary>An entry that can't get all its reviews.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Possible">How many it can get, those settled already included.</param>
public sealed record Shortfall(int Entry, int Possible);

/// <summary>An assignment: of all that give every entry its reviewers, those with the evenest loads; of these one of the least cost.</summary>
/// <param name="Pairs">What is to be assigned besides what was locked, by entry and reviewer.</param>
/// <param name="Cost">The cost of everything, locked pairs included.</param>
/// <param name="Loads">Of each reviewer the number of entries, locked pairs included.</param>
/// <param name="Shortfalls">Entries with too few reviewers without a conflict; they get those there are.</param>
public sealed record Assignment(IReadOnlyList<(int Entry, int Reviewer)> Pairs, long Cost, IReadOnlyList<int> Loads, IReadOnlyList<Shortfall> Shortfalls);
