using AigoPortal.Web.Components;
using AigoPortal.Web.Localization;
using Microsoft.AspNetCore.OutputCaching;

namespace AigoPortal.Web.Hosting;

/// <summary>Answers visitors' requests for public pages from memory: <c>[OutputCache(PolicyName = PublicCache.Policy)]</c>.</summary>
public static class PublicCache
{
    public const string Policy = "Public";

    /// <summary>Everything in it leaves together when a problem, round, entry or panel changes.</summary>
    public const string Tag = "public";

    /// <summary>Countdowns move on, and what another node changed is seen here after this time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(20);

    public static void AddPortalOutputCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOutputCache(options => options.AddPolicy(Policy, new ForVisitors()));
        builder.Services.AddSingleton<PublicCacheEviction>();
    }

    private sealed class ForVisitors : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var request = context.HttpContext.Request;
            var takes = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && IsVisitor(request);
            context.EnableOutputCaching = takes;
            context.AllowCacheLookup = takes;
            context.AllowCacheStorage = takes;
            context.AllowLocking = true;
            context.ResponseExpirationTimeSpan = Kept;
            context.Tags.Add(Tag);
            context.CacheVaryByRules.QueryKeys = "*";
            context.CacheVaryByRules.VaryByValues["language"] = Languages.IsEnglish ? Languages.English : Languages.Chinese;
            context.CacheVaryByRules.VaryByValues["theme"] = Theme.Of(request);
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            var response = context.HttpContext.Response;
            if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0)
            {
                context.AllowCacheStorage = false;
            }

            return ValueTask.CompletedTask;
        }

        // By its cookie, because the cache stands before authentication; whoever has a word to read gets a fresh page.
        private static bool IsVisitor(HttpRequest request) =>
            !request.Cookies.ContainsKey(AccountsHosting.CookieName) && !request.Cookies.ContainsKey(PortalShell.SaidCookie)
            && request.Headers.Authorization.Count == 0;
    }
}
