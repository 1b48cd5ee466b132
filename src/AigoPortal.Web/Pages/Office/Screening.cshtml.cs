using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office;

/// <summary>The queue of problems that wait for the office, oldest first.</summary>
public sealed class ScreeningModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<Waiting> Queue { get; private set; } = [];

    public int Listed { get; private set; }

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var now = me.Now;
        var rows = await (
            from problem in db.Problems
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            where problem.Status == ProblemStatus.Submitted || problem.Status == ProblemStatus.Optimising
            orderby problem.SubmittedAt, problem.Id
            select new { problem.Id, problem.Code, problem.Content.Title, organisation.Name, problem.Status, problem.Content.Readiness, problem.SubmittedAt }).ToListAsync(cancellation);
        Queue = [.. rows.Select(row => new Waiting(row.Id, row.Code!, row.Title, row.Name, row.Status, row.Readiness, row.SubmittedAt, (now - row.SubmittedAt!.Value).Days))];
        Listed = await db.Problems.CountAsync(problem => problem.Status == ProblemStatus.Listed, cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>A problem in the queue.</summary>
    public sealed record Waiting(Guid Id, string Code, string Title, string Organisation, ProblemStatus Status, DataReadiness Readiness, DateTimeOffset? SubmittedAt, int Days);
}
