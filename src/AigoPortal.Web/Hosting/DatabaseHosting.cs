using AigoPortal.Data;
using AigoPortal.Data.Postgres.Embedded;
using AigoPortal.Data.Providers;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Web.Hosting;

/// <summary>Connects the portal to its database, or starts one of its own.</summary>
public static class DatabaseHosting
{
    private const string EmbeddedDatabase = "aigo";

    /// <summary>Reads <c>Database:Provider</c>, <c>ConnectionStrings:Portal</c> and <c>Database:MaxBatchSize</c>.</summary>
    public static async Task AddPortalDatabaseAsync(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var provider = settings.GetValue("Database:Provider", DatabaseProvider.Embedded);
        var connection = settings.GetConnectionString("Portal");
        if (provider == DatabaseProvider.Embedded)
        {
            var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = settings["Database:Folder"] });
            await server.EnsureDatabaseAsync(EmbeddedDatabase);
            connection = server.ConnectionString(EmbeddedDatabase);

            // Made by the container, so that the container stops it, after everything that uses it.
            builder.Services.AddSingleton(_ => server);
        }

        if (string.IsNullOrWhiteSpace(connection))
        {
            throw new InvalidOperationException($"Database:Provider is {provider}, so ConnectionStrings:Portal has to say where it is.");
        }

        builder.Services.AddSingleton(new PortalConnection(provider, connection));
        builder.Services.AddDbContextPool<PortalDbContext>((services, options) =>
            options.UsePortalDatabase(provider, connection, settings.GetValue<int?>("Database:MaxBatchSize"))
                .AddInterceptors(services.GetRequiredService<PublicCacheEviction>()));
    }

    /// <summary>Brings the schema up to date; nodes that start together wait for each other.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app)
    {
        app.Services.GetService<EmbeddedPostgres>();
        if (!app.Configuration.GetValue("Database:MigrateOnStart", true))
        {
            return;
        }

        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.MigrateAsync();
    }
}

/// <summary>Where the database is; for the scheduler, which keeps its tables in it too.</summary>
public sealed record PortalConnection(DatabaseProvider Provider, string ConnectionString);
