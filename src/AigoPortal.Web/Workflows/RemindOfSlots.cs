using AigoPortal.Data;
using AigoPortal.Domain.RoundTables;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using AigoPortal.Web.Teams;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>The day before a booked slot, a letter to the team and to the poser; each slot once.</summary>
public sealed class RemindOfSlots(PortalDbContext db, Letters letters)
{
    /// <summary>Writes what is due.</summary>
    /// <returns>The number of letters.</returns>
    public async Task<int> RunAsync(Actor by, CancellationToken cancel)
    {
        var soon = by.At + Slot.ReminderAhead;
        var due = await db.Slots.Where(slot => slot.Status == SlotStatus.Booked && slot.RemindedAt == null && slot.StartsAt > by.At && slot.StartsAt <= soon).ToListAsync(cancel);
        var written = 0;
        foreach (var slot in due.Where(slot => slot.Remind(by)))
        {
            var title = await db.Problems.Where(problem => problem.Id == slot.ProblemId).Select(problem => problem.Content.Title).SingleAsync(cancel);
            foreach (var member in await db.MembersOfAsync(slot.TeamId!.Value, cancel))
            {
                letters.Write(member, new LetterText("明天接洽：{0}", "題目「{0}」的接洽時段是 {1}，{2}。不克前往時請放棄預約，讓其他團隊使用。", "/team/slots", title, slot.StartsAt, slot.Place), by.At);
                written++;
            }

            foreach (var contact in await db.ContactsOfAsync(slot.OrganisationId, cancel))
            {
                letters.Write(contact, new LetterText("明天接洽：{0}", "有團隊預約了題目「{0}」的接洽時段：{1}，{2}。", BookSlot.Page(slot), title, slot.StartsAt, slot.Place), by.At);
                written++;
            }

            await db.SaveChangesAsync(cancel); // the slot's version: of two nodes one writes
        }

        return written;
    }
}
