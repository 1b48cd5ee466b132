using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Pages.Shared;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>What a reviewer reads of an entry.</summary>
/// <param name="Code">The entry's code.</param>
/// <param name="Sheet">Its problem, without what is for matched teams.</param>
/// <param name="Team">The team's name; null where reviewers do not learn it.</param>
/// <param name="Members">Who is on the team; none where reviewers do not learn it.</param>
/// <param name="Submitted">What was handed in for the panel's stage.</param>
/// <param name="Concept">In the proof stage the concept it goes back to.</param>
/// <param name="Pitch">The parts of the pitch, without those about the team itself where reviewers do not learn who it is.</param>
/// <param name="PitchFiles">Files beside the pitch.</param>
/// <param name="Deliverables">In the proof stage what the team delivered.</param>
public sealed record Dossier(
    string Code, ProblemSheet Sheet, string? Team, IReadOnlyList<DossierMember> Members, DossierText? Submitted, DossierText? Concept,
    IReadOnlyList<(string Title, string Text)> Pitch, IReadOnlyList<DossierFile> PitchFiles, IReadOnlyList<DossierPart> Deliverables)
{
    /// <summary>Neither side knows the other.</summary>
    public bool IsBlind => Team is null;
}

/// <summary>A member of the team.</summary>
public sealed record DossierMember(string Name, string? Affiliation);

/// <summary>A submission.</summary>
public sealed record DossierText(string Text, DateTimeOffset ReceivedAt, DossierFile File);

/// <summary>A file with the name under which the reviewer gets it.</summary>
/// <param name="File">Name, size and address.</param>
/// <param name="View">Where it is looked at in the browser; null when it can only be downloaded.</param>
public sealed record DossierFile(ListedFile File, string? View);

/// <summary>A deliverable.</summary>
public sealed record DossierPart(string Name, string Link, string Note, DossierFile? File);

internal static class Dossiers
{
    // 過往實績 and AI 技術與應用專長 say who the team is.
    private const int PartsAboutTheTeam = 2;

    /// <summary>The problem, the team and the submission that counts for the stage, as far as the round lets reviewers know.</summary>
    public static async Task<Dossier> DossierAsync(this PortalDbContext db, Guid entryId, ReviewStage stage, CancellationToken cancel)
    {
        var found = await (
            from entry in db.Entries.AsNoTracking()
            join round in db.Rounds on entry.RoundId equals round.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Id == entryId
            select new { entry.Code, entry.ProblemId, entry.TeamId, entry.Pitch, Team = team.Name, round.Blindness }).FirstAsync(cancel);
        var blind = found.Blindness == Blindness.Double;
        var sheet = await ProblemSheet.FindAsync(db, db.Problems.Where(problem => problem.Id == found.ProblemId), cancel);
        var members = blind ? [] : await (
            from member in db.TeamMembers.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where member.TeamId == found.TeamId
            orderby member.JoinedAt
            select new DossierMember(person.Name, person.Affiliation)).ToListAsync(cancel);
        var named = blind ? await db.BlindNamesAsync(entryId, found.Code, cancel) : (_, name) => name;
        var isProof = stage == ReviewStage.Proof;
        return new Dossier(
            found.Code, sheet!, blind ? null : found.Team, members,
            await SubmittedAsync(db, entryId, stage, named, cancel),
            isProof ? await SubmittedAsync(db, entryId, ReviewStage.Concept, named, cancel) : null,
            [.. PitchParts.Of(found.Pitch).Skip(blind ? PartsAboutTheTeam : 0).Where(part => part.Text.Length > 0)],
            await PitchFilesAsync(db, entryId, named, cancel),
            isProof ? await DeliverablesAsync(db, entryId, named, cancel) : []);
    }

    private static async Task<DossierText?> SubmittedAsync(
        PortalDbContext db, Guid entryId, ReviewStage stage, Func<Guid, string, string> named, CancellationToken cancel)
    {
        var last = await (
            from one in db.Submissions.AsNoTracking()
            join file in db.Files on one.FileId equals file.Id
            where one.EntryId == entryId && one.Stage == stage
            orderby one.Number descending
            select new { one.Text, one.ReceivedAt, file.Id, file.Name, file.Size, file.Sha256 }).FirstOrDefaultAsync(cancel);
        return last is null ? null : new DossierText(last.Text, last.ReceivedAt, Listed(last.Id, last.Name, last.Size, last.Sha256, named));
    }

    private static async Task<IReadOnlyList<DossierFile>> PitchFilesAsync(PortalDbContext db, Guid entryId, Func<Guid, string, string> named, CancellationToken cancel) =>
    [
        .. (await (
            from attachment in db.Entries.Where(entry => entry.Id == entryId).SelectMany(entry => entry.Attachments)
            join file in db.Files on attachment.FileId equals file.Id
            orderby attachment.Order
            select new { file.Id, file.Name, file.Size }).ToListAsync(cancel)).Select(file => Listed(file.Id, file.Name, file.Size, null, named)),
    ];

    private static async Task<IReadOnlyList<DossierPart>> DeliverablesAsync(PortalDbContext db, Guid entryId, Func<Guid, string, string> named, CancellationToken cancel)
    {
        var parts = await (
            from part in db.DeliverySheets.Where(sheet => sheet.Id == entryId && sheet.Status != DeliveryStatus.Collecting).SelectMany(sheet => sheet.Parts)
            join file in db.Files on part.FileId equals (Guid?)file.Id into files
            from file in files.DefaultIfEmpty()
            where part.FileId != null || part.Link != ""
            orderby part.Order
            select new { part.Name, part.Link, part.Note, File = file == null ? null : new { file.Id, file.Name, file.Size } }).ToListAsync(cancel);
        return [.. parts.Select(part => new DossierPart(part.Name, part.Link, part.Note, part.File is { } file ? Listed(file.Id, file.Name, file.Size, null, named) : null))];
    }

    private static DossierFile Listed(Guid id, string name, long size, string? sha256, Func<Guid, string, string> named) =>
        new(new ListedFile(named(id, name), size, FileEndpoint.UrlOf(id), sha256), FileEndpoint.IsViewable(name) ? FileEndpoint.ViewUrlOf(id) : null);
}
