using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Matching;

/// <summary>How the round's matching goes: which problems and which teams still look for the other side.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int Size = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public Round Round { get; private set; } = null!;

    public int Pages { get; private set; }

    /// <summary>Listed problems, and how many of them have a team.</summary>
    public (int All, int Matched) Problems { get; private set; }

    /// <summary>Teams, and how many of them have a problem.</summary>
    public (int All, int Matched) Teams { get; private set; }

    /// <summary>Applications whose poser has not answered.</summary>
    public int Waiting { get; private set; }

    /// <summary>Those without a team first, the longest wait before the others.</summary>
    public IReadOnlyList<SeekingProblem> Lines { get; private set; } = [];

    /// <summary>The newest teams that have applied nowhere, or nowhere with success.</summary>
    public IReadOnlyList<SeekingTeam> Seeking { get; private set; } = [];

    public DateTimeOffset Now => me.Now;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        var (entries, listed) = (
            db.Entries.Where(entry => entry.RoundId == Round.Id),
            db.Problems.Where(problem => problem.RoundId == Round.Id && problem.Status == ProblemStatus.Listed));
        var matched = entries.Where(entry => EntryStatuses.Matched.Contains(entry.Status));
        Problems = (await listed.CountAsync(cancellation), await listed.CountAsync(problem => matched.Any(entry => entry.ProblemId == problem.Id), cancellation));
        Teams = (
            await db.Teams.CountAsync(team => team.RoundId == Round.Id && team.Members.Any(), cancellation),
            await db.Teams.CountAsync(team => team.RoundId == Round.Id && matched.Any(entry => entry.TeamId == team.Id), cancellation));
        Waiting = await entries.CountAsync(entry => entry.Status == EntryStatus.Applied && entry.AnsweredAt == null, cancellation);
        Pages = Math.Max(1, (Problems.All + Size - 1) / Size);
        P = Math.Clamp(P, 1, Pages);
        Lines = await (
            from problem in listed
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            let oldest = entries.Where(entry => entry.ProblemId == problem.Id && entry.Status == EntryStatus.Applied && entry.AnsweredAt == null).Min(entry => (DateTimeOffset?)entry.AppliedAt)
            let teams = matched.Count(entry => entry.ProblemId == problem.Id)
            orderby teams > 0, oldest == null, oldest, problem.Code
            select new SeekingProblem(
                problem.Id, problem.Code!, problem.Content.Title, organisation.Name,
                entries.Count(entry => entry.ProblemId == problem.Id && entry.Status == EntryStatus.Applied && entry.AnsweredAt == null), oldest,
                entries.Count(entry => entry.ProblemId == problem.Id && entry.Status == EntryStatus.Applied && entry.AnsweredAt != null), teams))
            .Skip((P - 1) * Size).Take(Size).ToListAsync(cancellation);
        Seeking = await (
            from team in db.Teams
            join leader in db.People on team.LeaderId equals leader.Id
            where team.RoundId == Round.Id && team.Members.Any()
                && !entries.Any(entry => entry.TeamId == team.Id && (entry.Status == EntryStatus.Applied || EntryStatuses.Matched.Contains(entry.Status)))
            orderby team.FormedAt descending
            select new SeekingTeam(team.Id, team.Name, leader.Name, team.Members.Count, entries.Count(entry => entry.TeamId == team.Id && entry.Status == EntryStatus.Declined), team.FormedAt))
            .Take(Size).ToListAsync(cancellation);
        return Page();
    }
}

/// <summary>A listed problem and where its matching stands.</summary>
public sealed record SeekingProblem(Guid Id, string Code, string Title, string Organisation, int Waiting, DateTimeOffset? WaitingSince, int Accepted, int Matched);

/// <summary>A team without a problem.</summary>
public sealed record SeekingTeam(Guid Id, string Name, string Leader, int Members, int Declined, DateTimeOffset FormedAt);
