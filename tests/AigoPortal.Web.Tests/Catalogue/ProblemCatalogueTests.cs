using AigoPortal.Data;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Problems;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using AigoPortal.Web.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Catalogue;

public class ProblemCatalogueTests(PortalHost host) : IClassFixture<PortalHost>
{
    private readonly Given _given = new(host);
    private readonly ProblemCatalogue _catalogue = new();

    [Fact]
    public async Task AChange_ThatIsNumberedEarlierAndSavedLater_IsSeenAllTheSame()
    {
        var (slow, quick) = (await PosedAsync(), await PosedAsync());
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        (await FoundAsync("改名")).ShouldBe(0);

        await RenameAsync(db, slow, "慢慢改名公司");
        await host.Db(other => RenameAsync(other, quick, "很快改名公司"));
        (await FoundAsync("改名")).ShouldBe(1);
        await transaction.CommitAsync();

        (await FoundAsync("改名")).ShouldBe(2);
    }

    [Fact]
    public async Task AChange_ThatIsTakenBack_IsNeverSeen()
    {
        var organisation = await PosedAsync();
        await host.Db(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await RenameAsync(db, organisation, "反悔公司");
            await transaction.RollbackAsync();
        });

        (await FoundAsync("反悔")).ShouldBe(0);
    }

    private Task<int> FoundAsync(string words) => host.Db(async db =>
        (await _catalogue.SearchAsync(db, new Wanted(words, new Dictionary<Facet, IReadOnlyCollection<string>>(), CatalogueOrder.Newest, [], 0, 12), CancellationToken.None)).Count);

    private async Task RenameAsync(PortalDbContext db, Organisation organisation, string name)
    {
        (await db.Organisations.SingleAsync(known => known.Id == organisation.Id)).Describe(name, OrganisationKind.Industry, null, _given.Portal());
        await db.SaveChangesAsync();
    }

    private async Task<Organisation> PosedAsync()
    {
        var poser = await _given.Person(Roles.Poser);
        var organisation = await _given.Organisation(poser);
        await _given.Problem(await _given.Round(), organisation, poser);
        return organisation;
    }
}
