using AigoPortal.Data;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>What a poser wrote, with the organisation they write for.</summary>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="CompanyNumber">Its 統一編號, if it is a company and said it.</param>
/// <param name="Content">The problem's text.</param>
/// <param name="DataSets">Its data.</param>
/// <param name="Attachments">Its files beside the briefing.</param>
/// <param name="Version">The version the poser started from; null for a new problem.</param>
public sealed record WrittenProblem(
    string OrganisationName, OrganisationKind Kind, string? CompanyNumber, ProblemContent Content, IReadOnlyList<DataSet> DataSets,
    IReadOnlyList<(Guid FileId, bool MatchedOnly)> Attachments, Guid? Version);

/// <summary>Saves a draft; makes the poser's organisation with the first one, and corrects it with the others.</summary>
public sealed class WriteProblem(PortalDbContext db)
{
    public async Task<Problem> RunAsync(Guid? problemId, WrittenProblem written, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var problem = problemId is null ? null : await db.Problems.SingleAsync(problem => problem.Id == problemId, cancel);
        await RequireOwnFilesAsync(problem, written, by, cancel);
        var organisation = await OrganisationAsync(problem, written, by, cancel);
        if (problem is null)
        {
            problem = new Problem(await db.Rounds.CurrentAsync(by.At, cancel), organisation, written.Content, written.DataSets, by);
            problem.Attach(written.Attachments, by);
            db.Problems.Add(problem);
        }
        else
        {
            // Read here and held as the concurrency token too, so that nobody comes between.
            Rule.Require(ProblemRules.CanBeWritten(problem.Status));
            Rule.Require(written.Version == problem.Version ? null : BrokenConstraints.ChangedByAnother());
            problem.Write(written.Content, written.DataSets, by);
            problem.Attach(written.Attachments, by);
        }

        await db.SaveChangesAsync(cancel);
        await DescribeOrganisation.FollowKindAsync(db, organisation, cancel);
        await transaction.CommitAsync(cancel);
        return problem;
    }

    private async Task<Organisation> OrganisationAsync(Problem? problem, WrittenProblem written, Actor by, CancellationToken cancel)
    {
        var organisation = problem is null
            ? await db.Organisations.Where(known => known.Contacts.Any(contact => contact.PersonId == by.PersonId)).OrderBy(known => known.Id).FirstOrDefaultAsync(cancel)
            : await db.Organisations.SingleAsync(known => known.Id == problem.OrganisationId, cancel);
        if (organisation is null)
        {
            organisation = new Organisation(written.OrganisationName, written.Kind, by.PersonId, by, written.CompanyNumber);
            db.Organisations.Add(organisation);
        }
        else if (organisation.Name != written.OrganisationName || organisation.Kind != written.Kind
            || (organisation.CompanyNumber != written.CompanyNumber && organisation.Kind == OrganisationKind.Industry))
        {
            organisation.Describe(written.OrganisationName, written.Kind, written.CompanyNumber, by);
        }

        return organisation;
    }

    // The form carries the files' ids while a draft can't be saved yet; nobody may point them at somebody else's file.
    private async Task RequireOwnFilesAsync(Problem? problem, WrittenProblem written, Actor by, CancellationToken cancel)
    {
        var known = problem is null ? [] : problem.Attachments.Select(attachment => attachment.FileId).Append(problem.Content.BriefingFileId ?? Guid.Empty).ToList();
        var briefing = written.Content.BriefingFileId is { } id && !known.Contains(id) ? id : (Guid?)null;
        var others = written.Attachments.Select(file => file.FileId).Distinct().Except(known).ToList();
        var asked = others.Append(briefing ?? Guid.Empty).ToList();
        var own = await db.Files.Where(file => asked.Contains(file.Id) && file.OwnerId == by.PersonId).Select(file => file.Id).ToListAsync(cancel);
        Rule.Require(briefing is null || own.Contains(briefing.Value) ? null : new BrokenRule("problem.briefing", "Briefing", "找不到這份簡報，請重新上傳。"));
        Rule.Require(others.TrueForAll(own.Contains) ? null : new BrokenRule("problem.attachment", "More", "找不到其中一個附件，請重新上傳。"));
    }
}
