using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Problems;

/// <summary>Why a version was kept.</summary>
public enum VersionOccasion
{
    /// <summary>Handed in for screening.</summary>
    [Description("送出審題")]
    Submitted,

    /// <summary>Changed while it was optimised.</summary>
    [Description("優化修改")]
    Improved,

    /// <summary>Made public.</summary>
    [Description("題目上架")]
    Listed,
}

/// <summary>A problem's words as they stood at one moment; never changed.</summary>
public sealed class ProblemVersion
{
    private ProblemVersion()
    {
    }

    internal ProblemVersion(Guid problemId, int number, VersionOccasion occasion, string? why, ProblemSnapshot snapshot, Actor by)
    {
        (ProblemId, Number, Occasion, Why, Snapshot) = (problemId, number, occasion, why, snapshot);
        (At, PersonName) = (by.At, by.Name);
    }

    /// <summary>The problem.</summary>
    public Guid ProblemId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why it was kept.</summary>
    public VersionOccasion Occasion { get; private set; }

    /// <summary>In the words of who changed it.</summary>
    public string? Why { get; private set; }

    /// <summary>When it was kept.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Whose act it was, by the name of that moment.</summary>
    public string PersonName { get; private set; } = "";

    /// <summary>The words.</summary>
    public ProblemSnapshot Snapshot { get; private set; } = new(new ProblemContent(), []);
}

/// <summary>Everything that the poser wrote.</summary>
/// <param name="Content">The text.</param>
/// <param name="DataSets">The data.</param>
public sealed record ProblemSnapshot(ProblemContent Content, IReadOnlyList<DataSet> DataSets);
