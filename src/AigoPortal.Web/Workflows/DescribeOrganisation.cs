using AigoPortal.Data;
using AigoPortal.Domain.Problems;
using AigoPortal.Domain.Trail;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Workflows;

/// <summary>Corrects an organisation's name, kind and number; its problems follow its kind.</summary>
public sealed class DescribeOrganisation(PortalDbContext db)
{
    public async Task RunAsync(Organisation organisation, string name, OrganisationKind kind, string? companyNumber, Actor by, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        organisation.Describe(name, kind, companyNumber, by);
        await db.SaveChangesAsync(cancel);
        await FollowKindAsync(db, organisation, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>公共議題 follows the kind of its organisation, also when the kind is corrected later.</summary>
    public static Task FollowKindAsync(PortalDbContext db, Organisation organisation, CancellationToken cancel) =>
        db.Problems.Where(other => other.OrganisationId == organisation.Id && other.IsPublicIssue != organisation.IsPublicBody)
            .ExecuteUpdateAsync(set => set.SetProperty(other => other.IsPublicIssue, organisation.IsPublicBody), cancel);
}
