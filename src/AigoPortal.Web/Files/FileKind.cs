namespace AigoPortal.Web.Files;

/// <summary>A kind of file, known by its ending and by how its content begins.</summary>
/// <param name="Extension">With the dot, lower case.</param>
/// <param name="ContentType">Media type it is served as.</param>
/// <param name="Signatures">How the content begins; none for plain text.</param>
public sealed record FileKind(string Extension, string ContentType, params byte[][] Signatures)
{
    private static readonly byte[] Zip = "PK\x03\x04"u8.ToArray();

    /// <summary>A PDF.</summary>
    public static readonly FileKind Pdf = new(".pdf", "application/pdf", "%PDF-"u8.ToArray());

    /// <summary>Pictures of receipts.</summary>
    public static readonly FileKind[] Images =
    [
        new(".png", "image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        new(".jpg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
        new(".jpeg", "image/jpeg", [0xFF, 0xD8, 0xFF]),
    ];

    /// <summary>A table as plain text.</summary>
    public static readonly FileKind Csv = new(".csv", "text/csv");

    /// <summary>Documents: PDF alone.</summary>
    public static readonly FileKind[] Documents = [Pdf];

    /// <summary>Receipts and signature pages: PDF or a picture.</summary>
    public static readonly FileKind[] Scans = [Pdf, .. Images];

    /// <summary>Briefings and deliverables: what an office sends.</summary>
    public static readonly FileKind[] OfficeFiles =
    [
        Pdf,
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", Zip),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip),
        new(".zip", "application/zip", Zip),
        .. Images,
    ];

    /// <summary>What stands beside a problem's briefing: the same and tables as text.</summary>
    public static readonly FileKind[] ProblemFiles = [.. OfficeFiles, new(".csv", "text/csv")];

    /// <summary>For the accept attribute of a file field.</summary>
    public static string Accept(IEnumerable<FileKind> kinds) => string.Join(',', kinds.Select(kind => kind.Extension));

    /// <summary>Whether content that begins like this is of this kind.</summary>
    public bool Begins(ReadOnlySpan<byte> content)
    {
        foreach (var signature in Signatures)
        {
            if (content.StartsWith(signature))
            {
                return true;
            }
        }

        return Signatures.Length == 0;
    }
}
