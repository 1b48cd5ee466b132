using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Questions;

/// <summary>Questions by state; at first those whose answer waits to be published.</summary>
public sealed class IndexModel(PortalDbContext db) : PortalPage
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public QuestionStatus? Status { get; set; } = QuestionStatus.Answered;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int P { get; set; } = 1;

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => (Count + PageSize - 1) / PageSize;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var questions = Status is null ? db.ProblemQuestions : db.ProblemQuestions.Where(question => question.Status == Status);
        Count = await questions.CountAsync(cancellation);
        P = Math.Clamp(P, 1, Math.Max(1, Pages));
        Lines = await (
            from question in questions
            join problem in db.Problems on question.ProblemId equals problem.Id
            orderby question.AskedAt, question.Id
            select new Line(question.Id, problem.Code!, problem.Content.Title, question.Text, question.Status, question.AskedAt))
            .Skip((P - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    /// <summary>A question in the list.</summary>
    public sealed record Line(Guid Id, string Code, string Title, string Text, QuestionStatus Status, DateTimeOffset AskedAt);
}
