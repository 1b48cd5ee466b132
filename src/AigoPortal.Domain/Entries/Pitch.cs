namespace AigoPortal.Domain.Entries;

/// <summary>The pitch of an application (申請解題): the six parts of AI 應用鬥智賽.</summary>
/// <param name="TrackRecord">過往實績.</param>
/// <param name="Expertise">AI 技術與應用專長.</param>
/// <param name="Scenario">需求與應用情境設計.</param>
/// <param name="Technique">AI 技術應用規劃.</param>
/// <param name="DataPlan">資料蒐集與時程規劃.</param>
/// <param name="ExpectedBenefit">預期成果效益.</param>
public sealed record Pitch(string TrackRecord, string Expertise, string Scenario, string Technique, string DataPlan, string ExpectedBenefit)
{
    /// <summary>Nothing written.</summary>
    public static readonly Pitch Empty = new("", "", "", "", "", "");

    /// <summary>The six parts in their order.</summary>
    public IReadOnlyList<string> Parts => [TrackRecord, Expertise, Scenario, Technique, DataPlan, ExpectedBenefit];
}

/// <summary>A file beside a pitch.</summary>
public sealed class PitchAttachment
{
    /// <summary>So many files a pitch (own).</summary>
    public const int Most = 5;

    private PitchAttachment()
    {
    }

    internal PitchAttachment(Guid fileId) => FileId = fileId;

    /// <summary>The stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Order { get; private set; }

    // Kept ones keep their row, so that saving a form twice changes nothing.
    internal static void Replace(List<PitchAttachment> attachments, IReadOnlyList<Guid> files)
    {
        attachments.RemoveAll(known => !files.Contains(known.FileId));
        foreach (var (index, file) in files.Distinct().Index())
        {
            var attachment = attachments.Find(known => known.FileId == file);
            if (attachment is null)
            {
                attachments.Add(attachment = new PitchAttachment(file));
            }

            attachment.Order = index + 1;
        }
    }
}

/// <summary>A pitch as it stood before the team amended it.</summary>
public sealed class PitchVersion
{
    private PitchVersion()
    {
    }

    internal PitchVersion(Guid entryId, int number, Pitch pitch, DateTimeOffset writtenAt) =>
        (EntryId, Number, Pitch, WrittenAt) = (entryId, number, pitch, writtenAt);

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>1 for the first.</summary>
    public int Number { get; private set; }

    /// <summary>Its words.</summary>
    public Pitch Pitch { get; private set; } = Pitch.Empty;

    /// <summary>When it was sent.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}
