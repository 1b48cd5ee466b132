using Microsoft.Data.SqlClient;

namespace AigoPortal.TestKit.Databases;

/// <summary>The SQL Server the tests were given. It knows no templates: every database is migrated by itself.</summary>
internal static class SqlServerTestServer
{
    public static async Task<TestDatabase> CreateAsync(string server, Func<TestDatabase, Task> migrate)
    {
        var name = TestDatabase.NewName();
        var connection = new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;
        await RunAsync(server, $"CREATE DATABASE [{name}]");
        var database = new TestDatabase(TestDatabase.SqlServer, connection) { Drop = () => DropAsync(server, connection, name) };
        try
        {
            await migrate(database);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    private static async ValueTask DropAsync(string server, string connection, string name)
    {
        using (var pool = new SqlConnection(connection))
        {
            SqlConnection.ClearPool(pool);
        }

        await RunAsync(server, $"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
    }

    private static async Task RunAsync(string server, string sql)
    {
        var master = new SqlConnectionStringBuilder(server) { InitialCatalog = "master", Pooling = false };
        await using var connection = new SqlConnection(master.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // the statement names a database that this class has named
        await using var command = new SqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
