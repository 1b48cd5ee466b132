using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AigoPortal.Data.Providers;

/// <summary>Which database the portal runs on; configuration key <c>Database:Provider</c>.</summary>
public enum DatabaseProvider
{
    /// <summary>The portal starts its own PostgreSQL: the default, for a first look, development and tests.</summary>
    Embedded,

    /// <summary>Microsoft SQL Server: production.</summary>
    SqlServer,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>The only place that knows which database it is.</summary>
public static class PortalDatabase
{
    /// <summary>The assembly with SQL Server's migrations.</summary>
    public const string SqlServerMigrations = "AigoPortal.Data.SqlServer";

    /// <summary>The assembly with PostgreSQL's migrations.</summary>
    public const string PostgresMigrations = "AigoPortal.Data.Postgres";

    /// <summary>Chooses the provider.</summary>
    /// <param name="options">The context's options.</param>
    /// <param name="provider">Which database.</param>
    /// <param name="connection">Its connection string.</param>
    /// <param name="maxBatchSize">Statements sent in one round trip; null for the provider's own (<c>Database:MaxBatchSize</c>).</param>
    public static DbContextOptionsBuilder UsePortalDatabase(this DbContextOptionsBuilder options, DatabaseProvider provider, string connection, int? maxBatchSize = null) =>
        provider == DatabaseProvider.SqlServer
            ? options.UseSqlServer(connection, server =>
            {
                server.MigrationsAssembly(SqlServerMigrations).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
                if (maxBatchSize is { } size)
                {
                    server.MaxBatchSize(size);
                }
            })
            : options.UseNpgsql(WithPreparedStatements(connection), server =>
            {
                server.MigrationsAssembly(PostgresMigrations).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
                if (maxBatchSize is { } size)
                {
                    server.MaxBatchSize(size);
                }
            });

    // Planning a query with six joins costs more than running it: a statement that comes twice is planned once for its connection.
    private static string WithPreparedStatements(string connection)
    {
        // Npgsql's own builder knows every keyword and so can't tell which were given.
        if (new DbConnectionStringBuilder { ConnectionString = connection }.ContainsKey("Max Auto Prepare"))
        {
            return connection;
        }

        var settings = new NpgsqlConnectionStringBuilder(connection) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2 };
        return settings.ConnectionString;
    }
}
