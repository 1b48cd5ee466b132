using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Questions;

/// <summary>The poser answers a question about one of their problems.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public ProblemQuestion Question { get; private set; } = null!;

    public string ProblemCode { get; private set; } = "";

    public string ProblemTitle { get; private set; } = "";

    public bool MayAnswer => QuestionStatuses.Following(Question.Status, QuestionAction.Answer) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from question in db.ProblemQuestions
            join problem in db.ProblemsOf(me.Id) on question.ProblemId equals problem.Id
            where question.Id == Id
            select new { question, problem.Code, problem.Content.Title }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Question, ProblemCode, ProblemTitle) = (found.question, found.Code!, found.Title);
        if (FirstShow)
        {
            Input.Answer = Question.Answer ?? "";
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new AnswerInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        Question.Reply(Input.Answer, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已回答，計畫辦公室確認後公開。");
        return RedirectToPage("Index");
    }
}

/// <summary>What the poser answers.</summary>
public sealed class AnswerInput
{
    public string Answer { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class AnswerInputValidator : AbstractValidator<AnswerInput>
{
    public AnswerInputValidator()
    {
        RuleFor(input => input.Answer).NotEmpty().WithMessage("請寫下回答。");
        RuleFor(input => input.Answer).MaximumLength(QuestionRules.LongestText).Sentence("最多 {0} 個字。", QuestionRules.LongestText);
    }
}
