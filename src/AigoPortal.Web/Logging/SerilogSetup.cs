using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace AigoPortal.Web.Logging;

/// <summary>The portal's log: what happened, where and how long it took. Who did it belongs to the audit trail.</summary>
public static class SerilogSetup
{
    // :j writes values as JSON, so that a line break in a value can't start a line of its own.
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {CorrelationId} {SourceContext} {Message:j}{NewLine}{Exception}";
    private const long FileSize = 100 * 1024 * 1024;
    private const int FilesKept = 31;

    /// <summary>
    /// Logs to the console and, when <c>Logs:Folder</c> is set, to a file a day in that folder. The <c>Serilog</c> section
    /// has the last word on levels and may add sinks.
    /// </summary>
    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        var log = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            // SQL Server quotes the duplicate key in its message, and an e-mail address may be that key; such a save is answered as a broken rule.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Update", LogEventLevel.Fatal)
            // A failed command is told by the exception it throws; the look for a migration history that is not there yet is no fault.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database.Command", LogEventLevel.Fatal)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutTheRequest>()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);

        if (builder.Configuration["Logs:Folder"] is { Length: > 0 } folder)
        {
            log.WriteTo.File(
                Path.Combine(builder.Environment.ContentRootPath, folder, "portal-.log"),
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                fileSizeLimitBytes: FileSize,
                retainedFileCountLimit: FilesKept,
                buffered: true,
                flushToDiskInterval: TimeSpan.FromSeconds(1));
        }

        log.ReadFrom.Configuration(builder.Configuration);
        builder.Logging.ClearProviders().AddSerilog(log.CreateLogger(), dispose: true);
        return builder;
    }

    /// <summary>One line per request. Goes first in the pipeline, where routing has been done and nothing has been rewritten.</summary>
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app) => app.UseMiddleware<RequestLog>();

    // The host's scopes and events carry the raw address; a path may hold an invitation's key, a query what someone searched for.
    private sealed class WithoutTheRequest : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("QueryString");
        }
    }
}
