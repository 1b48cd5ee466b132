using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Jobs;

/// <summary>My applications: what became of them, and my answer to an offer.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, ApplyForJob apply) : PortalPage
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Lines = await (
            from application in db.JobApplications
            join posting in db.Postings on application.PostingId equals posting.Id
            join organisation in db.Organisations on posting.OrganisationId equals organisation.Id
            where application.PersonId == me.Id
            orderby application.AppliedAt descending
            select new Line(application.Id, posting.Id, posting.Content.Title, organisation.Name, application.Status, application.AppliedAt, application.Answer)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAcceptAsync(Guid application, CancellationToken cancellation)
    {
        if (!await apply.AcceptAsync(application, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("已接受錄取，出題單位會與您聯絡");
        return Redirect(Url.Content("~/team/jobs"));
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid application, CancellationToken cancellation)
    {
        if (!await apply.WithdrawAsync(application, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("應徵已撤回");
        return Redirect(Url.Content("~/team/jobs"));
    }

    /// <summary>One of my applications.</summary>
    public sealed record Line(Guid Id, Guid PostingId, string Title, string Organisation, ApplicationStatus Status, DateTimeOffset AppliedAt, string? Answer);
}
