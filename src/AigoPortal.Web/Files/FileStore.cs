using System.Security.Cryptography;

namespace AigoPortal.Web.Files;

/// <summary>Keeps bytes in a folder under their SHA-256; the same content is kept once (<c>Files:Folder</c>).</summary>
public sealed class FileStore
{
    private readonly string _folder;

    public FileStore(IConfiguration settings, IHostEnvironment environment)
    {
        _folder = Path.GetFullPath(settings["Files:Folder"] ?? Path.Combine("..", "..", ".data", "files"), environment.ContentRootPath);
        Directory.CreateDirectory(_folder);
    }

    /// <summary>Stores a stream to its end and makes it durable before answering.</summary>
    /// <returns>SHA-256 in lower-case hexadecimal, and the size in bytes.</returns>
    public async Task<(string Sha256, long Size)> SaveAsync(Stream content, CancellationToken cancel)
    {
        var waiting = Path.Combine(_folder, $"{Guid.NewGuid():N}.part");
        try
        {
            string sha256;
            long size;
            using (var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            await using (var file = new FileStream(waiting, FileMode.CreateNew, FileAccess.Write, FileShare.None, 81920, FileOptions.Asynchronous))
            {
                var buffer = new byte[81920];
                int read;
                while ((read = await content.ReadAsync(buffer, cancel)) > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await file.WriteAsync(buffer.AsMemory(0, read), cancel);
                }

                size = file.Length;
                file.Flush(flushToDisk: true);
                sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            var kept = PathOf(sha256);
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            File.Move(waiting, kept, overwrite: true);
            return (sha256, size);
        }
        finally
        {
            File.Delete(waiting);
        }
    }

    /// <summary>Opens stored bytes for reading.</summary>
    /// <exception cref="FileNotFoundException">Nothing is stored under that hash.</exception>
    public Stream Open(string sha256) => new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);

    private string PathOf(string sha256) => Path.Combine(_folder, sha256[..2], sha256);
}
