using System.Security.Claims;
using AigoPortal.Domain.Rules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace AigoPortal.Web.Tests;

/// <summary>The shell alone, without database or accounts, with three addresses that go wrong on purpose.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication? app;

    public HttpClient Client() => app!.GetTestClient();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "AigoPortal.Web", EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.AddPortalShell();
        app = builder.Build();
        app.UsePortalShell();
        app.Use(SignIn);
        app.MapPortalShell();
        app.MapGet("/broken-rule", string () => throw new BrokenRuleException(new BrokenRule("problem.quota", "Title", "「{0}」無法使用，請重新填寫。", 12345L)));
        app.MapGet("/crash", string () => throw new InvalidOperationException("secret detail"));
        app.MapGet("/too-fast", () => Results.StatusCode(StatusCodes.Status429TooManyRequests));
        await app.StartAsync();
    }

    private static Task SignIn(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["Test-Role"].ToString() is { Length: > 0 } role)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "lin@example.tw"), new(ClaimTypes.GivenName, "林承辦"), new(ClaimTypes.Role, role)], "Test"));
        }

        return next(context);
    }

    public async Task DisposeAsync() => await app!.DisposeAsync();
}
