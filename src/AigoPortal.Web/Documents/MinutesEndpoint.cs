using System.Globalization;
using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Files;
using AigoPortal.Web.Security;
using AigoPortal.Web.Workflows;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Documents;

/// <summary>Serves a meeting's minutes to the office and to auditors, and writes into the audit trail who took them.</summary>
public static class MinutesEndpoint
{
    /// <summary><c>GET /office/panels/{id}/minutes.pdf</c>: the draft until the meeting has ended, then the newest version or the one that is asked for.</summary>
    public static void MapMinutes(this WebApplication app) =>
        app.MapGet("/office/panels/{id:guid}/minutes.pdf", async (
            Guid id, string? version, PortalDbContext db, MakeMinutes make, FileStore store, CurrentPerson me, CancellationToken cancel) =>
        {
            if (await db.Meetings.AsNoTracking().FirstOrDefaultAsync(meeting => meeting.PanelId == id, cancel) is not { } meeting)
            {
                return Results.NotFound();
            }

            var kept = version is null
                ? meeting.Minutes.OrderBy(known => known.Number).LastOrDefault()
                : meeting.Minutes.FirstOrDefault(known => known.Number.ToString(CultureInfo.InvariantCulture) == version);
            if (kept is null && (version is not null || meeting.Status == MeetingStatus.Ended))
            {
                return Results.NotFound();
            }

            db.AuditEvents.Add(new AuditEvent(new Trace(me.Actor, "meeting.take-minutes", kept?.Sha256 ?? "draft"), nameof(Meeting), meeting.Id));
            await db.SaveChangesAsync(cancel);
            return kept is null
                ? Results.File((await make.DraftAsync(id, cancel))!, FileKind.Pdf.ContentType, "minutes-draft.pdf")
                : Results.Stream(store.Open(kept.Sha256), FileKind.Pdf.ContentType, string.Create(CultureInfo.InvariantCulture, $"minutes-v{kept.Number}.pdf"));
        }).RequireAuthorization(policy => policy.RequireRole(Roles.Officer, Roles.Auditor));
}
