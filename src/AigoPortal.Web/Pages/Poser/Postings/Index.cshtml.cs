using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Postings;

/// <summary>An organisation's internships and vacancies, and what its problems promised and has no posting yet.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    /// <summary>Problems that a posting may be offered with.</summary>
    public IReadOnlyList<(Guid Id, string Title)> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Lines = await (
            from posting in db.PostingsOf(me.Id)
            join problem in db.Problems on posting.ProblemId equals problem.Id
            orderby posting.CreatedAt descending
            select new Line(posting.Id, posting.Content.Title, posting.Content.Kind, problem.Id, problem.Content.Title, posting.Status, posting.Taken, posting.Content.Openings, posting.Content.ApplyUntil,
                db.JobApplications.Count(application => application.PostingId == posting.Id && application.Status != ApplicationStatus.Withdrawn),
                db.JobApplications.Count(application => application.PostingId == posting.Id && application.Status == ApplicationStatus.Applied))).ToListAsync(cancellation);
        var problems = await db.ProblemsOf(me.Id).Where(problem => problem.Status != ProblemStatus.Draft && problem.Status != ProblemStatus.Rejected && problem.Status != ProblemStatus.Withdrawn)
            .OrderByDescending(problem => problem.SavedAt)
            .Select(problem => new { problem.Id, problem.Content.Title, problem.Content.Vacancies, problem.Content.Internships, problem.DataInternAskedAt }).ToListAsync(cancellation);
        Problems = [.. problems.Select(problem => (problem.Id, problem.Title))];
        Suggestions = SuggestPostings.Of(
            problems.Select(problem => (problem.Id, problem.Title, problem.Vacancies, problem.Internships, problem.DataInternAskedAt is not null)),
            Lines.Select(line => (line.ProblemId, line.Kind)).ToHashSet());
        return Page();
    }

    /// <summary>A posting in the list.</summary>
    public sealed record Line(
        Guid Id, string Title, PostingKind Kind, Guid ProblemId, string Problem, PostingStatus Status, int Taken, int Openings, DateTimeOffset? ApplyUntil, int Applications, int Waiting);
}
