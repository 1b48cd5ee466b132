using System.Text.Encodings.Web;
using System.Text.Unicode;
using AigoPortal.Web.Localization;
using AigoPortal.Web.Security;
using AigoPortal.Web.Validation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.WebEncoders;

namespace AigoPortal.Web;

/// <summary>Everything around the pages: languages, errors, headers, static files.</summary>
public static class PortalShell
{
    public const string SaidCookie = "aigo-said";

    public static WebApplicationBuilder AddPortalShell(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.ConfigureOptions<ModelMessages>();
        services.AddRazorPages(options => options.Conventions.AddFolderRouteModelConvention("/Public", DropPrefix));
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<BrokenRulePageFilter>();
            options.Filters.Add<StaleForm>();
        });
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        // Chinese stays readable in the HTML; only what HTML itself needs is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = SaidCookie);
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddProblemDetails();
        services.AddExceptionHandler<BrokenRuleProblem>();
        services.TryAddTimeProvider();
        // Finds wwwroot from a build's output in every environment and working directory; a published portal has its own copy and ignores this.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        return builder;
    }

    /// <summary>Goes before authentication and whatever else stands between a request and its page.</summary>
    public static WebApplication UsePortalShell(this WebApplication app)
    {
        app.UsePortalSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            StatusCodeSelector = exception => (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        return app;
    }

    public static WebApplication MapPortalShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static void TryAddTimeProvider(this IServiceCollection services)
    {
        if (!services.Any(service => service.ServiceType == typeof(TimeProvider)))
        {
            services.AddSingleton(TimeProvider.System);
        }
    }

    private static void DropPrefix(PageRouteModel page)
    {
        foreach (var selector in page.Selectors.Select(selector => selector.AttributeRouteModel).OfType<AttributeRouteModel>())
        {
            if (selector.Template is { } template && (template == "Public" || template.StartsWith("Public/", StringComparison.Ordinal)))
            {
                selector.Template = template["Public".Length..].TrimStart('/');
            }
        }
    }
}
