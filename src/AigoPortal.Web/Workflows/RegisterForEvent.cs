using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>People register for an event and give up; each is told by letter where they stand, also who moves up by it.</summary>
public sealed class RegisterForEvent(PortalDbContext db, Letters letters)
{
    /// <summary>Registers the actor.</summary>
    /// <returns>Whether there was a place; otherwise the person waits. Null when there is no such public event.</returns>
    public Task<RegistrationStatus?> RegisterAsync(Guid eventId, Actor by, CancellationToken cancel) => AloneAsync(eventId, async known =>
    {
        var registration = known.Register(by.PersonId, by);
        await TellAsync(known, [registration], by.At, cancel);
        return registration.Status;
    }, cancel);

    /// <summary>Takes the actor's registration back.</summary>
    /// <returns>Null when there is no such public event.</returns>
    public Task<RegistrationStatus?> WithdrawAsync(Guid eventId, Actor by, CancellationToken cancel) => AloneAsync(eventId, async known =>
    {
        await TellAsync(known, known.Withdraw(by.PersonId, by), by.At, cancel);
        return RegistrationStatus.Withdrawn;
    }, cancel);

    /// <summary>Tells people where their registration stands; the caller saves.</summary>
    public async Task TellAsync(ProgrammeEvent known, IReadOnlyList<EventRegistration> registrations, DateTimeOffset at, CancellationToken cancel)
    {
        var ids = registrations.Select(one => one.PersonId).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancel);
        foreach (var registration in registrations)
        {
            var letter = registration.Status == RegistrationStatus.Registered
                ? new LetterText("已報名「{0}」", "您在「{0}」有名額了，時間是 {1}，地點：{2}。不克前來時請取消報名，讓候補的人遞補。", Link(known), known.Plan.Title, known.Plan.StartsAt, known.Plan.Venue)
                : new LetterText("「{0}」候補中", "「{0}」已額滿，您排在候補名單；有人取消時依序遞補，並寄信通知您。時間是 {1}，地點：{2}。", Link(known), known.Plan.Title, known.Plan.StartsAt, known.Plan.Venue);
            letters.Write(people[registration.PersonId], letter, at);
        }
    }

    /// <summary>Where a person sees and changes a registration.</summary>
    public static string Link(ProgrammeEvent known) => $"/account/events/{known.Id}";

    private async Task<RegistrationStatus?> AloneAsync(Guid eventId, Func<ProgrammeEvent, Task<RegistrationStatus>> act, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // Changing the event's row first makes others who register wait here until this one is counted.
        await db.Events.Where(known => known.Id == eventId).ExecuteUpdateAsync(set => set.SetProperty(known => known.Taken, known => known.Taken), cancel);
        var known = await db.Events.Include(known => known.Registrations)
            .FirstOrDefaultAsync(known => known.Id == eventId && EventStatuses.Public.Contains(known.Status), cancel);
        if (known is null)
        {
            return null;
        }

        var status = await act(known);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return status;
    }
}
