using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rounds;
using AigoPortal.Web.Components;
using AigoPortal.Web.Files;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Pages.Review;

/// <summary>What a reviewer reads of an entry.</summary>
public sealed record Dossier(
    string Code, ProblemContent Problem, string Organisation, string Team, IReadOnlyList<string> Members, string Text, DateTimeOffset? ReceivedAt, IReadOnlyList<ListedFile> Files);

internal static class Dossiers
{
    /// <summary>The problem, the team and the submission that counts for the stage.</summary>
    public static async Task<Dossier> DossierAsync(this PortalDbContext db, Guid entryId, ReviewStage stage, CancellationToken cancel)
    {
        var found = await (
            from entry in db.Entries.AsNoTracking()
            join problem in db.Problems on entry.ProblemId equals problem.Id
            join organisation in db.Organisations on problem.OrganisationId equals organisation.Id
            join team in db.Teams on entry.TeamId equals team.Id
            where entry.Id == entryId
            select new { entry.Code, problem.Content, Organisation = organisation.Name, Team = team.Name, entry.TeamId }).FirstAsync(cancel);
        var members = await (
            from member in db.TeamMembers.AsNoTracking()
            join person in db.People on member.PersonId equals person.Id
            where member.TeamId == found.TeamId
            orderby member.JoinedAt
            select person.Name).ToListAsync(cancel);
        var submission = await (
            from one in db.Submissions.AsNoTracking()
            join file in db.Files on one.FileId equals file.Id
            where one.EntryId == entryId && one.Stage == stage
            orderby one.Number descending
            select new { one.Text, one.ReceivedAt, file.Id, file.Name, file.Size, file.Sha256 }).FirstOrDefaultAsync(cancel);
        return new Dossier(found.Code, found.Content, found.Organisation, found.Team, members, submission?.Text ?? "", submission?.ReceivedAt,
            submission is null ? [] : [new ListedFile(submission.Name, submission.Size, FileEndpoint.UrlOf(submission.Id), submission.Sha256)]);
    }
}
