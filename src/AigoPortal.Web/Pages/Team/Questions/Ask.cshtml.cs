using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Questions;

/// <summary>提問: a participant asks the poser; the public page of the problem posts here.</summary>
[EnableRateLimiting(RateLimits.Ask)]
public sealed class AskModel(PortalDbContext db, CurrentPerson me, AskQuestion ask) : PortalPage
{
    [FromRoute]
    public string ProblemCode { get; set => field = value.ToUpperInvariant(); } = ""; // made links are lower case

    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public string ProblemTitle { get; private set; } = "";

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var title = await db.Problems.Where(problem => problem.Code == ProblemCode && ProblemStatuses.Public.Contains(problem.Status))
            .Select(problem => problem.Content.Title).FirstOrDefaultAsync(cancellation);
        ProblemTitle = title ?? "";
        return title is null ? NotFound() : null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new QuestionInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (await ask.RunAsync(ProblemCode, Input.Text, me.Actor, cancellation) is null)
        {
            return NotFound();
        }

        Say("已送出提問。公開回答時會寄信給您。");
        return Redirect(Url.Content($"~/problems/{ProblemCode}"));
    }
}
