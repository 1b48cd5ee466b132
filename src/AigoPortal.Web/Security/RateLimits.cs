using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AigoPortal.Web.Security;

/// <summary>
/// How many forms one address may send in a minute where guessing or flooding would pay. <c>RateLimits:{name}</c> changes it, 0 lifts it;
/// <c>RateLimits:Enabled</c> false lifts them all.
/// </summary>
public static class RateLimits
{
    public const string Login = nameof(Login);

    public const string Register = nameof(Register);

    public const string Forgot = nameof(Forgot);

    public const string Ask = nameof(Ask);

    // A school's whole classroom may share one address.
    private static readonly (string Name, int PerMinute)[] Policies = [(Login, 30), (Register, 20), (Forgot, 10), (Ask, 10)];

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        foreach (var (name, perMinute) in Policies)
        {
            options.AddPolicy(name, context => Partition(context, name, perMinute));
        }
    }

    private static RateLimitPartition<string> Partition(HttpContext context, string name, int usual)
    {
        var settings = context.RequestServices.GetRequiredService<IConfiguration>();
        var perMinute = settings.GetValue($"RateLimits:{name}", usual);
        return !settings.GetValue("RateLimits:Enabled", true) || perMinute <= 0 || !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("free") // never the key of an address: the first limiter of a key stays its limiter
            : RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = perMinute,
                Window = TimeSpan.FromMinutes(1),
            });
    }
}
