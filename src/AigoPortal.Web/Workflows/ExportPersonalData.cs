using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Web.Reviews;
using AigoPortal.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Everything the portal keeps about a person, as JSON, written part by part (個人資料保護法第 3 條：查詢、閱覽、複製本).</summary>
public sealed class ExportPersonalData(PortalDbContext db, CurrentPerson me)
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Notes the export in the audit trail and writes my data.</summary>
    public async Task WriteAsync(Stream to, CancellationToken cancel)
    {
        db.Record(me.Actor, "person.export", me.Id);
        await db.SaveChangesAsync(cancel);
        var person = await db.People.AsNoTracking().Include(known => known.Skills).Include(known => known.Consents).AsSplitQuery().FirstAsync(known => known.Id == me.Id, cancel);
        await using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true, Encoder = Shape.Encoder });
        json.WriteStartObject();
        json.WriteString("exportedAt", me.Now);
        await PartAsync(json, "profile", Profile(person), cancel);
        await PartAsync(json, "consents", person.Consents.OrderBy(consent => consent.Version), cancel);
        foreach (var (name, rows) in Parts(person))
        {
            await PartAsync(json, name, await rows, cancel);
        }

        json.WriteEndObject();
    }

    private static object Profile(Person person) => new
    {
        person.Id,
        person.Name,
        person.Email,
        person.Affiliation,
        person.BirthDate,
        person.Nationality,
        person.Gender,
        person.Language,
        person.RegisteredAt,
        Skills = person.Skills.Select(skill => new { skill.Kind, skill.Name, skill.Level }),
        person.Works,
        person.Links,
        Search = person.SearchesSince is null ? null : new { person.Brings, person.LooksFor, person.SearchesSince },
    };

    private static async Task PartAsync(Utf8JsonWriter json, string name, object content, CancellationToken cancel)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(content, Shape)); // the serialiser itself would flush synchronously
        await json.FlushAsync(cancel);
    }

    private IEnumerable<(string Name, Task<object> Rows)> Parts(Person person)
    {
        var address = person.Email.ToLowerInvariant();
        yield return ("teams", Rows(
            from member in db.TeamMembers
            join team in db.Teams on member.TeamId equals team.Id
            join round in db.Rounds on team.RoundId equals round.Id
            where member.PersonId == me.Id
            select new { Round = round.Code, team.Name, team.Introduction, Leads = team.LeaderId == me.Id, member.JoinedAt }));
        yield return ("invitations", Rows(
            from invitation in db.TeamInvitations
            join team in db.Teams on invitation.TeamId equals team.Id
            where invitation.PersonId == me.Id || invitation.Email == address || invitation.Email == person.Email
            select new { Team = team.Name, invitation.InvitedAt, invitation.ExpiresAt, invitation.Status, invitation.AnsweredAt }));
        yield return ("joinRequests", Rows(
            from request in db.JoinRequests
            join team in db.Teams on request.TeamId equals team.Id
            where request.PersonId == me.Id
            select new { Team = team.Name, request.Word, request.AskedAt, request.Status, request.AnsweredAt }));
        yield return ("eligibilityExceptions", Rows(
            from waiver in db.EligibilityWaivers
            where waiver.PersonId == me.Id
            select new { waiver.Rule, waiver.Reason, waiver.GrantedAt, waiver.RevokedAt, waiver.RevokeReason }));
        yield return ("entries", Rows(
            from entry in db.Entries
            join member in db.TeamMembers on entry.TeamId equals member.TeamId
            join problem in db.Problems on entry.ProblemId equals problem.Id
            where member.PersonId == me.Id
            select new { entry.Code, Problem = problem.Content.Title, entry.Status, entry.AppliedAt, entry.Pitch }));
        yield return ("receipts", Rows(
            from submission in db.Submissions
            join entry in db.Entries on submission.EntryId equals entry.Id
            join member in db.TeamMembers on entry.TeamId equals member.TeamId
            where member.PersonId == me.Id
            select new { Entry = entry.Code, submission.Stage, submission.Number, submission.ReceivedAt, submission.FileSha256, submission.TextSha256 }));
        yield return ("eventRegistrations", Rows(
            from registration in db.EventRegistrations
            join known in db.Events on registration.EventId equals known.Id
            where registration.PersonId == me.Id
            select new { known.Plan.Title, known.Plan.StartsAt, registration.Status }));
        yield return ("questions", Rows(
            from question in db.ProblemQuestions
            join problem in db.Problems on question.ProblemId equals problem.Id
            where question.AskerId == me.Id
            select new { Problem = problem.Code, question.Text, question.AskedAt, question.Answer, question.Status }));
        yield return ("follows", Rows(
            from follow in db.ProblemFollows
            join problem in db.Problems on follow.ProblemId equals problem.Id
            where follow.PersonId == me.Id
            select new { Problem = problem.Code, follow.FollowedAt }));
        yield return ("messages", Rows(
            from message in db.Messages
            join entry in db.Entries on message.EntryId equals entry.Id
            where message.AuthorId == me.Id
            orderby message.At
            select new { Entry = entry.Code, message.At, message.Text, message.RetractedAt }));
        yield return ("jobApplications", Rows(
            from application in db.JobApplications
            join posting in db.Postings on application.PostingId equals posting.Id
            where application.PersonId == me.Id
            select new { Posting = posting.Content.Title, application.AppliedAt, application.Letter, application.Status, application.Answer }));
        yield return ("payee", Rows(
            from payee in db.PayeeProfiles
            where payee.Id == me.Id
            select new { payee.TaxStatus, IdNumber = payee.IdNumberHint, payee.Address, payee.BankCode, Account = payee.AccountHint, payee.ConfirmedAt }));
        yield return ("appeals", Rows(
            from appeal in db.Appeals
            join entry in db.Entries on appeal.EntryId equals entry.Id
            where appeal.FiledBy == me.Id
            select new { Entry = entry.Code, appeal.Stage, appeal.FiledAt, appeal.Reasons, appeal.Status, appeal.Answer, appeal.AnsweredAt }));
        yield return ("panels", Rows(
            from panel in db.Panels
            from member in panel.Members
            where member.PersonId == me.Id
            select new { panel.Name, member.Kind, member.Status, member.InvitedAt, member.AnsweredAt, member.TermsVersion, member.Ties }));
        yield return ("reviews", Rows( // what the reviewer steps back from stays unnamed
            from review in db.OpenTo(me.Id).AsNoTracking()
            join entry in db.Entries on review.EntryId equals entry.Id
            select new { Entry = entry.Code, review.Status, review.Scores, review.Comment, review.Note, review.SubmittedAt }));
        yield return ("payments", Rows(
            from row in db.Ledger
            where row.PayeeId == me.Id
            select new { row.Date, row.EntryCode, row.MilestoneName, Gross = row.Gross.Dollars, Tax = row.Tax.Dollars, Net = row.Net.Dollars, row.VoucherNumber }));
        yield return ("letters", Rows(
            from letter in db.Letters
            where letter.To == person.Email
            orderby letter.WrittenAt
            select new { letter.WrittenAt, letter.Subject, letter.Body, letter.Status }));
        yield return ("acts", Rows(
            from act in db.AuditEvents
            where act.PersonId == me.Id
            orderby act.At
            select new { act.At, act.Verb, act.SubjectKind, act.SubjectId, act.Why, act.Origin }));
    }

    private static async Task<object> Rows<T>(IQueryable<T> rows) => await rows.ToListAsync();
}
