using System.ComponentModel;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Domain.Messages;

/// <summary>For whom somebody writes.</summary>
public enum MessageSide
{
    /// <summary>The team.</summary>
    [Description("解題團隊")]
    Team,

    /// <summary>The organisation that poses.</summary>
    [Description("出題單位")]
    Poser,

    /// <summary>The office.</summary>
    [Description("計畫辦公室")]
    Office,
}

/// <summary>One message; it is never edited, only taken back.</summary>
public sealed class Message
{
    private readonly List<MessageAttachment> _attachments = [];

    private Message()
    {
    }

    internal Message(Guid entryId, int number, MessageSide side, string text, IReadOnlyList<Guid> fileIds, Actor by)
    {
        (EntryId, Number, Side, Text, AuthorId, AuthorName, At) = (entryId, number, side, text, by.PersonId, by.Name, by.At);
        _attachments.AddRange(fileIds.Select((file, index) => new MessageAttachment(index + 1, file)));
    }

    /// <summary>The entry, and so the conversation.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Place in the conversation, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>For whom the author wrote.</summary>
    public MessageSide Side { get; private set; }

    /// <summary>Who wrote.</summary>
    public Guid AuthorId { get; private set; }

    /// <summary>The author's name as it stood.</summary>
    public string AuthorName { get; private set; } = "";

    /// <summary>Markdown; empty once it was taken back.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was taken back.</summary>
    public DateTimeOffset? RetractedAt { get; private set; }

    /// <summary>Files with it; none once it was taken back.</summary>
    public IReadOnlyList<MessageAttachment> Attachments => _attachments;

    internal void Retract(DateTimeOffset at)
    {
        (Text, RetractedAt) = ("", at);
        _attachments.Clear();
    }
}

/// <summary>A file with a message.</summary>
/// <param name="Place">From 1.</param>
/// <param name="FileId">The stored file.</param>
public sealed record MessageAttachment(int Place, Guid FileId);

/// <summary>How far a person has read a conversation.</summary>
/// <param name="EntryId">The conversation's entry.</param>
/// <param name="PersonId">The person.</param>
public sealed record ReadMark(Guid EntryId, Guid PersonId)
{
    /// <summary>The last number read.</summary>
    public int Number { get; private set; }

    /// <summary>A mark at a number.</summary>
    public static ReadMark At(Guid entryId, Guid personId, int number) => new(entryId, personId) { Number = number };
}

/// <summary>Until when a person's letters have told them of messages; changing it claims the next letter.</summary>
/// <param name="PersonId">The person.</param>
public sealed record MessageDigest(Guid PersonId)
{
    /// <summary>Messages up to this instant were told.</summary>
    public DateTimeOffset ToldUntil { get; private set; }

    /// <summary>When the last letter was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>A person's first digest.</summary>
    public static MessageDigest First(Guid personId, DateTimeOffset until, DateTimeOffset at) => new(personId) { ToldUntil = until, WrittenAt = at };
}
