using AigoPortal.Data.Postgres.Embedded;
using Npgsql;

namespace AigoPortal.TestKit.Databases;

/// <summary>The PostgreSQL of this test process: the one it was given, or an embedded one that leaves nothing behind.</summary>
internal static class PostgresTestServer
{
    private const string FolderPrefix = "aigo-test-postgres-";
    private static readonly Lazy<Task<string>> Server = new(StartAsync);

    /// <summary>Migrates one database, from which the others are copied.</summary>
    public static async Task<Template> CreateTemplateAsync(Func<TestDatabase, Task> migrate)
    {
        var server = await Server.Value;
        var name = TestDatabase.NewName();
        await RunAsync(server, $"CREATE DATABASE {name}");
        await migrate(new TestDatabase(TestDatabase.Postgres, Named(server, name, pooling: false)));
        // A template can't be copied while anybody, or anybody's pool, is connected to it.
        await RunAsync(server, $"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false");
        await RunAsync(server, $"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '{name}'");
        return new Template(server, name);
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("AIGO_TEST_POSTGRES") is { Length: > 0 } given)
        {
            return given;
        }

        await RemoveStaleAsync();
        var folder = Path.Combine(Path.GetTempPath(), $"{FolderPrefix}{Guid.NewGuid():N}");
        var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = folder, Durable = false, MaxConnections = 300 });
        ServerUndertaker.WaitFor(server);
        return server.ConnectionString("postgres");
    }

    // A machine that went down left its folder; one that a living run uses is left alone.
    private static async Task RemoveStaleAsync()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), $"{FolderPrefix}*"))
        {
            try
            {
                await EmbeddedPostgres.TryRemoveAsync(folder);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or EmbeddedPostgresException)
            {
                // Another account's, or another run is removing it right now.
            }
        }
    }

    private static string Named(string server, string database, bool pooling = true) =>
        new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = pooling }.ConnectionString;

    private static async Task RunAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(Named(server, "postgres", pooling: false));
        await connection.OpenAsync();
#pragma warning disable CA2100 // the statement names a database that this class has named
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>A migrated database nobody connects to.</summary>
    internal sealed class Template(string server, string name)
    {
        public async Task<TestDatabase> CopyAsync()
        {
            var copy = TestDatabase.NewName();
            await RunAsync(server, $"CREATE DATABASE {copy} TEMPLATE {name}");
            return new TestDatabase(TestDatabase.Postgres, Named(server, copy)) { Drop = () => DropAsync(copy) };
        }

        private async ValueTask DropAsync(string copy)
        {
            using (var pool = new NpgsqlConnection(Named(server, copy)))
            {
                NpgsqlConnection.ClearPool(pool);
            }

            await RunAsync(server, $"DROP DATABASE IF EXISTS {copy} WITH (FORCE)");
        }
    }
}
