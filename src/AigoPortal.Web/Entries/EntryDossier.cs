using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Files;
using AigoPortal.Domain.Ledger;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using AigoPortal.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Entries;

/// <summary>Whom an entry is about, in names.</summary>
public sealed record DossierParties(string RoundCode, string? ProblemCode, string Problem, string Organisation, string Team, Guid TeamId);

/// <summary>
/// Everything of an entry from its application to its last payment, as auditors read it and as it is taken away. Numbers of identity cards and accounts are not
/// in it, nor what reviewers wrote before a release.
/// </summary>
public sealed class EntryDossier
{
    private EntryDossier(Entry entry) => Entry = entry;

    /// <summary>The entry with its submissions and earlier pitches.</summary>
    public Entry Entry { get; }

    public DossierParties Parties { get; private set; } = null!;

    /// <summary>Decisions of panels that released them, the earliest first.</summary>
    public IReadOnlyList<RecordedDecision> Decisions { get; private set; } = [];

    public IReadOnlyList<Appeal> Appeals { get; private set; } = [];

    public CooperationPaper? Paper { get; private set; }

    public IReadOnlyList<DataAccessLine> DataAccesses { get; private set; } = [];

    public IReadOnlyList<SiteVisit> Visits { get; private set; } = [];

    public DeliverySheet? Delivery { get; private set; }

    public IReadOnlyList<Milestone> Milestones { get; private set; } = [];

    public IReadOnlyList<LedgerRow> Ledger { get; private set; } = [];

    /// <summary>What was done to the entry and what belongs to it, the earliest first.</summary>
    public IReadOnlyList<AuditEvent> Trail { get; private set; } = [];

    /// <summary>Every file of it.</summary>
    public IReadOnlyDictionary<Guid, StoredFile> Files { get; private set; } = new Dictionary<Guid, StoredFile>();

    /// <summary>Reads the dossier of an entry; null when there is no such entry.</summary>
    public static async Task<EntryDossier?> ReadAsync(PortalDbContext db, string code, CancellationToken cancel)
    {
        var entry = await db.Entries.AsNoTracking().Include(found => found.Submissions).Include(found => found.EarlierPitches).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.Code == code, cancel);
        if (entry is null)
        {
            return null;
        }

        var dossier = new EntryDossier(entry)
        {
            Parties = await (
                from problem in db.Problems
                join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
                join team in db.Teams on entry.TeamId equals team.Id
                join round in db.Rounds on entry.RoundId equals round.Id
                where problem.Id == entry.ProblemId
                select new DossierParties(round.Code, problem.Code, problem.Content.Title, organisation.Name, team.Name, team.Id)).FirstAsync(cancel),
            Decisions = await db.RecordedDecisionsAsync(entry.Id, cancel),
            Appeals = await db.Appeals.AsNoTracking().Where(appeal => appeal.EntryId == entry.Id).OrderBy(appeal => appeal.FiledAt).ToListAsync(cancel),
            Paper = await db.CooperationPapers.AsNoTracking().AsSplitQuery().FirstOrDefaultAsync(paper => paper.Id == entry.Id, cancel),
            DataAccesses = await db.DataAccessesOfAsync(entry.Id, cancel),
            Visits = await db.SiteVisits.AsNoTracking().AsSplitQuery().Where(visit => visit.EntryId == entry.Id).OrderBy(visit => visit.PlannedAt).ToListAsync(cancel),
            Delivery = await db.DeliverySheets.AsNoTracking().FirstOrDefaultAsync(sheet => sheet.Id == entry.Id && sheet.Status != DeliveryStatus.Collecting, cancel),
            Milestones = await db.Milestones.AsNoTracking().AsSplitQuery().Where(milestone => milestone.EntryId == entry.Id).OrderBy(milestone => milestone.Order).ToListAsync(cancel),
            Ledger = await db.Ledger.AsNoTracking().Where(row => row.EntryId == entry.Id).OrderBy(row => row.Sequence).ToListAsync(cancel),
        };
        await dossier.ReadTrailAsync(db, cancel);
        await dossier.ReadFilesAsync(db, cancel);
        return dossier;
    }

    /// <summary>A file as pages list it; null when it is none or gone.</summary>
    public ListedFile? FileOf(Guid? id) => id is { } known && Files.TryGetValue(known, out var file)
        ? new ListedFile(file.Name, file.Size, FileEndpoint.UrlOf(file.Id), file.Sha256)
        : null;

    private async Task ReadTrailAsync(PortalDbContext db, CancellationToken cancel)
    {
        List<Guid> subjects = [Entry.Id, .. Milestones.Select(milestone => milestone.Id), .. Visits.Select(visit => visit.Id), .. Appeals.Select(appeal => appeal.Id), .. DataAccesses.Select(access => access.Id)];
        Trail = await db.AuditEvents.AsNoTracking().Where(line => subjects.Contains(line.SubjectId)).OrderBy(line => line.At).ThenBy(line => line.Id).ToListAsync(cancel);
    }

    private async Task ReadFilesAsync(PortalDbContext db, CancellationToken cancel)
    {
        List<Guid> ids =
        [
            .. Entry.Attachments.Select(attachment => attachment.FileId), .. Entry.Submissions.Select(submission => submission.FileId),
            .. new[] { Entry.Cooperation.PoserFileId, Entry.Cooperation.TeamFileId, Entry.Deliverables.FileId }.OfType<Guid>(),
            .. Paper?.Signatures.Select(signature => signature.FileId) ?? [], .. Visits.SelectMany(visit => visit.Photos).Select(photo => photo.FileId),
            .. Delivery?.Parts.Select(part => part.FileId).OfType<Guid>() ?? [], .. Appeals.Select(appeal => appeal.FileId).OfType<Guid>(),
            .. Milestones.SelectMany(milestone => milestone.Receipts).Select(receipt => receipt.FileId),
        ];
        var accesses = DataAccesses.Select(access => access.Id).ToList();
        ids.AddRange(await db.DataAccesses.Where(access => accesses.Contains(access.Id)).Select(access => access.FileId).ToListAsync(cancel));
        Files = await db.Files.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancel);
    }
}
