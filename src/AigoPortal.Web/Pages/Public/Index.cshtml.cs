using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Demo;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Rounds;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Pages.Public;

/// <summary>The portal's front: the round that runs, its next deadline, figures and the newest problems.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(PortalDbContext db, TimeProvider clock, IStringLocalizer<Portal> T) : PageModel
{
    private const int Cards = 6;

    // The line shows what moves the round on; the round table is one evening within the matching.
    private static readonly RoundStepKind[] Hidden = [RoundStepKind.RoundTable];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public Round? Round { get; private set; }

    public PublicFigures Figures { get; private set; } = new(0, 0);

    public FirstSeason FirstSeason { get; } = SeasonFile.Known.FirstSeason;

    public IReadOnlyList<ProblemCard> Problems { get; private set; } = [];

    /// <summary>The next deadline, none when both are past.</summary>
    public RoundStep? NextDeadline => Round?.Steps.Where(step => step.IsDeadline && step.EndsAt > Now).MinBy(step => step.EndsAt);

    /// <summary>What the round is doing: of the steps that run the one that began last.</summary>
    public RoundStep? RunningStep => Round?.Steps.Where(step => step.StartsAt <= Now && Now < step.EndsAt).MaxBy(step => step.StartsAt);

    public IEnumerable<StepLine> Line => (Round?.Steps ?? []).Where(step => !Hidden.Contains(step.Kind)).OrderBy(step => step.Kind).Select(step => new StepLine(
        Words.KeyOf(step.Kind),
        step.EndsAt <= Now ? StepState.Done : step.StartsAt <= Now ? StepState.Now : StepState.Todo,
        T.WhenShort(step) + (step.Tentative ? " *" : "")));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AnyAsync(cancellation) ? await db.Rounds.AsNoTracking().CurrentAsync(Now, cancellation) : null;
        var shown = db.Problems.AsNoTracking().Where(problem => ProblemStatuses.Public.Contains(problem.Status));
        Figures = new PublicFigures(
            await shown.CountAsync(cancellation), await shown.Select(problem => problem.OrganisationId).Distinct().CountAsync(cancellation));
        Problems = await (
            from problem in db.Problems.AsNoTracking()
            where problem.Status == ProblemStatus.Listed
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby problem.ListedAt descending, problem.Code descending
            select new ProblemCard(
                problem.Code!, problem.Content.Title, problem.Content.Summary, organisation.Name, problem.IsPublicIssue, problem.Content.Readiness,
                problem.Content.Technology, problem.Content.Industry, problem.Content.DataSetType, problem.Content.IncentiveCash,
                problem.Content.Vacancies, problem.Content.Internships,
                db.Entries.Count(entry => entry.ProblemId == problem.Id && entry.Status != EntryStatus.Withdrawn && entry.Status != EntryStatus.Declined)))
            .Take(Cards).ToListAsync(cancellation);
    }
}

/// <summary>What the database counts for the public.</summary>
public sealed record PublicFigures(int Problems, int Organisations);

/// <summary>A problem on a card.</summary>
public sealed record ProblemCard(
    string Code, string Title, string Summary, string Organisation, bool IsPublicIssue, DataReadiness Readiness, string Technology, string Industry,
    string DataSetType, Twd Cash, int Vacancies, int Internships, int Teams)
{
    public string ReadinessTone => Readiness == DataReadiness.Complete ? "good" : "warm";
}
