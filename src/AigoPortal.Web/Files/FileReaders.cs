using AigoPortal.Data;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Entries;
using AigoPortal.Web.Pages.Poser;
using AigoPortal.Web.Postings;
using AigoPortal.Web.Problems;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Files;

/// <summary>Who may read a file: its uploader, the office (of a problem once it was handed in), and whoever may read the record it belongs to.</summary>
public static class FileReaders
{
    /// <summary>Whether the signed-in person, or a visitor, may read the file.</summary>
    public static async Task<bool> MayReadAsync(this PortalDbContext db, Guid fileId, CurrentPerson me, CancellationToken cancel)
    {
        var isOfPublicProblem = await db.Problems.AnyAsync(
            problem => ProblemStatuses.Public.Contains(problem.Status)
                && (problem.Content.BriefingFileId == fileId || problem.Attachments.Any(attachment => attachment.FileId == fileId && !attachment.MatchedOnly)), cancel);
        if (isOfPublicProblem)
        {
            return true;
        }

        return me.IsSignedIn
            && ((me.Is(Roles.Officer) && !await IsOfUnseenProblemAsync(db, fileId, cancel) && !await IsOfUnsentPitchAsync(db, fileId, cancel) && !await IsCvAsync(db, fileId, cancel))
                || (me.Is(Roles.Auditor) && await IsMoneyAsync(db, fileId, cancel))
                || (me.Is(Roles.Auditor) && await IsOfDossierAsync(db, fileId, cancel))
                || (me.Is(Roles.Auditor) && await db.EligibilityWaivers.AnyAsync(waiver => waiver.DocumentId == fileId, cancel))
                || await db.EligibilityWaivers.AnyAsync(waiver => waiver.DocumentId == fileId && waiver.PersonId == me.Id, cancel)
                || await db.Files.AnyAsync(file => file.Id == fileId && file.OwnerId == me.Id, cancel)
                || await IsOfMyOrganisationAsync(db, fileId, me.Id, cancel)
                || await IsOfMyPitchAsync(db, fileId, me.Id, cancel)
                || await IsOfMyEntryAsync(db, fileId, me.Id, cancel)
                || await IsOfMyConversationAsync(db, fileId, me.Id, cancel)
                || await IsOfMyApplicantAsync(db, fileId, me.Id, cancel)
                || await IsForMyMatchAsync(db, fileId, me.Id, cancel)
                || await IsForMyReviewAsync(db, fileId, me.Id, cancel)
                || await db.MentoredBy(me.Id).AnyAsync(problem => problem.Content.BriefingFileId == fileId, cancel));
    }

    // A draft is its organisation's own.
    private static Task<bool> IsOfUnseenProblemAsync(PortalDbContext db, Guid fileId, CancellationToken cancel) => db.Problems.AnyAsync(
        problem => problem.SubmittedAt == null && (problem.Content.BriefingFileId == fileId || problem.Attachments.Any(attachment => attachment.FileId == fileId)), cancel);

    // A pitch that is being written is its team's own.
    private static Task<bool> IsOfUnsentPitchAsync(PortalDbContext db, Guid fileId, CancellationToken cancel) =>
        db.PitchDrafts.AnyAsync(draft => draft.Attachments.Any(attachment => attachment.FileId == fileId), cancel);

    private static Task<bool> IsOfMyPitchAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => (
        from draft in db.PitchDrafts
        join member in db.TeamMembers on draft.TeamId equals member.TeamId
        where member.PersonId == personId && draft.Attachments.Any(attachment => attachment.FileId == fileId)
        select draft.Id).AnyAsync(cancel);

    private static Task<bool> IsMoneyAsync(PortalDbContext db, Guid fileId, CancellationToken cancel) => db.Milestones.SelectMany(milestone => milestone.Receipts).AnyAsync(receipt => receipt.FileId == fileId, cancel)
        .ContinueWithOr(() => db.Milestones.SelectMany(milestone => milestone.HandedPapers).AnyAsync(paper => paper.FileId == fileId, cancel))
        .ContinueWithOr(() => db.Entries.AnyAsync(entry => entry.Cooperation.PoserFileId == fileId || entry.Cooperation.TeamFileId == fileId || entry.Deliverables.FileId == fileId, cancel))
        .ContinueWithOr(() => db.DataAccesses.AnyAsync(access => access.FileId == fileId, cancel))
        .ContinueWithOr(() => db.CooperatingWith(fileId).AnyAsync(cancel));

    // What auditors find in an entry's dossier besides the money's own files.
    private static Task<bool> IsOfDossierAsync(PortalDbContext db, Guid fileId, CancellationToken cancel) => db.Entries.AnyAsync(
        entry => entry.Submissions.Any(submission => submission.FileId == fileId) || entry.Attachments.Any(attachment => attachment.FileId == fileId), cancel)
        .ContinueWithOr(() => db.Appeals.AnyAsync(appeal => appeal.FileId == fileId, cancel));

    private static Task<bool> IsOfMyOrganisationAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => (
        from problem in db.Problems
        join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
        where organisation.Contacts.Any(contact => contact.PersonId == personId)
        where problem.Content.BriefingFileId == fileId
            || problem.Attachments.Any(attachment => attachment.FileId == fileId)
            || db.Entries.Any(entry => entry.ProblemId == problem.Id
                && (entry.Cooperation.PoserFileId == fileId || entry.Cooperation.TeamFileId == fileId || entry.Deliverables.FileId == fileId
                    || (db.CooperatingWith(fileId).Contains(entry.Id) && !db.BeingCollected(fileId).Contains(entry.Id))
                    || entry.Submissions.Any(submission => submission.FileId == fileId)
                    || entry.Attachments.Any(attachment => attachment.FileId == fileId)
                    || db.DataAccesses.Any(access => access.EntryId == entry.Id && access.FileId == fileId)))
        select problem.Id).AnyAsync(cancel);

    private static Task<bool> IsOfMyEntryAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => (
        from entry in db.Entries
        join member in db.TeamMembers on entry.TeamId equals member.TeamId
        where member.PersonId == personId
        where entry.Cooperation.PoserFileId == fileId || entry.Cooperation.TeamFileId == fileId || entry.Deliverables.FileId == fileId
            || entry.Submissions.Any(submission => submission.FileId == fileId)
            || entry.Attachments.Any(attachment => attachment.FileId == fileId)
            || db.DataAccesses.Any(access => access.EntryId == entry.Id && access.FileId == fileId)
            || entry.Drafts.Any(draft => draft.FileId == fileId)
            || db.CooperatingWith(fileId).Contains(entry.Id)
            || db.Appeals.Any(appeal => appeal.EntryId == entry.Id && appeal.FileId == fileId)
            || db.Milestones.Any(milestone => milestone.EntryId == entry.Id && milestone.Receipts.Any(receipt => receipt.FileId == fileId))
            || db.Milestones.Any(milestone => milestone.EntryId == entry.Id && milestone.HandedPapers.Any(paper => paper.FileId == fileId))
        select entry.Id).AnyAsync(cancel);

    // With a message, for both sides of its entry.
    private static Task<bool> IsOfMyConversationAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => db.Messages.AnyAsync(
        message => message.Attachments.Any(attachment => attachment.FileId == fileId)
            && (db.OfMember(personId).Any(entry => entry.Id == message.EntryId) || db.EntriesFor(personId).Any(entry => entry.Id == message.EntryId)), cancel);

    // A CV is between its owner and the organisation; the office counts applications only (own).
    private static Task<bool> IsCvAsync(PortalDbContext db, Guid fileId, CancellationToken cancel) => db.JobApplications.AnyAsync(application => application.CvFileId == fileId, cancel);

    private static Task<bool> IsOfMyApplicantAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) =>
        db.ApplicationsFor(personId).AnyAsync(application => application.CvFileId == fileId, cancel);

    // Entries with the file among their signed copies, pictures of visits or deliverables.
    private static IQueryable<Guid> CooperatingWith(this PortalDbContext db, Guid fileId) =>
        db.CooperationPapers.Where(paper => paper.Signatures.Any(signature => signature.FileId == fileId)).Select(paper => paper.Id)
            .Concat(db.SiteVisits.Where(visit => visit.Photos.Any(photo => photo.FileId == fileId)).Select(visit => visit.EntryId))
            .Concat(db.DeliverySheets.Where(sheet => sheet.Parts.Any(part => part.FileId == fileId)).Select(sheet => sheet.Id));

    // Deliverables are the team's own until they are handed in.
    private static IQueryable<Guid> BeingCollected(this PortalDbContext db, Guid fileId) =>
        db.DeliverySheets.Where(sheet => sheet.Status == DeliveryStatus.Collecting && sheet.Parts.Any(part => part.FileId == fileId)).Select(sheet => sheet.Id);

    // What the poser keeps for matched teams.
    private static Task<bool> IsForMyMatchAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => (
        from entry in db.Entries
        join member in db.TeamMembers on entry.TeamId equals member.TeamId
        join problem in db.Problems on entry.ProblemId equals problem.Id
        where member.PersonId == personId && EntryStatuses.Matched.Contains(entry.Status)
        where problem.Attachments.Any(attachment => attachment.FileId == fileId)
        select entry.Id).AnyAsync(cancel);

    // A concept panel reads concepts; a proof panel also the proof and the deliverables once they are handed in.
    private static Task<bool> IsForMyReviewAsync(PortalDbContext db, Guid fileId, Guid personId, CancellationToken cancel) => (
        from review in db.OpenTo(personId)
        join entry in db.Entries on review.EntryId equals entry.Id
        join problem in db.Problems on entry.ProblemId equals problem.Id
        join panel in db.Panels on review.PanelId equals panel.Id
        where problem.Content.BriefingFileId == fileId
            || problem.Attachments.Any(attachment => attachment.FileId == fileId && !attachment.MatchedOnly)
            || entry.Submissions.Any(submission => submission.FileId == fileId && (submission.Stage == ReviewStage.Concept || panel.Stage == ReviewStage.Proof))
            || entry.Attachments.Any(attachment => attachment.FileId == fileId)
            || (panel.Stage == ReviewStage.Proof && db.DeliverySheets.Any(sheet =>
                sheet.Id == entry.Id && sheet.Status != DeliveryStatus.Collecting && sheet.Parts.Any(part => part.FileId == fileId)))
        select review.Id).AnyAsync(cancel);

    private static async Task<bool> ContinueWithOr(this Task<bool> first, Func<Task<bool>> second) => await first || await second();
}
