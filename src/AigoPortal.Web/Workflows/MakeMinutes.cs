using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Files;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AigoPortal.Web.Workflows;

/// <summary>Prints a meeting's minutes: a draft for whoever asks until the meeting is over, then versions that are kept and never change.</summary>
public sealed class MakeMinutes(PortalDbContext db, FileStore store, IStringLocalizer<Portal> T)
{
    /// <summary>A draft in the reader's language; null when there is no meeting.</summary>
    public async Task<byte[]?> DraftAsync(Guid panelId, CancellationToken cancel)
    {
        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == panelId, cancel);
        return await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == panelId, cancel) is { } meeting
            ? MinutesPdf.Write(await db.MinutesAsync(panel, meeting, cancel), null, T)
            : null;
    }

    /// <summary>Keeps the minutes as they stand as a new version, in Chinese: they are the record that is signed.</summary>
    public async Task KeepAsync(Guid panelId, Actor by, CancellationToken cancel)
    {
        var panel = await db.Panels.AsNoTracking().FirstAsync(panel => panel.Id == panelId, cancel);
        var meeting = await db.Meetings.FirstAsync(meeting => meeting.PanelId == panelId, cancel);
        Domain.Rules.Rule.Require(MeetingRules.HasEnded(meeting.Status));
        var minutes = await db.MinutesAsync(panel, meeting, cancel);
        var number = meeting.Minutes.Count + 1;
        using var pdf = new MemoryStream(InChinese(() => MinutesPdf.Write(minutes, number, T)));
        var (sha256, size) = await store.SaveAsync(pdf, cancel);
        var file = new StoredFile(string.Create(CultureInfo.InvariantCulture, $"minutes-{minutes.RoundCode}-v{number}.pdf"), FileKind.Pdf.ContentType, size, sha256, by.PersonId, by.At);
        db.Files.Add(file);
        meeting.Keep(file.Id, sha256, by);
        await db.SaveChangesAsync(cancel);
    }

    private static byte[] InChinese(Func<byte[]> write)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.Chinese);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
