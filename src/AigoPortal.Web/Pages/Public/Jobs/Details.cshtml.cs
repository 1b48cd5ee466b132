using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Postings;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Jobs;

/// <summary>An internship or a vacancy, for everybody.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Posting Posting { get; private set; } = null!;

    public string Organisation { get; private set; } = "";

    /// <summary>The problem, once it is public.</summary>
    public (string Code, string Title)? Problem { get; private set; }

    /// <summary>Where my application stands, if I applied.</summary>
    public ApplicationStatus? Mine { get; private set; }

    public bool TakesApplications => PostingRules.TakesApplications(Posting, me.Now) is null;

    public bool MayApply => me.Is(Roles.Participant) || !me.IsSignedIn;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var found = await (
            from posting in db.Postings
            join organisation in db.Organisations on posting.OrganisationId equals organisation.Id
            join problem in db.Problems on posting.ProblemId equals problem.Id
            where posting.Id == Id && posting.Status != PostingStatus.Draft
            select new { posting, organisation.Name, problem.Code, problem.Content.Title, IsPublic = ProblemStatuses.Public.Contains(problem.Status) }).AsNoTracking().FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Posting, Organisation) = (found.posting, found.Name);
        Problem = found.IsPublic ? (found.Code!, found.Title) : null;
        Mine = await db.JobApplications.Where(application => application.PostingId == Id && application.PersonId == me.Id)
            .Select(application => (ApplicationStatus?)application.Status).FirstOrDefaultAsync(cancellation);
        return Page();
    }
}
