using System.Text.RegularExpressions;
using AigoPortal.Data;
using AigoPortal.Data.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

/// <summary>Both providers' migrations stand for the model; none of this connects to a server.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void TheModel_HasNoChangeWithoutAMigration(DatabaseProvider provider)
    {
        using var db = Context(provider);
        db.Database.HasPendingModelChanges().ShouldBeFalse("./add-migration <Name> adds it to both providers.");
    }

    [Fact]
    public void BothProviders_HaveTheSameMigrations()
    {
        using var postgres = Context(DatabaseProvider.Postgres);
        using var server = Context(DatabaseProvider.SqlServer);
        Names(postgres).ShouldBe(Names(server));
    }

    [Theory]
    [InlineData(DatabaseProvider.Postgres)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void TheScriptOfAllMigrations_MakesEveryTableAndHoldsEveryRule(DatabaseProvider provider)
    {
        using var db = Context(provider);
        var script = db.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        var model = db.GetService<IDesignTimeModel>().Model;
        foreach (var table in model.GetEntityTypes().Select(entity => entity.GetTableName()).OfType<string>().Distinct())
        {
            Regex.IsMatch(script, $"""CREATE TABLE (\[{table}\]|"{table}")""", RegexOptions.None, TimeSpan.FromSeconds(5)).ShouldBeTrue(table);
        }

        var rules = model.GetEntityTypes().SelectMany(entity => entity.GetCheckConstraints().Select(check => check.Name).OfType<string>()
            .Concat(entity.GetIndexes().Where(index => index.IsUnique).Select(index => index.GetDatabaseName()).OfType<string>())).Distinct().ToList();
        rules.Count.ShouldBeGreaterThan(25);
        rules.Where(rule => !script.Contains(rule, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static List<string> Names(PortalDbContext db) => [.. db.Database.GetMigrations().Select(name => name.Split('_', 2)[1])];

    private static PortalDbContext Context(DatabaseProvider provider)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(provider, provider == DatabaseProvider.SqlServer ? "Server=none" : "Host=none");
        return new PortalDbContext(options.Options);
    }
}
