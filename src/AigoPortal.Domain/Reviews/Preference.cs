using System.ComponentModel;

namespace AigoPortal.Domain.Reviews;

/// <summary>What a reviewer says about reviewing an entry (bidding).</summary>
public enum PreferenceLevel
{
    /// <summary>No word said, or either way.</summary>
    [Description("可以")]
    Fine,

    /// <summary>Would like to.</summary>
    [Description("想審")]
    Wanted,

    /// <summary>Would rather not.</summary>
    [Description("不想")]
    Unwanted,
}

/// <summary>A reviewer's preference for an entry; without one the reviewer takes it either way.</summary>
public sealed class Preference
{
    private Preference()
    {
    }

    /// <summary>A preference.</summary>
    /// <param name="personId">The reviewer.</param>
    /// <param name="entryId">The entry.</param>
    /// <param name="level">The word.</param>
    /// <param name="at">When it was said.</param>
    public Preference(Guid personId, Guid entryId, PreferenceLevel level, DateTimeOffset at) => (PersonId, EntryId, Level, SaidAt) = (personId, entryId, level, at);

    /// <summary>The reviewer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The word.</summary>
    public PreferenceLevel Level { get; private set; }

    /// <summary>When it was said last.</summary>
    public DateTimeOffset SaidAt { get; private set; }

    /// <summary>Says it differently.</summary>
    public void Become(PreferenceLevel level, DateTimeOffset at) => (Level, SaidAt) = (level, at);
}
