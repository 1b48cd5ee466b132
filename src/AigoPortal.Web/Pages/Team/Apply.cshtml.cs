using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Teams;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Teams;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>申請解題: the team's pitch to the poser.</summary>
public sealed class ApplyModel(PortalDbContext db, CurrentPerson me, ApplyToSolve apply) : PortalPage
{
    [BindProperty]
    public PitchInput Input { get; set; } = new();

    [FromRoute]
    public string ProblemCode { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public AppliedProblem Problem { get; private set; } = null!;

    public Domain.Teams.Team? Team { get; private set; }

    public IReadOnlyList<MemberStanding> Members { get; private set; } = [];

    /// <summary>Everything that keeps the team from applying now.</summary>
    public IReadOnlyList<BrokenRule> Blocks { get; private set; } = [];

    /// <summary>Code of the entry when the team has applied already.</summary>
    public string? Applied { get; private set; }

    public DateTimeOffset Deadline { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from problem in db.Problems.AsNoTracking()
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.Code == ProblemCode && ProblemStatuses.Public.Contains(problem.Status)
            select new { Problem = problem, Organisation = organisation.Name }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        var (asked, content) = (found.Problem, found.Problem.Content);
        var round = await db.Rounds.AsNoTracking().FirstAsync(round => round.Id == asked.RoundId, cancellation);
        Problem = new AppliedProblem(content.Title, found.Organisation, content.Summary, Target(content), content.Resources, content.DataSetType, content.Readiness);
        Deadline = round.ConceptDeadline;
        Team = await db.Teams.AsNoTracking().OfPersonAsync(me.Id, round.Id, cancellation);
        if (Team is null)
        {
            Blocks = [ApplyToSolve.NoTeam()];
            return null;
        }

        Members = await db.StandingsAsync(Team, round, me.Now, cancellation);
        Applied = await db.Entries.Where(entry => entry.TeamId == Team.Id && entry.ProblemId == asked.Id).Select(entry => entry.Code).FirstOrDefaultAsync(cancellation);
        BrokenRule?[] rules =
        [
            Applied is null ? null : EntryRules.AppliedAlready(),
            EntryRules.ProblemIsListed(asked),
            EntryRules.DataAreUsable(asked),
            EntryRules.MatchingIsOpen(round, me.Now),
            TeamRules.IsLeader(Team, me.Id),
            TeamRules.HasItsSize(Team, round),
            .. Members.Select(member => member.Blocks),
        ];
        Blocks = [.. rules.OfType<BrokenRule>()];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new PitchInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var entry = await apply.RunAsync(ProblemCode, Input.ToPitch(), cancellation);
        Say("已申請，案號 {0}。出題單位會收到通知。", entry.Code);
        return Redirect(Url.Content($"~/team/entries/{entry.Code}"));
    }

    private string Target(ProblemContent content) => content.TargetValue is { } value
        ? $"{content.TargetMetric} {T.Word(content.TargetComparator)} {value:0.##} {content.TargetUnit}".Trim()
        : content.TargetMetric;
}

/// <summary>What the applicant reads of the problem while writing.</summary>
public sealed record AppliedProblem(
    string Title, string Organisation, string Summary, string Target, string Resources, string DataSetType, DataReadiness Readiness);
