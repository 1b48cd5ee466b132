using AigoPortal.Data;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;

namespace AigoPortal.Web.Files;

/// <summary>Takes an upload: checks name, size and content, stores the bytes and describes them in the database.</summary>
public sealed class Uploads(FileStore store, PortalDbContext db, IConfiguration settings)
{
    /// <summary>The largest file taken, in bytes (<c>Files:MaxMegabytes</c>, 25 by default).</summary>
    public long MaximumSize => settings.GetValue("Files:MaxMegabytes", 25L) * 1024 * 1024;

    /// <summary>The largest file of a problem, in bytes (<c>Files:ProblemMaxMegabytes</c>, 50 by default).</summary>
    public long ProblemMaximumSize => settings.GetValue("Files:ProblemMaxMegabytes", 50L) * 1024 * 1024;

    // Bytes an archive may unpack to (Files:MaxExpandedMegabytes, 500 by default).
    private long MaximumExpanded => settings.GetValue("Files:MaxExpandedMegabytes", 500L) * 1024 * 1024;

    /// <summary>Stores a file; the caller saves the change. Null when nothing was chosen.</summary>
    /// <param name="upload">What the browser sent.</param>
    /// <param name="field">The input field, for the sentence.</param>
    /// <param name="kinds">The kinds taken.</param>
    /// <param name="by">Who uploads.</param>
    /// <param name="cancel">Ends the upload.</param>
    /// <param name="maximumSize">The largest size taken here, in bytes; null for <see cref="MaximumSize"/>.</param>
    /// <exception cref="BrokenRuleException">The file is empty, too large, of another kind, or its content is not what its name says, or not safe.</exception>
    public async Task<StoredFile?> TakeAsync(IFormFile? upload, string field, IReadOnlyList<FileKind> kinds, Actor by, CancellationToken cancel, long? maximumSize = null)
    {
        if (upload is null)
        {
            return null;
        }

        var largest = maximumSize ?? MaximumSize;
        var name = FileName.Clean(upload.FileName);
        var kind = kinds.FirstOrDefault(kind => name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase));
        Rule.Require(upload.Length == 0 ? new BrokenRule("file.empty", field, "這個檔案是空的，請重新選擇。") : null);
        Rule.Require(upload.Length > largest ? new BrokenRule("file.size", field, "檔案太大，上限是 {0} MB。", largest / 1024 / 1024) : null);
        Rule.Require(kind is null ? new BrokenRule("file.kind", field, "只收 {0}。", string.Join("、", kinds.Select(taken => taken.Extension))) : null);
        await using var content = upload.OpenReadStream();
        var head = new byte[16];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        Rule.Require(kind!.Begins(head.AsSpan(0, read)) ? null : new BrokenRule("file.content", field, "檔案內容和副檔名 {0} 不符，請確認檔案。", kind.Extension));
        Rule.Require(new FileContent(MaximumExpanded).Complaint(kind, content, field));
        content.Position = 0;
        var (sha256, size) = await store.SaveAsync(content, cancel);
        var file = new StoredFile(name, kind.ContentType, size, sha256, by.PersonId, by.At);
        db.Files.Add(file);
        return file;
    }
}
