using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Mentor.Problems;

/// <summary>A mentor reads a problem they were invited to, and advises on its parts.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, HoldWorkshop hold) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AdviceInput Input { get; set; } = new();

    public ProblemSheet Sheet { get; private set; } = null!;

    public WorkshopSheet Workshop { get; private set; } = null!;

    /// <summary>What I advised; other mentors' advice is between them and the poser.</summary>
    public IEnumerable<Advice> Mine => Workshop.Advice.Where(advice => advice.MentorId == me.Id);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        var mine = db.MentoredBy(me.Id).Where(problem => problem.Id == Id);
        if (await ProblemSheet.FindAsync(db, mine, cancellation) is not { } sheet || await WorkshopSheet.FindAsync(db, mine, cancellation) is not { } workshop)
        {
            return NotFound();
        }

        (Sheet, Workshop) = (sheet, workshop);
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await db.MentoredBy(me.Id).AnyAsync(problem => problem.Id == Id, cancellation))
        {
            return NotFound();
        }

        if (!Check(new AdviceValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await hold.AdviseAsync(Id, Input.Part!.Value, Input.Text, me.Actor, cancellation);
        Say("建議已送出，並通知出題單位。");
        return RedirectToPage(new { id = Id });
    }
}

/// <summary>An advice on a part of the problem.</summary>
public sealed class AdviceInput
{
    public ProblemPart? Part { get; set; }

    public string Text { get; set => field = Written.Text(value); } = "";
}

/// <summary>Advice is on a part, in words.</summary>
public sealed class AdviceValidator : AbstractValidator<AdviceInput>
{
    public AdviceValidator()
    {
        RuleFor(input => input.Part).NotNull().WithMessage("請選擇建議的部分。").IsInEnum().WithMessage("請選擇建議的部分。");
        RuleFor(input => input.Text).NotEmpty().WithMessage("請寫下建議。").MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
    }
}
