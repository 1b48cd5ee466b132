using AigoPortal.Data;
using AigoPortal.Domain.Postings;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Postings;

/// <summary>A posting for its organisation: its applicants, and whether it is public.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public Posting Posting { get; private set; } = null!;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public bool Can(PostingAction action) => PostingStatuses.Following(Posting.Status, action) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.PostingsOf(me.Id).AsNoTracking().FirstOrDefaultAsync(posting => posting.Id == Id, cancellation) is not { } posting)
        {
            return NotFound();
        }

        Posting = posting;
        Lines = await db.JobApplications.Where(application => application.PostingId == Id).OrderBy(application => application.AppliedAt)
            .Select(application => new Line(application.Id, application.Name, application.Affiliation, application.Status, application.AppliedAt)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation) => ActAsync(posting => posting.Open(me.Actor), () => Say("已公開，參賽者可以應徵了"), cancellation);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) => ActAsync(posting => posting.Close(me.Actor), () => Say("已關閉，不再收應徵"), cancellation);

    private async Task<IActionResult> ActAsync(Action<Posting> act, Action say, CancellationToken cancellation)
    {
        if (await db.PostingsOf(me.Id).FirstOrDefaultAsync(posting => posting.Id == Id, cancellation) is not { } posting)
        {
            return NotFound();
        }

        act(posting);
        await db.SaveChangesAsync(cancellation);
        say();
        return Redirect(Url.Content($"~/poser/postings/{Id}"));
    }

    /// <summary>An applicant in the list.</summary>
    public sealed record Line(Guid Id, string Name, string? Affiliation, ApplicationStatus Status, DateTimeOffset AppliedAt);
}
