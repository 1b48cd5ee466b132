using AigoPortal.Data;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Rounds;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Rounds;

/// <summary>The current round's schedule, as it is shown and enforced.</summary>
public sealed class IndexModel(PortalDbContext db, CurrentPerson me, ScheduleRound scheduleRound) : PortalPage
{
    [BindProperty]
    public ScheduleInput Input { get; set; } = new();

    public Round Round { get; private set; } = null!;

    public IEnumerable<SelectListItem> Precisions =>
    [
        new(T["到秒"].Value, nameof(StepPrecision.Instant)), new(T["到日"].Value, nameof(StepPrecision.Day)), new(T["只到月份"].Value, nameof(StepPrecision.Month)),
        new(T["月中旬"].Value, nameof(StepPrecision.MidMonth)), new(T["月下旬"].Value, nameof(StepPrecision.LateMonth)),
    ];

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        Round = await db.Rounds.AsNoTracking().CurrentAsync(me.Now, cancellation);
        if (FirstShow || Input.Steps.Count != ScheduleInput.Kinds.Count)
        {
            Input = ScheduleInput.Of(Round);
        }

        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Check(new ScheduleInputValidator(), Input))
        {
            return await AgainAsync(cancellation);
        }

        var round = await db.Rounds.CurrentAsync(me.Now, cancellation);
        if (round.Version != Input.Version)
        {
            Refuse("", "資料剛剛被其他人更新，請重新整理後再試一次。");
            return await AgainAsync(cancellation);
        }

        await scheduleRound.RunAsync(round, Input.ToSteps(), me.Actor, cancellation);
        Say("時程已儲存，網站立即照新的時間收件與截止");
        return RedirectToPage();
    }
}
