using AigoPortal.Web.Awards;
using AigoPortal.Web.Catalogue;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Files;
using AigoPortal.Web.Jobs;
using AigoPortal.Web.Matching;
using AigoPortal.Web.Rounds;

namespace AigoPortal.Web.Hosting;

/// <summary>What pages and jobs call.</summary>
public static class PortalServices
{
    public static void AddPortalServices(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<FileStore>();
        services.AddSingleton<ProblemCatalogue>();
        services.AddScoped<Uploads>();
        services.AddScoped<RoundDates>();
        services.AddScoped<Recommendations>();
        services.AddSingleton<DocumentSigning>();
        services.AddSingleton<LedgerExportFiles>();
        services.AddHostedService<LedgerExporter>();
        services.AddPortalMail();
        services.AddWorkflows();
        services.AddHealthChecks().AddDbContextCheck();
        builder.AllowLargeUploads();
    }

    /// <summary>Every class of the Workflows folder, by itself; the records there are what workflows take and give.</summary>
    private static void AddWorkflows(this IServiceCollection services)
    {
        foreach (var workflow in typeof(PortalServices).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false, Namespace: "AigoPortal.Web.Workflows" } && !typeof(Delegate).IsAssignableFrom(type) && type.GetMethod("<Clone>$") is null))
        {
            services.AddScoped(workflow);
        }
    }
}
