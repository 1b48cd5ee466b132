using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Data.Keys;
using AigoPortal.Domain.People;
using AigoPortal.Web.Pages.Dev;
using AigoPortal.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace AigoPortal.Web.Hosting;

/// <summary>Who may sign in, and which folder of pages each role may enter.</summary>
public static class AccountsHosting
{
    // Page by page: opened as a folder, the profile would be open too, for "anonymous" beats every policy.
    private static readonly string[] OpenAccountPages =
        ["Register", "RegisterDone", "Confirm", "Login", "Logout", "Forgot", "ForgotDone", "Reset", "Accept"];

    /// <summary>The sign-in cookie; a longer one is split and numbered, and this one stays.</summary>
    public const string CookieName = "aigo";

    /// <summary>Accounts, the sign-in cookie, keys shared through the database, and a policy per page folder.</summary>
    public static void AddPortalAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddIdentity<Account, IdentityRole<Guid>>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = ""; // an e-mail may have others than Identity's own
            options.SignIn.RequireConfirmedEmail = true;
            options.Password.RequiredLength = 10;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireDigit = false;
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<PortalDbContext>().AddDefaultTokenProviders();
        services.AddScoped<IUserClaimsPrincipalFactory<Account>, AccountClaims>();
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(7));
        services.ConfigureApplicationCookie(Cookie);
        // Within a minute a lost role, a lock or a new password reaches every session.
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));

        services.AddDataProtection().SetApplicationName("AigoPortal");
        services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));

        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
            foreach (var role in Roles.All)
            {
                options.AddPolicy(role, policy => policy.RequireAuthenticatedUser().RequireRole(role));
            }
        });
        services.PostConfigure<RazorPagesOptions>(Folders); // after MVC has made the collection of conventions
        services.AddScoped<CurrentPerson>();
        services.AddScoped<Registration>();
        services.AddRateLimiter(RateLimits.Configure);
        services.AddSingleton<SecretText>();
    }

    // A folder of pages is an audience and its authorization boundary.
    private static void Folders(RazorPagesOptions options)
    {
        options.Conventions.AllowAnonymousToFolder("/Public");
        foreach (var page in OpenAccountPages)
        {
            options.Conventions.AllowAnonymousToPage($"/Account/{page}");
        }

        options.Conventions.AllowAnonymousToFolder("/Dev");
        options.Conventions.AddFolderApplicationModelConvention("/Dev", page => page.Filters.Add(new TypeFilterAttribute(typeof(DevelopmentOnly))));
        options.Conventions.AuthorizeFolder("/Team", Roles.Participant);
        options.Conventions.AuthorizeFolder("/Poser", Roles.Poser);
        options.Conventions.AuthorizeFolder("/Mentor", Roles.Mentor);
        options.Conventions.AuthorizeFolder("/Review", Roles.Reviewer);
        options.Conventions.AuthorizeFolder("/Office", Roles.Officer);
        options.Conventions.AuthorizeFolder("/Audit", Roles.Auditor);
        options.Conventions.AuthorizeFolder("/Admin", Roles.Administrator);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = TimeSpan.FromHours(10);
        options.SlidingExpiration = true;
        options.LoginPath = "/account/login";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
