using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.People;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Office.Events;

/// <summary>One event: who registered, who came, and the statistics the programme reports.</summary>
public sealed class DetailsModel(PortalDbContext db, CurrentPerson me, Letters letters) : PortalPage
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public AttendanceInput Input { get; set; } = new();

    public ProgrammeEvent Known { get; private set; } = null!;

    public IReadOnlyList<RegistrationLine> Lines { get; private set; } = [];

    public bool HasBegun => EventRules.HasBegun(Known, me.Now) is null;

    /// <summary>Those who came once that is noted, otherwise those with a place.</summary>
    public IReadOnlyList<Gender> Counted => [.. Lines.Where(line => IsNoted ? line.Attended == true : line.Status == RegistrationStatus.Registered).Select(line => line.Gender)];

    public bool IsNoted => Lines.Any(line => line.Attended is not null);

    public override async Task<IActionResult?> LoadAsync(CancellationToken cancellation)
    {
        if (await db.Events.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, cancellation) is not { } known)
        {
            return NotFound();
        }

        Known = known;
        var lines = await (
            from one in db.EventRegistrations.AsNoTracking()
            join person in db.People on one.PersonId equals person.Id
            where one.EventId == Id && one.Status != RegistrationStatus.Withdrawn
            orderby one.At
            select new RegistrationLine(person.Id, person.Name, person.Affiliation, person.Email, person.Gender, one.Status, one.At, one.Attended)).ToListAsync(cancellation);
        Lines = [.. lines.OrderBy(line => line.Status)];
        return null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ?? Page();

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation) => ActAsync(known =>
    {
        known.Publish(me.Actor);
        Say("活動已公布，開放報名");
        return Task.CompletedTask;
    }, cancellation);

    public Task<IActionResult> OnPostAttendanceAsync(CancellationToken cancellation) => ActAsync(known =>
    {
        known.NoteAttendance(Input.Present.ToHashSet(), me.Actor);
        Say("出席已登錄");
        return Task.CompletedTask;
    }, cancellation);

    public Task<IActionResult> OnPostHoldAsync(CancellationToken cancellation) => ActAsync(known =>
    {
        known.Hold(me.Actor);
        Say("活動已結案");
        return Task.CompletedTask;
    }, cancellation);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation) => ActAsync(async known =>
    {
        if (Input.Reason.Length > 1000)
        {
            Refuse("Input.Reason", "最多 {0} 個字", 1000);
            return;
        }

        var told = known.Cancel(Input.Reason.Trim(), me.Actor).Select(one => one.PersonId).ToList();
        foreach (var person in await db.People.AsNoTracking().Where(person => told.Contains(person.Id)).ToListAsync(cancellation))
        {
            letters.Write(person, new LetterText("「{0}」取消辦理", "「{0}」不辦了，很抱歉造成不便。原因：{1}", null, known.Plan.Title, Input.Reason.Trim()), me.Now);
        }

        Say("活動已取消，並寄信給報名的 {0} 人", told.Count);
    }, cancellation);

    private async Task<IActionResult> ActAsync(Func<ProgrammeEvent, Task> act, CancellationToken cancellation)
    {
        if (await db.Events.Include(known => known.Registrations).FirstOrDefaultAsync(known => known.Id == Id, cancellation) is not { } known)
        {
            return NotFound();
        }

        await act(known);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return Redirect(Url.Content($"~/office/events/{Id}"));
    }
}

/// <summary>Somebody who registered.</summary>
public sealed record RegistrationLine(Guid PersonId, string Name, string? Affiliation, string Email, Gender Gender, RegistrationStatus Status, DateTimeOffset At, bool? Attended);

public sealed class AttendanceInput
{
    public List<Guid> Present { get; set; } = [];

    public string Reason { get; set; } = "";
}
