using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Entries;

/// <summary>The cooperation document for the office: both sides' copies with their history; a copy is returned, a side is reminded.</summary>
public sealed class CooperationModel(
    PortalDbContext db, CurrentPerson me, DrawUpCooperation drawUp, ReturnSignature returnSignature, RemindOfSigning remind) : CooperationPage(db, me, drawUp)
{
    [BindProperty]
    public ReturnInput Input { get; set; } = new();

    public override string EntryUrl => $"~/office/entries/{Code}";

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (await Mine().FirstOrDefaultAsync(entry => entry.Code == Code, cancellation) is not { } entry)
        {
            return NotFound();
        }

        if (!Check(new ReturnInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        await returnSignature.RunAsync(entry, Input.Side!.Value, Input.Reason, cancellation);
        Say("已退回，並通知對方");
        return Redirect(Url.Content($"~/office/entries/{Code}/cooperation"));
    }

    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancellation)
    {
        if (!await Mine().AnyAsync(entry => entry.Code == Code, cancellation))
        {
            return NotFound();
        }

        Say("已寄出 {0} 封提醒", await remind.NowAsync(Code, Me.Actor, cancellation));
        return Redirect(Url.Content($"~/office/entries/{Code}/cooperation"));
    }

    protected override IQueryable<Entry> Mine() => Db.Entries;
}

/// <summary>Which copy is returned, and why.</summary>
public sealed class ReturnInput
{
    public PaperSide? Side { get; set; }

    public string Reason { get; set => field = Written.Text(value); } = "";
}

/// <summary>The shape of a return.</summary>
public sealed class ReturnInputValidator : AbstractValidator<ReturnInput>
{
    public ReturnInputValidator()
    {
        RuleFor(input => input.Side).Must(side => side is { } known && Enum.IsDefined(known)).WithMessage("請選擇退回哪一方。");
        RuleFor(input => input.Reason).NotEmpty().WithMessage("請寫明退回的原因，對方會看到。");
        RuleFor(input => input.Reason).MaximumLength(2000).Sentence("最多 {0} 個字", 2000);
    }
}
