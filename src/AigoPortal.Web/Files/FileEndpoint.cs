using AigoPortal.Data;
using AigoPortal.Domain.Files;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace AigoPortal.Web.Files;

/// <summary>Serves stored files to whoever may read them: as an attachment under their own name, or PDF and pictures to be looked at in the browser.</summary>
public static class FileEndpoint
{
    private static readonly FileKind[] Viewable = FileKind.Scans;

    /// <summary>The address of a file.</summary>
    public static string UrlOf(Guid fileId) => $"/files/{fileId:D}";

    /// <summary>The address at which a PDF or picture is looked at in the browser.</summary>
    public static string ViewUrlOf(Guid fileId) => $"/files/{fileId:D}/view";

    /// <summary>Whether a file of that name can be looked at in the browser.</summary>
    public static bool IsViewable(string name) => Viewable.Any(kind => name.EndsWith(kind.Extension, StringComparison.OrdinalIgnoreCase));

    /// <summary><c>GET /files/{id}</c> and <c>GET /files/{id}/view</c>; 404 for everybody who may not read it, and for what cannot be looked at.</summary>
    public static void MapPortalFiles(this WebApplication app)
    {
        app.MapGet("/files/{id:guid}", async (Guid id, PortalDbContext db, FileStore store, CurrentPerson me, CancellationToken cancel) =>
            await ReadableAsync(id, db, me, cancel) is { } file
                ? Results.Stream(store.Open(file.Sha256), file.ContentType, await NameAsync(file, db, me, cancel))
                : Results.NotFound()).AllowAnonymous();
        app.MapGet("/files/{id:guid}/view", async (Guid id, HttpContext http, PortalDbContext db, FileStore store, CurrentPerson me, CancellationToken cancel) =>
        {
            if (await ReadableAsync(id, db, me, cancel) is not { } file)
            {
                return Results.NotFound();
            }

            var content = store.Open(file.Sha256);
            if (await KindAsync(content, cancel) is not { } kind)
            {
                await content.DisposeAsync();
                return Results.NotFound();
            }

            var disposition = new ContentDispositionHeaderValue("inline");
            disposition.SetHttpFileName(await NameAsync(file, db, me, cancel));
            http.Response.Headers.ContentDisposition = disposition.ToString();
            http.Response.Headers.CacheControl = "private, no-store";
            http.Features.Set(kind == FileKind.Pdf ? LookedAt.Document : LookedAt.Picture);
            return Results.Stream(content, kind.ContentType);
        }).AllowAnonymous();
    }

    private static async Task<StoredFile?> ReadableAsync(Guid id, PortalDbContext db, CurrentPerson me, CancellationToken cancel) =>
        await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, cancel) is { } file && await db.MayReadAsync(id, me, cancel) ? file : null;

    private static async Task<string> NameAsync(StoredFile file, PortalDbContext db, CurrentPerson me, CancellationToken cancel) =>
        (me.IsSignedIn ? await db.BlindNameAsync(file.Id, file.Name, me.Id, cancel) : null) ?? file.Name;

    // By what it is, not by what it was called.
    private static async Task<FileKind?> KindAsync(Stream content, CancellationToken cancel)
    {
        var head = new byte[16];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        content.Position = 0;
        return Viewable.FirstOrDefault(kind => kind.Begins(head.AsSpan(0, read)));
    }
}
