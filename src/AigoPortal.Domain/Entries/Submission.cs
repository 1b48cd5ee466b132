using System.Security.Cryptography;
using System.Text;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rounds;

namespace AigoPortal.Domain.Entries;

/// <summary>A concept or proof as received; never changed, the last one counts.</summary>
public sealed class Submission
{
    private Submission()
    {
    }

    internal Submission(Guid entryId, ReviewStage stage, int number, string text, StoredFile file, DateTimeOffset deadline, Guid by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (EntryId, Stage, Number, Text, FileId, FileSha256) = (entryId, stage, number, text, file.Id, file.Sha256);
        (Deadline, SubmittedBy, ReceivedAt) = (deadline, by, at);
        TextSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Concept or proof.</summary>
    public ReviewStage Stage { get; private set; }

    /// <summary>1 for the first of its stage.</summary>
    public int Number { get; private set; }

    /// <summary>The text; Markdown.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The document.</summary>
    public Guid FileId { get; private set; }

    /// <summary>SHA-256 of the document, lower-case hexadecimal.</summary>
    public string FileSha256 { get; private set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string TextSha256 { get; private set; } = "";

    /// <summary>The deadline in force when it was received; always after <see cref="ReceivedAt"/>.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Who handed it in.</summary>
    public Guid SubmittedBy { get; private set; }

    /// <summary>The server's instant of receipt.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }
}

/// <summary>What the team has saved and not handed in; kept after the deadline.</summary>
public sealed class SubmissionDraft
{
    private SubmissionDraft()
    {
    }

    internal SubmissionDraft(Guid entryId, ReviewStage stage) => (EntryId, Stage) = (entryId, stage);

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Concept or proof.</summary>
    public ReviewStage Stage { get; private set; }

    /// <summary>The text so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The document so far.</summary>
    public Guid? FileId { get; private set; }

    /// <summary>When it was last saved.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    internal void Save(string text, Guid? fileId, DateTimeOffset at) => (Text, FileId, SavedAt) = (text, fileId ?? FileId, at);
}
