using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Mentor;

/// <summary>A mentor's home: the problems they were invited to.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<Line> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var mine = me.Id;
        Problems = await (
            from problem in db.MentoredBy(mine)
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            orderby problem.Status == ProblemStatus.Optimising ? 0 : 1, problem.Code
            select new Line(problem.Id, problem.Code, problem.Content.Title, organisation.Name, problem.Status,
                db.Workshops.Where(workshop => workshop.Id == problem.Id).SelectMany(workshop => workshop.Advice).Count(advice => advice.MentorId == mine),
                db.Workshops.Where(workshop => workshop.Id == problem.Id).SelectMany(workshop => workshop.Advice).Count(advice => advice.MentorId == mine && advice.Status != AdviceStatus.Pending)))
            .ToListAsync(cancellation);
        return Page();
    }

    /// <summary>A problem to advise on.</summary>
    public sealed record Line(Guid Id, string? Code, string Title, string Organisation, ProblemStatus Status, int Given, int Answered);
}
