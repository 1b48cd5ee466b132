namespace AigoPortal.Web.Hosting;

/// <summary>Full addresses of pages, for what is read outside the portal.</summary>
public static class PortalAddress
{
    /// <summary>The address of a path from the root: under <c>Portal:Address</c>, or the request's own.</summary>
    public static string Of(HttpContext context, string path)
    {
        var root = context.RequestServices.GetRequiredService<IConfiguration>()["Portal:Address"] ?? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return root.TrimEnd('/') + path;
    }
}
