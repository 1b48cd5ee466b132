using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>Everybody looks for a problem to solve.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    private const int PageSize = 12;
    private const int LongestSearch = 100;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Technology { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Industry { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public DataReadiness? Readiness { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool PublicIssue { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public Round Round { get; private set; } = null!;

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + PageSize - 1) / PageSize;

    public bool IsFiltered => Q.Length > 0 || Technology.Length > 0 || Industry.Length > 0 || Readiness is not null || PublicIssue;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Q = Written.Line(Q);
        Q = Q.Length > LongestSearch ? Q[..LongestSearch] : Q;
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        var found = Found();
        Count = await found.CountAsync(cancellation);
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Cards = await (
            from problem in found
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby problem.ListedAt descending, problem.Id descending
            select new Card(
                problem.Code!, problem.Content.Title, problem.Content.Summary, problem.Content.Technology, problem.Content.Industry,
                problem.Content.DataSetType, problem.Content.Readiness, organisation.Name, problem.IsPublicIssue, problem.Status,
                problem.Content.IncentiveCash, problem.Content.Vacancies, problem.Content.Internships,
                db.Entries.Count(entry => entry.ProblemId == problem.Id && entry.Status != EntryStatus.Withdrawn)))
            .Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    private IQueryable<Problem> Found()
    {
        var problems = db.Problems.Where(problem => problem.RoundId == Round.Id && ProblemStatuses.Public.Contains(problem.Status));
        if (Q.Length > 0)
        {
            var words = Q.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database lowers the letters; it knows no culture of ours
            problems = problems.Where(problem => problem.Content.Title.ToLower().Contains(words) || problem.Content.Summary.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
        }

        problems = Technology.Length == 0 ? problems : problems.Where(problem => problem.Content.Technology == Technology);
        problems = Industry.Length == 0 ? problems : problems.Where(problem => problem.Content.Industry == Industry);
        problems = Readiness is null ? problems : problems.Where(problem => problem.Content.Readiness == Readiness);
        return PublicIssue ? problems.Where(problem => problem.IsPublicIssue) : problems;
    }

    /// <summary>A problem on its card.</summary>
    public sealed record Card(
        string Code, string Title, string Summary, string Technology, string Industry, string DataSetType, DataReadiness Readiness, string Organisation,
        bool IsPublicIssue, ProblemStatus Status, Twd Cash, int Vacancies, int Internships, int Teams);
}
