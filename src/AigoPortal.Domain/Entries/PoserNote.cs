using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Entries;

/// <summary>What an organisation's contacts note about an application, among themselves: no team and no office reads it.</summary>
public sealed class PoserNote : Aggregate
{
    /// <summary>The longest note, in characters.</summary>
    public const int Longest = 2000;

    private PoserNote()
    {
    }

    /// <summary>A contact begins to note.</summary>
    public PoserNote(Entry entry, Actor by)
    {
        Id = Guid.CreateVersion7(by.At);
        EntryId = entry.Id;
    }

    /// <summary>The application.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>The note.</summary>
    public string Text { get; private set; } = "";

    /// <summary>One to five stars; null for none.</summary>
    public int? Stars { get; private set; }

    /// <summary>Who wrote it last.</summary>
    public string WrittenBy { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Writes the note and the stars.</summary>
    public void Write(string text, int? stars, Actor by)
    {
        Rule.Require(IsOneToFive(stars));
        (Text, Stars, WrittenBy, WrittenAt) = (text, stars, by.Name, by.At);
        Trace(by, "note.write");
    }

    /// <summary>Stars are one to five.</summary>
    public static BrokenRule? IsOneToFive(int? stars) => stars is null or (>= 1 and <= 5) ? null : new BrokenRule("note.stars", "Stars", "星等是 1 到 5。");
}
