using System.ComponentModel;

namespace AigoPortal.Domain.Letters;

/// <summary>Where a letter is on its way.</summary>
public enum LetterStatus
{
    /// <summary>Written, to be sent.</summary>
    [Description("待寄")]
    Queued,

    /// <summary>Taken by the mail server.</summary>
    [Description("已寄")]
    Sent,

    /// <summary>Given up after the last attempt.</summary>
    [Description("寄送失敗")]
    Failed,
}

/// <summary>A letter's words as they are sent.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">The same as a page.</param>
public sealed record LetterWords(string Subject, string Text, string Html);

/// <summary>A letter, written in the transaction of the change that causes it and sent afterwards.</summary>
public sealed class Letter
{
    /// <summary>Attempts before a letter is given up.</summary>
    public const int MaximumAttempts = 8;

    private Letter()
    {
    }

    /// <summary>Writes a letter to be sent at once.</summary>
    public Letter(string to, string subject, string body, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (To, Subject, Body, WrittenAt, NextAttemptAt) = (to, subject, body, at, at);
    }

    /// <summary>A letter that tells a panel's decision on an entry.</summary>
    public static Letter OfDecision(Guid panelId, Guid entryId, string to, LetterWords words, DateTimeOffset at) =>
        new(to, words.Subject, words.Text, at) { Html = words.Html, PanelId = panelId, EntryId = entryId };

    /// <summary>The same letter once more, to be sent at once.</summary>
    public Letter Again(DateTimeOffset at) => new(To, Subject, Body, at) { Html = Html, PanelId = PanelId, EntryId = EntryId };

    /// <summary>Identity; also the stable part of the Message-ID.</summary>
    public Guid Id { get; private set; }

    /// <summary>The recipient's address.</summary>
    public string To { get; private set; } = "";

    /// <summary>Subject, in the recipient's language.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Plain text, in the recipient's language.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The same as a page for mail programs that show one; null when the plain text is all.</summary>
    public string? Html { get; private set; }

    /// <summary>The panel whose decision it tells, if it does.</summary>
    public Guid? PanelId { get; private set; }

    /// <summary>The entry it tells a decision on, if it does.</summary>
    public Guid? EntryId { get; private set; }

    /// <summary>Where it is.</summary>
    public LetterStatus Status { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Not sent before this instant: back-off after a failure, or a sender's lease.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; private set; }

    /// <summary>When the mail server took it.</summary>
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Failure { get; private set; }

    /// <summary>The mail server took it.</summary>
    public void MarkSent(DateTimeOffset at) => (Status, SentAt, Failure, Attempts) = (LetterStatus.Sent, at, null, Attempts + 1);

    /// <summary>An attempt failed: tried again after 2, 4, 8 … minutes until given up.</summary>
    public void MarkFailed(string why, DateTimeOffset at)
    {
        Attempts++;
        Failure = why.Length > 500 ? why[..500] : why;
        NextAttemptAt = at.AddMinutes(Math.Pow(2, Attempts));
        Status = Attempts >= MaximumAttempts ? LetterStatus.Failed : LetterStatus.Queued;
    }
}
