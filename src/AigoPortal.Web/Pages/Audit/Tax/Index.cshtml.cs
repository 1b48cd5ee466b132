using AigoPortal.Data;
using AigoPortal.Web.Pages.Office.Tax;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Pages.Audit.Tax;

/// <summary>A year's withholding without the payees' numbers.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : TaxPage(db, me)
{
    public override bool ForAudit => true;
}
