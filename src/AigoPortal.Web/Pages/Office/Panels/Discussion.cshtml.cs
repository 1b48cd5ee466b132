using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;

namespace AigoPortal.Web.Pages.Office.Panels;

/// <summary>A panel's discussion of an entry, for the office, which opens and closes it.</summary>
public sealed class DiscussionModel(PortalDbContext db, CurrentPerson me, DiscussEntry discuss) : DiscussionPage(db, me, discuss)
{
    public override bool IsOffice => true;

    protected override IQueryable<Panel> Panels => Db.Panels;

    protected override IQueryable<Entry> EntriesOf(Panel panel) => Db.EntriesOf(panel);

    public async Task<IActionResult> OnPostOpenAsync(bool open, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } missing)
        {
            return missing;
        }

        await Discuss.OpenAsync(Id, EntryId, open, Me.Actor, cancellation);
        if (open)
        {
            Say("這一案已開放討論");
        }
        else
        {
            Say("這一案的討論已關閉");
        }

        return Redirect(Url.Content("~" + Address));
    }
}
