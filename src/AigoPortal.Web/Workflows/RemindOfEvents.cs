using AigoPortal.Data;
using AigoPortal.Domain.Events;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The day before an event, a letter to everybody with a place; each event once.</summary>
public sealed class RemindOfEvents(PortalDbContext db, Letters letters)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(24);

    /// <summary>Writes what is due.</summary>
    /// <returns>The number of letters.</returns>
    public async Task<int> RunAsync(Actor by, CancellationToken cancel)
    {
        var soon = by.At + Ahead;
        var due = await db.Events.Include(known => known.Registrations)
            .Where(known => known.Status == EventStatus.Open && known.RemindedAt == null && known.Plan.StartsAt > by.At && known.Plan.StartsAt <= soon).ToListAsync(cancel);
        var written = 0;
        foreach (var known in due)
        {
            var ids = known.Remind(by).Select(one => one.PersonId).ToList();
            foreach (var person in await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToListAsync(cancel))
            {
                letters.Write(person, new LetterText("明天見：{0}", "「{0}」就要開始了，時間是 {1}，地點：{2}。不克前來時請取消報名，讓候補的人遞補。",
                    RegisterForEvent.Link(known), known.Plan.Title, known.Plan.StartsAt, known.Plan.Venue), by.At);
                written++;
            }

            await db.SaveChangesAsync(cancel); // the event's version: of two nodes one writes
        }

        return written;
    }
}
