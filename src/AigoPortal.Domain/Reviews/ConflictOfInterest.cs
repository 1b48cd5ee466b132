using System.ComponentModel;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Reviews;

/// <summary>What ties a reviewer to an entry.</summary>
public enum ConflictKind
{
    /// <summary>Belongs to the team or is a contact of the posing organisation.</summary>
    [Description("本人參與")]
    Involved,

    /// <summary>Works for, or has an interest in, the posing organisation.</summary>
    [Description("與出題單位有關")]
    Organisation,

    /// <summary>Shares school or employer with a member of the team.</summary>
    [Description("與團隊成員同校或同單位")]
    Affiliation,

    /// <summary>Mentored the problem (題目優化).</summary>
    [Description("輔導過這個題目")]
    Mentor,

    /// <summary>Family.</summary>
    [Description("親屬")]
    Family,

    /// <summary>Teacher and student.</summary>
    [Description("師生")]
    Teaching,

    /// <summary>Works together, or holds a share.</summary>
    [Description("合作或投資")]
    Business,

    /// <summary>Something else, said in words.</summary>
    [Description("其他")]
    Other,
}

/// <summary>Who found a conflict of interest.</summary>
public enum ConflictSource
{
    /// <summary>The reviewer.</summary>
    [Description("委員自己聲明")]
    Declared,

    /// <summary>The portal, from profiles, names and mail domains.</summary>
    [Description("系統比對")]
    Detected,

    /// <summary>An officer.</summary>
    [Description("計畫辦公室設定")]
    Set,
}

/// <summary>A conflict of interest (利益迴避) between a reviewer and an entry: while it stands, the reviewer neither sees nor scores the entry.</summary>
public sealed class ConflictOfInterest : Aggregate
{
    private ConflictOfInterest()
    {
    }

    /// <summary>A conflict of interest.</summary>
    /// <param name="personId">The reviewer.</param>
    /// <param name="entryId">The entry.</param>
    /// <param name="kind">What ties them.</param>
    /// <param name="source">Who found it.</param>
    /// <param name="note">In words; obligatory for what somebody declares or sets.</param>
    /// <param name="by">Who recorded it.</param>
    public ConflictOfInterest(Guid personId, Guid entryId, ConflictKind kind, ConflictSource source, string note, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        (PersonId, EntryId, Source, FoundAt) = (personId, entryId, source, by.At);
        State(kind, note, by);
    }

    /// <summary>The reviewer.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>What ties them.</summary>
    public ConflictKind Kind { get; private set; }

    /// <summary>Who found it.</summary>
    public ConflictSource Source { get; private set; }

    /// <summary>In words.</summary>
    public string Note { get; private set; } = "";

    /// <summary>When it was recorded first.</summary>
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>When an officer lifted it (false alarm); null while it stands.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Why it was lifted.</summary>
    public string LiftReason { get; private set; } = "";

    /// <summary>Says it again, perhaps differently; it stands from now on.</summary>
    public void State(ConflictKind kind, string note, Actor by)
    {
        Rule.Require(ConflictRules.SaysWhy(Source, note));
        (Kind, Note, LiftedAt, LiftReason) = (kind, note, null, "");
        Trace(by, "conflict.state", $"{Source} {kind}: {note}");
    }

    /// <summary>Lifts it with a reason; the same finding does not come back by itself.</summary>
    public void Lift(string reason, Actor by)
    {
        Rule.Require(ConflictRules.LiftSaysWhy(reason));
        (LiftedAt, LiftReason) = (by.At, reason);
        Trace(by, "conflict.lift", reason);
    }
}

/// <summary>The rules of conflicts of interest, named as sentences.</summary>
public static class ConflictRules
{
    /// <summary>A conflict somebody declares or sets is put in words.</summary>
    public static BrokenRule? SaysWhy(ConflictSource source, string note) =>
        source != ConflictSource.Detected && string.IsNullOrWhiteSpace(note)
            ? new BrokenRule("conflict.note", "Note", "請說明利益關係，例如任職、師生或合作。") : null;

    /// <summary>Lifting is explained.</summary>
    public static BrokenRule? LiftSaysWhy(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? new BrokenRule("conflict.lift-reason", "LiftReason", "請寫明解除的理由。") : null;
}
