namespace AigoPortal.Web.Awards;

/// <summary>Finished exports of the ledger, beside the portal's files (<c>Files:Folder</c>) so that every node finds them.</summary>
public sealed class LedgerExportFiles
{
    private readonly string _folder;

    public LedgerExportFiles(IConfiguration settings, IHostEnvironment environment)
    {
        _folder = Path.Combine(Path.GetFullPath(settings["Files:Folder"] ?? Path.Combine("..", "..", ".data", "files"), environment.ContentRootPath), "exports");
        Directory.CreateDirectory(_folder);
    }

    /// <summary>A new file; it replaces what an earlier attempt left when <see cref="Keep"/> is called.</summary>
    public FileStream Begin(Guid id) => new(PathOf(id) + ".part", FileMode.Create, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.Asynchronous);

    /// <summary>The file is whole.</summary>
    public void Keep(Guid id) => File.Move(PathOf(id) + ".part", PathOf(id), overwrite: true);

    /// <summary>Opens a finished export.</summary>
    /// <exception cref="FileNotFoundException">It is gone.</exception>
    public Stream Open(Guid id) => new FileStream(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);

    /// <summary>Removes what there is of an export.</summary>
    public void Remove(Guid id)
    {
        File.Delete(PathOf(id));
        File.Delete(PathOf(id) + ".part");
    }

    private string PathOf(Guid id) => Path.Combine(_folder, id.ToString("N"));
}
