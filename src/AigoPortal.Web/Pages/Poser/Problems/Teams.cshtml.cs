using AigoPortal.Data;
using AigoPortal.Domain.Matching;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>職能匹配 for a poser: the teams that let posers find them, in the order in which they fit the problem.</summary>
public sealed class TeamsModel(PortalDbContext db, CurrentPerson me, CallTeam call) : PortalPage
{
    private const int PageSize = 10;

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Problem Problem { get; private set; } = null!;

    public IReadOnlyList<FittingTeam> Teams { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    /// <summary>Whether teams can still be asked.</summary>
    public bool IsOpen { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await Mine().AsNoTracking().FirstOrDefaultAsync(cancellation) is not { } problem)
        {
            return NotFound();
        }

        Problem = problem;
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == problem.RoundId, cancellation);
        IsOpen = problem.Status == ProblemStatus.Listed && !problem.WaitsForData && Domain.Entries.EntryRules.MatchingIsOpen(round, me.Now) is null;
        var need = Need.Of(problem);
        var ranked = (await db.TeamsFoundForAsync(problem.Id, problem.RoundId, cancellation))
            .Select(team => new FittingTeam(team, Fit.Of(team.Talent, need, Kinships.Known)))
            .OrderByDescending(one => one.Fit.Points).ThenBy(one => one.Team.Name, StringComparer.Ordinal).ToList();
        Count = ranked.Count;
        P = Math.Clamp(P, 1, Pages);
        Teams = [.. ranked.Skip((P - 1) * PageSize).Take(PageSize)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid team, CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(cancellation) is not { } problem
            || await db.Teams.FirstOrDefaultAsync(known => known.Id == team && known.RoundId == problem.RoundId && known.ShowsToPosers, cancellation) is not { } asked)
        {
            return NotFound();
        }

        await call.RunAsync(problem, asked, cancellation);
        Say("已邀請「{0}」申請，信已寄給隊長。", asked.Name);
        return RedirectToPage(new { id = Id });
    }

    // Before it is listed nobody can be asked.
    private IQueryable<Problem> Mine() => db.ProblemsOf(me.Id).Where(problem => problem.Id == Id && ProblemStatuses.Public.Contains(problem.Status));
}

/// <summary>A team and how well it fits.</summary>
public sealed record FittingTeam(TeamTalent Team, Fit Fit);
