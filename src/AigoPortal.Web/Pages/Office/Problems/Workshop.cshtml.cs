using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Problems;

/// <summary>題目優化 as the office runs it: the four steps, the mentors, and what they advised.</summary>
public sealed class WorkshopModel(PortalDbContext db, CurrentPerson me, HoldWorkshop hold) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public WorkshopInput Input { get; set; } = new();

    public WorkshopSheet Sheet { get; private set; } = null!;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await WorkshopSheet.FindAsync(db, db.Problems.HandedIn().Where(problem => problem.Id == Id), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        Input.DoneOn ??= FirstShow ? TaipeiTime.DateOf(me.Now) : null;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostRecordAsync(CancellationToken cancellation)
    {
        if (!await db.Problems.HandedIn().AnyAsync(problem => problem.Id == Id, cancellation))
        {
            return NotFound();
        }

        if (!Check(new WorkshopRecordValidator(TaipeiTime.DateOf(me.Now)), Input))
        {
            return await AgainAsync(cancellation);
        }

        await hold.RecordAsync(Id, Input.Step!.Value, Input.DoneOn!.Value, Input.DoneBy, Input.Notes, me.Actor, cancellation);
        Say("已記下這一步。");
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        if (!await db.Problems.HandedIn().AnyAsync(problem => problem.Id == Id, cancellation))
        {
            return NotFound();
        }

        if (!Check(new MentorValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var mentor = await hold.InviteAsync(Id, Input.Email.Trim(), Input.Name.Trim(), Input.Kind!.Value, me.Actor, cancellation);
        Say("已寄出給 {0} 的邀請", mentor.Name);
        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostDismissAsync(Guid mentor, CancellationToken cancellation)
    {
        if (!await hold.DismissAsync(Id, mentor, me.Actor, cancellation))
        {
            return NotFound();
        }

        Say("業師已移除，留下的建議仍保留。");
        return RedirectToPage(new { id = Id });
    }
}

/// <summary>A step that was done, or a mentor to invite.</summary>
public sealed class WorkshopInput
{
    public WorkshopStep? Step { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string DoneBy { get; set => field = Written.Line(value); } = "";

    public string Notes { get; set => field = Written.Text(value); } = "";

    public string Email { get; set; } = "";

    public string Name { get; set; } = "";

    public MentorKind? Kind { get; set; }
}

/// <summary>A record says which step, when, by whom and what came of it.</summary>
public sealed class WorkshopRecordValidator : AbstractValidator<WorkshopInput>
{
    public WorkshopRecordValidator(DateOnly today)
    {
        RuleFor(input => input.Step).NotNull().WithMessage("請選擇步驟。").IsInEnum().WithMessage("請選擇步驟。");
        RuleFor(input => input.DoneOn).NotNull().WithMessage("請填寫日期。").LessThanOrEqualTo(today).WithMessage("日期不能在今天之後。");
        RuleFor(input => input.DoneBy).NotEmpty().WithMessage("請填寫主持或參加的人。").MaximumLength(200).Sentence("最多 {0} 個字。", 200);
        RuleFor(input => input.Notes).NotEmpty().WithMessage("請寫下這一步的結論。").MaximumLength(4000).Sentence("最多 {0} 個字。", 4000);
    }
}

/// <summary>A mentor is a person with an address.</summary>
public sealed class MentorValidator : AbstractValidator<WorkshopInput>
{
    public MentorValidator()
    {
        RuleFor(input => input.Email).MustBeEmail();
        RuleFor(input => input.Name).MustBeName();
        RuleFor(input => input.Kind).NotNull().WithMessage("請選擇類別。").IsInEnum().WithMessage("請選擇類別。");
    }
}
