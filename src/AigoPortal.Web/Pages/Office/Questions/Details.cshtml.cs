using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Questions;

/// <summary>The office publishes a question with its answer, or hides it with a reason.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, ModerateQuestion moderate) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public HidingInput Input { get; set; } = new();

    public ProblemQuestion Question { get; private set; } = null!;

    public string ProblemCode { get; private set; } = "";

    public string ProblemTitle { get; private set; } = "";

    public string Asker { get; private set; } = "";

    public bool Can(QuestionAction action) => QuestionStatuses.Following(Question.Status, action) is not null;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var found = await (
            from question in db.ProblemQuestions
            join problem in db.Problems on question.ProblemId equals problem.Id
            join asker in db.People on question.AskerId equals asker.Id
            where question.Id == Id
            select new { question, problem.Code, problem.Content.Title, asker.Name }).FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return NotFound();
        }

        (Question, ProblemCode, ProblemTitle, Asker) = (found.question, found.Code!, found.Title, found.Name);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        await moderate.PublishAsync(Question, me.Actor, cancellation);
        Say("已公開，並通知提問人與關注的人。");
        return RedirectToPage("Index");
    }

    public async Task<IActionResult> OnPostHideAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is { } missing)
        {
            return missing;
        }

        if (!Check(new HidingInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await moderate.HideAsync(Question, Input.Reason, me.Actor, cancellation);
        Say("已設為不公開，並通知提問人。");
        return RedirectToPage("Index");
    }
}

/// <summary>Why a question is hidden.</summary>
public sealed class HidingInput
{
    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>Its shape.</summary>
public sealed class HidingInputValidator : AbstractValidator<HidingInput>
{
    public HidingInputValidator()
    {
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫出不公開的原因，會告訴提問人。");
        RuleFor(input => input.Reason).MaximumLength(1000).Sentence("最多 {0} 個字。", 1000);
    }
}
