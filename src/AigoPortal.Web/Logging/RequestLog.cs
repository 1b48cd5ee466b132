using System.Diagnostics;
using System.Security.Claims;
using Microsoft.Extensions.Primitives;
using Serilog.Context;

namespace AigoPortal.Web.Logging;

/// <summary>Writes one line per request, without query or name, and gives it an id that the answer carries too.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    /// <summary>Taken from the reverse proxy when it sends one, so that both logs speak of the same request.</summary>
    public const string CorrelationHeader = "X-Correlation-Id";

    private const int LongestId = 64;
    private const int LongestPath = 200;
    private const int ClientGone = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        var place = Place(context);
        context.TraceIdentifier = CorrelationId(context);
        // At the start of the answer, because the output cache replays headers, also the id of the request it was filled by.
        context.Response.OnStarting(SetHeader, context);

        using var _ = LogContext.PushProperty("CorrelationId", context.TraceIdentifier);
        try
        {
            await next(context);
            Write(context, place, context.Response.StatusCode, began);
        }
        catch (Exception failure)
        {
            var gone = failure is OperationCanceledException && context.RequestAborted.IsCancellationRequested;
            Write(context, place, gone ? ClientGone : StatusCodes.Status500InternalServerError, began);
            throw;
        }
    }

    private static string CorrelationId(HttpContext context) =>
        context.Request.Headers.TryGetValue(CorrelationHeader, out var given) && given is [{ Length: > 0 and <= LongestId } id] && id.All(IsIdCharacter)
            ? id
            : Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    private static bool IsIdCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-';

    private static string Place(HttpContext context)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint)
        {
            return "/" + endpoint.RoutePattern.RawText?.TrimStart('/');
        }

        var path = context.Request.Path.ToUriComponent();
        return path.Length <= LongestPath ? path : path[..LongestPath];
    }

    private static Task SetHeader(object state)
    {
        var context = (HttpContext)state;
        context.Response.Headers[CorrelationHeader] = context.TraceIdentifier;
        return Task.CompletedTask;
    }

    private static string Roles(ClaimsPrincipal user)
    {
        var roles = StringValues.Empty;
        foreach (var role in user.FindAll(ClaimTypes.Role))
        {
            roles = StringValues.Concat(roles, role.Value);
        }

        return roles.Count == 0 ? "-" : roles.ToString();
    }

    private void Write(HttpContext context, string place, int status, long began)
    {
        var level = status >= StatusCodes.Status500InternalServerError ? LogLevel.Error
            : context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase) ? LogLevel.Debug
            : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            Request(level, context.Request.Method, place, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds, Roles(context.User));
        }
    }

    [LoggerMessage(EventId = 1, Message = "{Method:l} {Place:l} {Status} in {Milliseconds:0.0} ms, role {Role:l}")]
    private partial void Request(LogLevel level, string method, string place, int status, double milliseconds, string role);
}
