using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Rules;
using AigoPortal.Domain.Trail;
using AigoPortal.Web.Rounds;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>What a poser wrote, with the organisation they write for.</summary>
/// <param name="OrganisationName">Its name.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Content">The problem's text.</param>
/// <param name="DataSets">Its data.</param>
/// <param name="Version">The version the poser started from; null for a new problem.</param>
public sealed record WrittenProblem(string OrganisationName, OrganisationKind Kind, ProblemContent Content, IReadOnlyList<DataSet> DataSets, Guid? Version);

/// <summary>Saves a draft; makes the poser's organisation with the first one, and corrects it with the others.</summary>
public sealed class WriteProblem(PortalDbContext db)
{
    public async Task<Problem> RunAsync(Guid? problemId, WrittenProblem written, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var problem = problemId is null ? null : await db.Problems.SingleAsync(problem => problem.Id == problemId, cancel);
        await RequireOwnBriefingAsync(problem, written.Content.BriefingFileId, by, cancel);
        var organisation = await OrganisationAsync(problem, written, by, cancel);
        if (problem is null)
        {
            problem = new Problem(await db.Rounds.CurrentAsync(by.At, cancel), organisation, written.Content, written.DataSets, by);
            db.Problems.Add(problem);
        }
        else
        {
            problem.Write(written.Content, written.DataSets, by);
            db.Entry(problem).Property(known => known.Version).OriginalValue = written.Version ?? problem.Version;
        }

        await db.SaveChangesAsync(cancel);

        // 公共議題 follows the kind of its organisation, also when the kind is corrected later.
        await db.Problems.Where(other => other.OrganisationId == organisation.Id && other.IsPublicIssue != organisation.IsPublicBody)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsPublicIssue, organisation.IsPublicBody), cancel);
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
            organisation = new Organisation(written.OrganisationName, written.Kind, by.PersonId, by);
            db.Organisations.Add(organisation);
        }
        else if (organisation.Name != written.OrganisationName || organisation.Kind != written.Kind)
        {
            organisation.Describe(written.OrganisationName, written.Kind, by);
        }

        return organisation;
    }

    // The form carries the file's id while a draft can't be saved yet; nobody may point it at somebody else's file.
    private async Task RequireOwnBriefingAsync(Problem? problem, Guid? fileId, Actor by, CancellationToken cancel)
    {
        var isOwn = fileId is null || fileId == problem?.Content.BriefingFileId
            || await db.Files.AnyAsync(file => file.Id == fileId && file.OwnerId == by.PersonId, cancel);
        Rule.Require(isOwn ? null : new BrokenRule("problem.briefing", "Briefing", "找不到這份簡報，請重新上傳。"));
    }
}
