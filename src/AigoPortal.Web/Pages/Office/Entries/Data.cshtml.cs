using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>The office notes on which paper a matched team gets to data.</summary>
public sealed class DataModel(PortalDbContext db, CurrentPerson me, Uploads uploads) : DataAccessPage(db, me, uploads)
{
    public override string Root => "~/office/entries";

    protected override IQueryable<Entry> Mine { get; } = db.Entries;
}
