using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Questions;

/// <summary>What was asked about my problems; what waits for an answer comes first.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    public IReadOnlyList<Line> Questions { get; private set; } = [];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var questions = await (
            from question in db.ProblemQuestions
            join problem in db.ProblemsOf(me.Id) on question.ProblemId equals problem.Id
            orderby question.AskedAt
            select new Line(question.Id, problem.Code!, question.Text, question.Status, question.AskedAt)).ToListAsync(cancellation);
        Questions = [.. questions.OrderBy(question => question.Status != QuestionStatus.Asked)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>A question in the list; nobody here learns who asked.</summary>
    public sealed record Line(Guid Id, string Code, string Text, QuestionStatus Status, DateTimeOffset AskedAt);
}
