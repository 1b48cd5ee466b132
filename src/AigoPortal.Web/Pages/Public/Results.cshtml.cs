using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Reviews;
using AigoPortal.Web.Demo;
using AigoPortal.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public;

/// <summary>Who was shortlisted and awarded, once the panel's decisions are released; and the first season's showcase.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ResultsModel(PortalDbContext db) : PageModel
{
    public IReadOnlyList<IGrouping<string, ResultLine>> Rounds { get; private set; } = [];

    /// <summary>Levels that were awarded to nobody, by round.</summary>
    public ILookup<string, AwardLevel> Vacant { get; private set; } = null!;

    public IReadOnlyList<Showcase> Showcase { get; } = SeasonFile.Known.Showcase;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var lines = await (
            from decided in db.Panels.AsNoTracking().Where(panel => panel.ReleasedAt != null)
                .SelectMany(panel => panel.Decisions, (panel, decision) => new { panel.ReleasedAt, decision.EntryId, decision.Outcome, decision.Level })
            where decided.Outcome == Outcome.Shortlisted || decided.Outcome == Outcome.Awarded
            join entry in db.Entries on decided.EntryId equals entry.Id
            join round in db.Rounds on entry.RoundId equals round.Id
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            orderby round.StartsAt descending, entry.Code
            select new ResultLine(
                round.Code, entry.Code, problem.Code!, problem.Content.Title, organisation.Name, team.Name, decided.Outcome, decided.Level, decided.ReleasedAt!.Value))
            .ToListAsync(cancellation);
        Vacant = (await (
            from vacant in db.Panels.AsNoTracking().Where(panel => panel.ReleasedAt != null).SelectMany(panel => panel.Vacancies, (panel, vacancy) => new { panel.RoundId, vacancy.Level })
            join round in db.Rounds on vacant.RoundId equals round.Id
            select new { round.Code, vacant.Level }).ToListAsync(cancellation)).ToLookup(vacant => vacant.Code, vacant => vacant.Level);
        Rounds = [.. lines.GroupBy(line => line.RoundCode)];
    }
}

/// <summary>A released, favourable decision.</summary>
public sealed record ResultLine(
    string RoundCode, string EntryCode, string ProblemCode, string Problem, string Organisation, string Team, Outcome Outcome, AwardLevel? Level, DateTimeOffset ReleasedAt);
