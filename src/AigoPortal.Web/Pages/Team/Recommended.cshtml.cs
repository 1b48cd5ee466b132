using AigoPortal.Data;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>職能匹配: the open problems in the order in which they fit the team, or me alone.</summary>
public sealed class RecommendedModel(PortalDbContext db, CurrentPerson me, Recommendations recommendations) : PortalPage
{
    private const int PageSize = 10;

    /// <summary>Whose skills count; the team's, if there is one, unless said otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public Whose Who { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Round Round { get; private set; } = null!;

    public Domain.Teams.Team? Team { get; private set; }

    public Talent Talent { get; private set; } = null!;

    public IReadOnlyList<Recommended> Problems { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public bool Leads => Team?.LeaderId == me.Id;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        Team = await db.Teams.AsNoTracking().Include(team => team.Members)
            .FirstOrDefaultAsync(team => team.RoundId == Round.Id && team.Members.Any(member => member.PersonId == me.Id), cancellation);
        Who = Team is null ? Whose.Mine : Who;
        var people = Who == Whose.Mine ? [me.Id] : Team!.Members.Select(member => member.PersonId).ToList();
        Talent = await db.TalentOfAsync(people, cancellation);
        var applied = Team is null ? [] : await db.Entries.Where(entry => entry.TeamId == Team.Id).Select(entry => entry.ProblemId).ToListAsync(cancellation);
        var ranked = await recommendations.ProblemsAsync(Talent, Round.Id, applied, cancellation);
        Count = ranked.Count;
        P = Math.Clamp(P, 1, Pages);
        Problems = [.. ranked.Skip((P - 1) * PageSize).Take(PageSize)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostShowAsync(bool shows, CancellationToken cancellation)
    {
        var round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (await db.Teams.OfPersonAsync(me.Id, round.Id, cancellation) is not { } team)
        {
            return NotFound();
        }

        team.ShowToPosers(shows, me.Actor);
        await db.SaveChangesAsync(cancellation);
        if (shows)
        {
            Say("出題單位可以在推薦名單看到你們了");
        }
        else
        {
            Say("出題單位看不到你們了");
        }

        return RedirectToPage();
    }

    /// <summary>Whose skills count.</summary>
    public enum Whose
    {
        Team,
        Mine,
    }
}
