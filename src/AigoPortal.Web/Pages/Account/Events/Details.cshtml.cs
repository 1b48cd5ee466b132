using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Account.Events;

/// <summary>My registration for an event.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, RegisterForEvent register) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    public ProgrammeEvent Known { get; private set; } = null!;

    /// <summary>Null when I have not registered.</summary>
    public EventRegistration? Mine { get; private set; }

    /// <summary>My place in the waiting list, from 1.</summary>
    public int Place { get; private set; }

    public bool CanRegister => Mine is null or { Status: RegistrationStatus.Withdrawn } && EventRules.TakesRegistrations(Known, me.Now) is null;

    public bool CanWithdraw => Mine is { Status: not RegistrationStatus.Withdrawn } && Known.Status == EventStatus.Open && me.Now < Known.Plan.StartsAt;

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id && EventStatuses.Public.Contains(known.Status), cancellation) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        Mine = await db.EventRegistrations.AsNoTracking().FirstOrDefaultAsync(one => one.EventId == Id && one.PersonId == me.Id, cancellation);
        Place = Mine is { Status: RegistrationStatus.Waiting }
            ? 1 + await db.EventRegistrations.CountAsync(one => one.EventId == Id && one.Status == RegistrationStatus.Waiting && one.At < Mine.At, cancellation)
            : 0;
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public async Task<IActionResult> OnPostRegisterAsync(CancellationToken cancellation)
    {
        if (await register.RegisterAsync(Id, me.Actor, cancellation) is not { } status)
        {
            return NotFound();
        }

        if (status == RegistrationStatus.Registered)
        {
            Say("已完成報名");
        }
        else
        {
            Say("已排入候補名單，有名額時會寄信通知");
        }

        return RedirectToPage(new { id = Id });
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        if (await register.WithdrawAsync(Id, me.Actor, cancellation) is null)
        {
            return NotFound();
        }

        Say("已取消報名");
        return RedirectToPage(new { id = Id });
    }
}
