using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rules;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>The cooperation document for the team, whose leader signs.</summary>
public sealed class CooperationModel(PortalDbContext db, CurrentPerson me, DrawUpCooperation drawUp, Uploads uploads) : CooperationPage(db, me, drawUp)
{
    [BindProperty]
    public SignatureInput Input { get; set; } = new();

    public bool Leads { get; private set; }

    public override PaperSide? Side => PaperSide.Team;

    public override string EntryUrl => $"~/team/entries/{Code}";

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await base.LoadAsync(cancellation) is { } refused)
        {
            return refused;
        }

        Leads = await Db.Teams.AnyAsync(team => team.Id == Entry.TeamId && team.LeaderId == Me.Id, cancellation);
        return null;
    }

    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        Rule.Require(EntryRules.IsLeader(await Db.Teams.AsNoTracking().SingleAsync(team => team.Id == entry.TeamId, cancellation), Me.Id));
        await SignAsync(entry, PaperSide.Team, Input, uploads, cancellation);
        return Redirect(Url.Content($"~/team/entries/{Code}/cooperation"));
    }

    protected override IQueryable<Entry> Mine() => Db.OfMember(Me.Id);
}
