namespace AigoPortal.Domain.Problems;

/// <summary>A file beside the briefing.</summary>
public sealed class ProblemAttachment
{
    private ProblemAttachment()
    {
    }

    internal ProblemAttachment(Guid fileId) => FileId = fileId;

    /// <summary>The stored file.</summary>
    public Guid FileId { get; private set; }

    /// <summary>Place in the list, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>Only matched teams may read it, besides the organisation and the office.</summary>
    public bool MatchedOnly { get; private set; }

    internal void Place(int order, bool matchedOnly) => (Order, MatchedOnly) = (order, matchedOnly);
}
