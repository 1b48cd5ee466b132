using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team;

/// <summary>關注: begins or ends following a problem; shown to nobody, it goes back to the problem.</summary>
public sealed class FollowModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public string ProblemCode { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    /// <summary>Whoever pressed twice at once is back there too.</summary>
    public override Task<IActionResult?> LoadAsync(CancellationToken cancellation) => Task.FromResult<IActionResult?>(Back());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) is null ? NotFound() : Back();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } problemId)
        {
            return NotFound();
        }

        if (!await Mine(problemId).AnyAsync(cancellation))
        {
            db.ProblemFollows.Add(new ProblemFollow(problemId, me.Id, me.Now));
            await db.SaveChangesAsync(cancellation);
        }

        Say("已關注。有新的問與答、期限變更或結束收件時會寄信給您。");
        return Back();
    }

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is not { } problemId)
        {
            return NotFound();
        }

        await Mine(problemId).ExecuteDeleteAsync(cancellation);
        Say("已取消關注。");
        return Back();
    }

    private RedirectResult Back() => Redirect(Url.Content($"~/problems/{ProblemCode}"));

    private IQueryable<ProblemFollow> Mine(Guid problemId) => db.ProblemFollows.Where(follow => follow.ProblemId == problemId && follow.PersonId == me.Id);

    private Task<Guid?> FindAsync(CancellationToken cancellation) => db.Problems
        .Where(problem => problem.Code == ProblemCode && ProblemStatuses.Public.Contains(problem.Status)).Select(problem => (Guid?)problem.Id).FirstOrDefaultAsync(cancellation);
}
