using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Questions;

/// <summary>What I asked, and what became of it.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<Asked> Questions { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Questions = await (
            from question in db.ProblemQuestions
            join problem in db.Problems on question.ProblemId equals problem.Id
            where question.AskerId == me.Id
            orderby question.AskedAt descending
            select new Asked(
                problem.Code!, problem.Content.Title, question.Text, question.Status, question.AskedAt,
                question.Status == QuestionStatus.Published ? question.Answer : null, question.Reason)).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>One of my questions; its answer once it is published.</summary>
    public sealed record Asked(string Code, string Title, string Text, QuestionStatus Status, DateTimeOffset AskedAt, string? Answer, string? Reason);
}
