using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>Every problem that was begun, by state.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public ProblemStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + PageSize - 1) / PageSize;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var problems = Status is null ? db.Problems : db.Problems.Where(problem => problem.Status == Status);
        Count = await problems.CountAsync(cancellation);
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Lines = await (
            from problem in problems.OrderByDescending(problem => problem.SavedAt).ThenBy(problem => problem.Id).Skip((P - 1) * PageSize).Take(PageSize)
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby problem.SavedAt descending, problem.Id
            select new Line(problem.Id, problem.Code, problem.Content.Title, organisation.Name, problem.Status, problem.SavedAt,
                db.Entries.Count(entry => entry.ProblemId == problem.Id && entry.Status != EntryStatus.Withdrawn))).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>A problem in the list.</summary>
    public sealed record Line(Guid Id, string? Code, string Title, string Organisation, ProblemStatus Status, DateTimeOffset SavedAt, int Teams);
}
