namespace AigoPortal.TestKit.Databases;

/// <summary>
/// Fresh databases for test classes, migrated by the given step. They live on SQL Server when AIGO_TEST_SQLSERVER names one,
/// else on the PostgreSQL that AIGO_TEST_POSTGRES names, else on an embedded PostgreSQL that this test process starts.
/// </summary>
public sealed class TestDatabases
{
    private readonly Func<TestDatabase, Task> _migrate;
    private readonly Lazy<Task<PostgresTestServer.Template>> _template;

    public TestDatabases(Func<TestDatabase, Task> migrate)
    {
        _migrate = migrate;
        _template = new(() => PostgresTestServer.CreateTemplateAsync(migrate));
    }

    private static string? SqlServer => Environment.GetEnvironmentVariable("AIGO_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    /// <summary>The kind of database this run tests.</summary>
    public static string Provider => SqlServer is null ? TestDatabase.Postgres : TestDatabase.SqlServer;

    /// <summary>A database of its own for the caller, empty but migrated.</summary>
    public async Task<TestDatabase> CreateAsync() => SqlServer is { } server
        ? await SqlServerTestServer.CreateAsync(server, _migrate)
        : await (await _template.Value).CopyAsync();
}
