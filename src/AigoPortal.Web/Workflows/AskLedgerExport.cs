using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Ledger;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Asks for an export that is written in the background; what is taken is in the audit trail from now.</summary>
public sealed class AskLedgerExport(PortalDbContext db, ExportLedger export)
{
    /// <returns>The export's identity.</returns>
    public async Task<Guid> RunAsync(LedgerOrder order, CancellationToken cancel)
    {
        var filters = new QueryBuilder(order.Filter.Query()).ToQueryString().Value ?? "";
        var asked = new LedgerExport(order.By, order.Format, filters, CultureInfo.CurrentUICulture.Name, order.Root, await order.Filter.Of(db).CountAsync(cancel));
        db.Add(asked);
        await export.NoteAsync(order, cancel);
        return asked.Id;
    }
}
