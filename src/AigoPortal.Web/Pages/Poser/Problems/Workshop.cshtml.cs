using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Poser.Problems;

/// <summary>題目優化 as the poser lives it: answers advice, changes the problem, and keeps the change as a version.</summary>
public sealed class WorkshopModel(PortalDbContext db, CurrentPerson me, HoldWorkshop hold) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public WorkshopSheet Sheet { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await WorkshopSheet.FindAsync(db, db.ProblemsOf(me.Id).Where(problem => problem.Id == Id), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostAcceptAsync(Guid advice, CancellationToken cancellation) => AnswerAsync(advice, AdviceAction.Accept, () => Say("已採納，請修改題目後定版。"), cancellation);

    public Task<IActionResult> OnPostDeclineAsync(Guid advice, CancellationToken cancellation) => AnswerAsync(advice, AdviceAction.Decline, () => Say("已回覆業師。"), cancellation);

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        if (await db.ProblemsOf(me.Id).FirstOrDefaultAsync(problem => problem.Id == Id, cancellation) is not { } problem)
        {
            return NotFound();
        }

        if (!Check(new AnswerValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        problem.KeepChange(Input.Why, me.Actor);
        await db.SaveChangesAsync(cancellation);
        Say("已定版為第 {0} 版。", problem.LastVersion);
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult> AnswerAsync(Guid advice, AdviceAction action, Action say, CancellationToken cancellation)
    {
        if (!await db.ProblemsOf(me.Id).AnyAsync(problem => problem.Id == Id, cancellation)
            || !await db.Workshops.AnyAsync(workshop => workshop.Id == Id && workshop.Advice.Any(known => known.Id == advice), cancellation))
        {
            return NotFound();
        }

        Input.AdviceId = advice;
        if (!Check(new AnswerValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await hold.AnswerAsync(Id, advice, action, Input.Answer, me.Actor, cancellation);
        say();
        return RedirectToPage(new { id = Id });
    }
}

/// <summary>The poser's word on an advice, or on a change.</summary>
public sealed class AnswerInput
{
    /// <summary>The advice that is answered, so that a refused answer is shown at it again.</summary>
    public Guid? AdviceId { get; set; }

    public string Answer { get; set => field = Written.Text(value); } = "";

    public string Why { get; set => field = Written.Text(value); } = "";
}

/// <summary>Words are short.</summary>
public sealed class AnswerValidator : AbstractValidator<AnswerInput>
{
    public AnswerValidator()
    {
        RuleFor(input => input.Answer).MaximumLength(2000).Sentence("最多 {0} 個字。", 2000);
        RuleFor(input => input.Why).MaximumLength(1000).Sentence("最多 {0} 個字。", 1000);
    }
}
