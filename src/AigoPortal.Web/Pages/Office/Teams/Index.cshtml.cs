using AigoPortal.Data;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Teams;

/// <summary>All teams of the round.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Count { get; private set; }

    public string Round { get; private set; } = "";

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Round = round.Code;
        var teams =
            from team in db.Teams
            join leader in db.People on team.LeaderId equals leader.Id
            where team.RoundId == round.Id
            select new { team, leader };
        if (Search?.Trim() is { Length: > 0 } text)
        {
            var name = Domain.Problems.Organisation.Normalize(text);
            teams = teams.Where(found => found.team.NormalizedName.Contains(name) || found.leader.Name.Contains(text) || found.leader.Email.Contains(text));
        }

        Count = await teams.CountAsync(cancellation);
        Pages = (Count + Size - 1) / Size;
        P = Math.Clamp(P, 1, Math.Max(Pages, 1));
        Teams = await teams.OrderBy(found => found.team.NormalizedName).Skip((P - 1) * Size).Take(Size)
            .Select(found => new TeamRow(
                found.team.Id, found.team.Name, found.leader.Name, found.leader.Email, found.team.Members.Count,
                db.Entries.Count(entry => entry.TeamId == found.team.Id), found.team.FormedAt))
            .ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>A team in the list.</summary>
public sealed record TeamRow(Guid Id, string Name, string Leader, string Email, int Members, int Entries, DateTimeOffset FormedAt);
