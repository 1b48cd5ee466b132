using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using AigoPortal.Web.Workflows;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Events;

/// <summary>Plans an event, or changes one.</summary>
public sealed class EditModel(PortalDbContext db, CurrentPerson me, RegisterForEvent register) : PortalPage
{
    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public EventInput Input { get; set; } = new();

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (Id is null)
        {
            return null;
        }

        if (await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, cancellation) is not { } known)
        {
            return NotFound();
        }

        Input = FirstShow ? EventInput.Of(known) : Input;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new EventInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        if (Id is null)
        {
            var planned = new ProgrammeEvent(await db.Rounds.CurrentAsync(me.Now, cancellation), Input.ToPlan(), me.Actor);
            db.Events.Add(planned);
            await db.SaveChangesAsync(cancellation);
            Say("活動已存檔，確認後再公布");
            return Redirect(Url.Content($"~/office/events/{planned.Id}"));
        }

        if (await db.Events.Include(known => known.Registrations).FirstOrDefaultAsync(known => known.Id == Id, cancellation) is not { } known)
        {
            return NotFound();
        }

        if (known.Version != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        await register.TellAsync(known, known.Change(Input.ToPlan(), me.Actor), me.Now, cancellation);
        await db.SaveChangesAsync(cancellation);
        Say("已儲存");
        return Redirect(Url.Content($"~/office/events/{known.Id}"));
    }
}

public sealed class EventInput
{
    public Guid Version { get; set; }

    public EventKind Kind { get; set; }

    public string Title { get; set; } = "";

    public string Description { get; set; } = "";

    public string Venue { get; set; } = "";

    public DateTimeOffset? StartsAt { get; set; }

    public DateTimeOffset? EndsAt { get; set; }

    public DateTimeOffset? RegistrationEndsAt { get; set; }

    public int? Capacity { get; set; }

    public static EventInput Of(ProgrammeEvent known) => new()
    {
        Version = known.Version,
        Kind = known.Plan.Kind,
        Title = known.Plan.Title,
        Description = known.Plan.Description,
        Venue = known.Plan.Venue,
        StartsAt = known.Plan.StartsAt,
        EndsAt = known.Plan.EndsAt,
        RegistrationEndsAt = known.Plan.RegistrationEndsAt,
        Capacity = known.Plan.Capacity,
    };

    public EventPlan ToPlan() => new()
    {
        Kind = Kind,
        Title = Title.Trim(),
        Description = Description.Trim(),
        Venue = Venue.Trim(),
        StartsAt = StartsAt!.Value,
        EndsAt = EndsAt!.Value,
        RegistrationEndsAt = RegistrationEndsAt!.Value,
        Capacity = Capacity!.Value,
    };
}

public sealed class EventInputValidator : AbstractValidator<EventInput>
{
    public EventInputValidator()
    {
        RuleFor(input => input.Kind).IsInEnum().WithMessage("請選擇類型");
        RuleFor(input => input.Title).NotEmpty().WithMessage("請填寫活動名稱").MaximumLength(200).Sentence("最多 {0} 個字", 200);
        RuleFor(input => input.Description).MaximumLength(4000).Sentence("最多 {0} 個字", 4000);
        RuleFor(input => input.Venue).NotEmpty().WithMessage("請填寫地點").MaximumLength(300).Sentence("最多 {0} 個字", 300);
        RuleFor(input => input.StartsAt).NotNull().WithMessage("請填寫開始時間");
        RuleFor(input => input.EndsAt).NotNull().WithMessage("請填寫結束時間");
        RuleFor(input => input.RegistrationEndsAt).NotNull().WithMessage("請填寫報名截止時間");
        RuleFor(input => input.Capacity).NotNull().WithMessage("請填寫名額").InclusiveBetween(1, 10_000).Sentence("名額要在 {0} 到 {1} 之間", 1, 10_000);
    }
}
