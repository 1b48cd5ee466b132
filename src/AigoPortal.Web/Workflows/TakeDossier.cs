using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>Gives an entry's dossier to an officer or an auditor, and writes into the audit trail who took it.</summary>
public sealed class TakeDossier(PortalDbContext db, FileStore store, IStringLocalizer<Portal> T)
{
    /// <param name="code">The entry's number.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="begin">Is told the file's name before the first byte; gives where it is written to.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>False when there is no such entry.</returns>
    public async Task<bool> RunAsync(string code, Actor by, Func<string, Stream> begin, CancellationToken cancel)
    {
        if (await EntryDossier.ReadAsync(db, code, cancel) is not { } dossier)
        {
            return false;
        }

        db.AuditEvents.Add(new AuditEvent(new Trace(by, "entry.take-dossier", dossier.Entry.Code), nameof(Entry), dossier.Entry.Id));
        await db.SaveChangesAsync(cancel);
        await new DossierZip(dossier, store, T).WriteAsync(begin($"{dossier.Entry.Code}.zip"), by.At, cancel);
        return true;
    }
}
