namespace AigoPortal.Domain.Files;

/// <summary>What is known of a stored file; its bytes lie in the file store under their hash.</summary>
public sealed class StoredFile
{
    private StoredFile()
    {
    }

    /// <summary>Describes bytes that are already stored.</summary>
    public StoredFile(string name, string contentType, long size, string sha256, Guid ownerId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Name, ContentType, Size, Sha256, OwnerId, UploadedAt) = (name, contentType, size, sha256, ownerId, at);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The name the person gave it.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Media type, found from the content.</summary>
    public string ContentType { get; private set; } = "";

    /// <summary>Bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Who uploaded it.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset UploadedAt { get; private set; }
}
