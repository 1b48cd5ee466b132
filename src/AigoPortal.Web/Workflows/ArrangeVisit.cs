using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Arranges a site visit between the office, the team and the poser; whoever is concerned is told. The caller saves.</summary>
public sealed class ArrangeVisit(PortalDbContext db, DrawUpCooperation sides, Letters letters)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>Times are proposed: the team chooses.</summary>
    public Task ProposedAsync(SiteVisit visit, Entry entry, DateTimeOffset at, CancellationToken cancel) => TellAsync(entry, PaperSide.Team,
        new LetterText("案號 {0}：請選訪視時間", "計畫辦公室提出了 {1} 個訪視時間，地點：{2}。請選一個，或說明其他可以的時間。", TeamLink(entry), entry.Code, visit.Slots.Count, visit.Plan.Place), at, cancel);

    /// <summary>A time is agreed: both sides know.</summary>
    public async Task AgreedAsync(SiteVisit visit, Entry entry, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var side in Enum.GetValues<PaperSide>())
        {
            await TellAsync(entry, side, new LetterText("案號 {0}：訪視時間 {1}", "訪視約在 {1}，地點：{2}，訪視人員：{3}。",
                Link(entry, side), entry.Code, visit.StartsAt!.Value, visit.Plan.Place, visit.Plan.Visitors), at, cancel);
        }
    }

    /// <summary>It is called off: both sides know.</summary>
    public async Task CancelledAsync(SiteVisit visit, Entry entry, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var side in Enum.GetValues<PaperSide>())
        {
            await TellAsync(entry, side, new LetterText("案號 {0}：訪視取消", "這次訪視取消了。原因：{1}", Link(entry, side), entry.Code, visit.CancelReason!), at, cancel);
        }
    }

    /// <summary>The day before an agreed visit, a letter to both sides; each visit once.</summary>
    /// <returns>The number of visits.</returns>
    public async Task<int> RemindAsync(Actor by, CancellationToken cancel)
    {
        var soon = by.At + Ahead;
        var due = await db.SiteVisits
            .Where(visit => visit.Status == VisitStatus.Confirmed && visit.RemindedAt == null && visit.StartsAt > by.At && visit.StartsAt <= soon).ToListAsync(cancel);
        foreach (var visit in due.Where(visit => visit.Remind(by)))
        {
            var entry = await db.Entries.AsNoTracking().SingleAsync(entry => entry.Id == visit.EntryId, cancel);
            foreach (var side in Enum.GetValues<PaperSide>())
            {
                await TellAsync(entry, side, new LetterText("案號 {0}：明天訪視", "訪視就要開始了，時間是 {1}，地點：{2}，訪視人員：{3}。",
                    Link(entry, side), entry.Code, visit.StartsAt!.Value, visit.Plan.Place, visit.Plan.Visitors), by.At, cancel);
            }

            await db.SaveChangesAsync(cancel); // the visit's version: of two nodes one writes
        }

        return due.Count;
    }

    private async Task TellAsync(Entry entry, PaperSide side, LetterText letter, DateTimeOffset at, CancellationToken cancel)
    {
        foreach (var person in await sides.PeopleAsync(entry, side, cancel))
        {
            letters.Write(person, letter, at);
        }
    }

    private static string Link(Entry entry, PaperSide side) => side == PaperSide.Team ? TeamLink(entry) : $"/poser/entries/{entry.Code}/progress";

    private static string TeamLink(Entry entry) => $"/team/entries/{entry.Code}/visits";
}
