using AigoPortal.Data;
using AigoPortal.Domain.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Audit;

/// <summary>Every exception from the rules of eligibility with its document, revoked ones too.</summary>
public sealed class ExceptionsModel(PortalDbContext db) : PortalPage
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<WaiverLine> Waivers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Pages = (await db.EligibilityWaivers.CountAsync(cancellation) + Size - 1) / Size;
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        Waivers = await (
            from waiver in db.EligibilityWaivers
            join team in db.Teams on waiver.TeamId equals team.Id
            join round in db.Rounds on team.RoundId equals round.Id
            join person in db.People on waiver.PersonId equals person.Id
            join officer in db.People on waiver.GrantedBy equals officer.Id
            orderby waiver.GrantedAt descending, waiver.Id
            select new WaiverLine(round.Code, team.Name, person.Name, waiver.Rule, waiver.Reason, waiver.DocumentId, officer.Name, waiver.GrantedAt, waiver.RevokedAt, waiver.RevokeReason))
            .Skip((P - 1) * Size).Take(Size).ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>An exception in the list.</summary>
public sealed record WaiverLine(
    string Round, string Team, string Person, EligibilityRule? Rule, string Reason, Guid? DocumentId, string Officer, DateTimeOffset GrantedAt, DateTimeOffset? RevokedAt, string? RevokeReason);
