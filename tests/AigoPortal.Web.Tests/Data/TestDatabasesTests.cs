using System.Data.Common;
using System.Globalization;
using AigoPortal.TestKit.Databases;
using Microsoft.Data.SqlClient;
using Npgsql;
using Shouldly;

namespace AigoPortal.Web.Tests.Data;

public sealed class TestDatabasesTests
{
    [Fact]
    public async Task Create_GivesEveryCallerAMigratedDatabaseOfItsOwn()
    {
        var migrations = 0;
        var databases = new TestDatabases(async database =>
        {
            Interlocked.Increment(ref migrations);
            // With a pool, as the portal's own connections have: it must not keep the template busy.
            await RunAsync(database with { ConnectionString = database.ConnectionString.Replace("Pooling=False", "Pooling=True", StringComparison.Ordinal) },
                "CREATE TABLE problem (title char(1))");
        });

        await using var one = await databases.CreateAsync();
        var copies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => databases.CreateAsync()));
        await RunAsync(one, "INSERT INTO problem VALUES ('A')");

        migrations.ShouldBe(one.Provider is TestDatabase.SqlServer ? 5 : 1); // SQL Server has no templates to copy
        Convert.ToInt64(await RunAsync(one, "SELECT count(*) FROM problem"), CultureInfo.InvariantCulture).ShouldBe(1);
        foreach (var copy in copies)
        {
            Convert.ToInt64(await RunAsync(copy, "SELECT count(*) FROM problem"), CultureInfo.InvariantCulture).ShouldBe(0);
            await copy.DisposeAsync();
            await Should.ThrowAsync<DbException>(() => RunAsync(copy, "SELECT 1"));
        }
    }

    private static async Task<object?> RunAsync(TestDatabase database, string sql)
    {
        await using DbConnection connection = database.Provider is TestDatabase.SqlServer
            ? new SqlConnection(database.ConnectionString)
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own statements
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }
}
