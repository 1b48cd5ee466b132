namespace AigoPortal.Web.Security;

/// <summary>A file that is looked at inside one of the portal's own pages: nothing in it runs, and only those pages may frame it.</summary>
/// <param name="ContentSecurityPolicy">The policy its answer carries.</param>
public sealed record LookedAt(string ContentSecurityPolicy)
{
    /// <summary>A PDF. Browsers refuse to draw one in a sandbox; their viewers keep its scripts away from the page, and dress their own frame with inline styles.</summary>
    public static readonly LookedAt Document = new("default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");

    /// <summary>A picture.</summary>
    public static readonly LookedAt Picture = new("default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
}

/// <summary>Headers every answer carries: nothing inline, nothing foreign, no frames.</summary>
public static class SecurityHeaders
{
    // Bootstrap draws its select arrows and check marks with data: images.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()";

    public static IApplicationBuilder UsePortalSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the start of the answer, because the error handler clears what was set before it.
        context.Response.OnStarting(static state =>
        {
            var context = (HttpContext)state;
            var headers = context.Response.Headers;
            var lookedAt = context.Features.Get<LookedAt>();
            headers.ContentSecurityPolicy = lookedAt?.ContentSecurityPolicy ?? ContentSecurityPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = lookedAt is null ? "DENY" : "SAMEORIGIN";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            headers["Permissions-Policy"] = PermissionsPolicy;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, context);
        return next(context);
    });
}
