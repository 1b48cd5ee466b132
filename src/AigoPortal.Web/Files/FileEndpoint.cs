using AigoPortal.Data;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Files;

/// <summary>Serves stored files, always as an attachment under their own name, to whoever may read them.</summary>
public static class FileEndpoint
{
    /// <summary>The address of a file.</summary>
    public static string UrlOf(Guid fileId) => $"/files/{fileId:D}";

    /// <summary><c>GET /files/{id}</c>; 404 for everybody who may not read it.</summary>
    public static void MapPortalFiles(this WebApplication app) =>
        app.MapGet("/files/{id:guid}", async (Guid id, PortalDbContext db, FileStore store, CurrentPerson me, CancellationToken cancel) =>
        {
            var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Id == id, cancel);
            return file is null || !await db.MayReadAsync(id, me, cancel)
                ? Results.NotFound()
                : Results.Stream(store.Open(file.Sha256), file.ContentType, file.Name);
        }).AllowAnonymous();
}
