using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Entries;

/// <summary>The cooperation document for the posing organisation, any of whose contacts signs.</summary>
public sealed class CooperationModel(PortalDbContext db, CurrentPerson me, DrawUpCooperation drawUp, Uploads uploads) : CooperationPage(db, me, drawUp)
{
    [BindProperty]
    public SignatureInput Input { get; set; } = new();

    public override PaperSide? Side => PaperSide.Poser;

    public override string EntryUrl => $"~/poser/entries/{Code}";

    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        await SignAsync(entry, PaperSide.Poser, Input, uploads, cancellation);
        return Redirect(Url.Content($"~/poser/entries/{Code}/cooperation"));
    }

    protected override IQueryable<Entry> Mine() => Db.EntriesFor(Me.Id);
}
