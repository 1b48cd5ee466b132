using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Public.Problems;

/// <summary>A public problem, for everybody.</summary>
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [FromRoute]
    public string Code { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    public ProblemSheet Sheet { get; private set; } = null!;

    public int Teams { get; private set; }

    public DateTimeOffset ConceptDeadline { get; private set; }

    /// <summary>Teams may still apply.</summary>
    public bool IsOpen => Sheet.Problem.Status == ProblemStatus.Listed && me.Now < ConceptDeadline;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var open = db.Problems.Where(problem => problem.Code == Code && ProblemStatuses.Public.Contains(problem.Status));
        if (await ProblemSheet.FindAsync(db, open, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Teams = await db.Entries.CountAsync(entry => entry.ProblemId == sheet.Problem.Id && entry.Status != EntryStatus.Withdrawn, cancellation);
        ConceptDeadline = (await db.Rounds.AsNoTracking().SingleAsync(round => round.Id == sheet.Problem.RoundId, cancellation)).ConceptDeadline;
        return Page();
    }
}
