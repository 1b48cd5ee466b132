using AigoPortal.Data;
using AigoPortal.Domain.Awards;
using AigoPortal.Domain.Entries;
using AigoPortal.Domain.Money;
using AigoPortal.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Team.Entries;

/// <summary>What the record page shows of an entry, and nothing else.</summary>
public sealed record EntryRecord(
    Guid Id, string Code, string Problem, string? ProblemCode, string Organisation, string ContactName, string Team, int TeamSize, bool Leads,
    EntryStatus Status, EntryStatus PreviousStatus, DateTimeOffset AppliedAt, string? Answer, DateTimeOffset? AnsweredAt, DateTimeOffset? ConfirmedAt, string? Mediation,
    CooperationDocument Cooperation, VisitOutcome SiteVisit, Deliverables Deliverables, AwardLevel? Level, Twd Committed,
    string? ConceptFeedback, string? ProofFeedback, string? EndReason, Guid RoundId, Guid RoundVersion, Guid ProblemId, bool HasConfidential, bool HasDataAccess, int Unread,
    IReadOnlyList<ReceiptLine> Receipts);

/// <summary>A receipt's line.</summary>
public sealed record ReceiptLine(Guid Id, ReviewStage Stage, int Number, DateTimeOffset ReceivedAt);

/// <summary>An awarded amount.</summary>
public sealed record AwardLine(Guid Id, AwardTier Tier, string Name, ReleaseCondition Condition, Twd Amount, MilestoneStatus Status, DateTimeOffset? EvidenceDueAt);

/// <summary>
/// Two queries, compiled once: this is the page teams open most, and each way to the database costs more than the rest of it.
/// The parts are built from their columns, because a part named as a whole brings the entry's pitch along.
/// </summary>
internal static class EntryRecords
{
    public static readonly Func<PortalDbContext, string, Guid, CancellationToken, Task<EntryRecord?>> Find = EF.CompileAsyncQuery(
        (PortalDbContext db, string code, Guid personId, CancellationToken _) => (
            from entry in db.Entries.AsNoTracking().AsSingleQuery()
            join member in db.TeamMembers on new { entry.RoundId, entry.TeamId, PersonId = personId } equals new { member.RoundId, member.TeamId, member.PersonId }
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            join round in db.Rounds on entry.RoundId equals round.Id
            where entry.Code == code
            select new EntryRecord(
                entry.Id, entry.Code, problem.Content.Title, problem.Code, organisation.Name, problem.Content.ContactName,
                team.Name, team.Members.Count, team.LeaderId == personId,
                entry.Status, entry.PreviousStatus, entry.AppliedAt, entry.Answer, entry.AnsweredAt, entry.ConfirmedAt, entry.Mediation,
                new CooperationDocument(
                    entry.Cooperation.PoserFileId, entry.Cooperation.PoserUploadedAt, entry.Cooperation.TeamFileId,
                    entry.Cooperation.TeamUploadedAt, entry.Cooperation.CheckedBy, entry.Cooperation.CheckedAt),
                new VisitOutcome(entry.SiteVisit.VisitedOn, entry.SiteVisit.Visitor, entry.SiteVisit.Notes, entry.SiteVisit.Passed, entry.SiteVisit.RecordedAt),
                new Deliverables(entry.Deliverables.FileId, entry.Deliverables.Note, entry.Deliverables.HandedInAt, entry.Deliverables.AcceptedAt),
                entry.Level, entry.Committed, entry.ConceptFeedback, entry.ProofFeedback, entry.EndReason, round.Id, round.Version,
                problem.Id, problem.Content.Confidential != "" || problem.Attachments.Any(attachment => attachment.MatchedOnly),
                db.DataAccesses.Any(access => access.EntryId == entry.Id),
                db.Messages.Count(message => message.EntryId == entry.Id && message.AuthorId != personId && message.RetractedAt == null
                    && !db.ReadMarks.Any(mark => mark.EntryId == entry.Id && mark.PersonId == personId && mark.Number >= message.Number)),
                entry.Submissions.OrderByDescending(submission => submission.ReceivedAt)
                    .Select(submission => new ReceiptLine(submission.Id, submission.Stage, submission.Number, submission.ReceivedAt)).ToList())).FirstOrDefault());

    public static readonly Func<PortalDbContext, Guid, IAsyncEnumerable<AwardLine>> Awards = EF.CompileAsyncQuery(
        (PortalDbContext db, Guid entryId) => db.Milestones.AsNoTracking().AsSingleQuery().Where(milestone => milestone.EntryId == entryId)
            .OrderBy(milestone => milestone.Order)
            .Select(milestone => new AwardLine(
                milestone.Id, milestone.Tier, milestone.Name, milestone.Condition, milestone.Amount, milestone.Status, milestone.EvidenceDueAt)));
}
