using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;

namespace AigoPortal.Web.Pages.Review;

/// <summary>A panel's discussion of an entry, for members who may read it.</summary>
public sealed class DiscussionModel(PortalDbContext db, CurrentPerson me, DiscussEntry discuss) : DiscussionPage(db, me, discuss)
{
    public override bool IsOffice => false;

    protected override IQueryable<Panel> Panels => Db.SeatedOn(Me.Id);

    protected override IQueryable<Entry> EntriesOf(Panel panel) => Db.DiscussableBy(panel, Me.Id);
}
