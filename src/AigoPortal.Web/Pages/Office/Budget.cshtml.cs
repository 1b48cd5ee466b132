using AigoPortal.Data;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;

namespace AigoPortal.Web.Pages.Office;

/// <summary>Budget against actual.</summary>
public sealed class BudgetModel(PortalDbContext db, CurrentPerson me) : BudgetPage(db, me);
