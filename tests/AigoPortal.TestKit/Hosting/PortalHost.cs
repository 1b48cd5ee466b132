using AigoPortal.Data;
using AigoPortal.Data.Identity;
using AigoPortal.Data.Providers;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Databases;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AigoPortal.TestKit.Hosting;

/// <summary>
/// The real portal over a database of its own; one per test class (IClassFixture). Derive from it to change settings.
/// </summary>
public class PortalHost : IAsyncLifetime
{
    private static readonly TestDatabases Databases = new(MigrateAsync);
    private readonly string _files = Path.Combine(Path.GetTempPath(), $"aigo-test-files-{Guid.NewGuid():N}");
    private TestDatabase? _database;
    private Portal? _portal;

    /// <summary>The running portal.</summary>
    protected WebApplicationFactory<Program> Factory => _portal ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => Factory.Services;

    /// <summary>Settings on top of the tests' own.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <inheritdoc />
    public virtual async Task InitializeAsync()
    {
        _database = await Databases.CreateAsync();
        _portal = new Portal(_database, _files, Settings);
        Configure(_portal);
        Start(_portal);
    }

    /// <inheritdoc />
    public virtual async Task DisposeAsync()
    {
        if (_portal is not null)
        {
            await _portal.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (Directory.Exists(_files))
        {
            Directory.Delete(_files, recursive: true);
        }
    }

    /// <summary>Somebody who has not signed in.</summary>
    public PortalClient Visitor() => new(Factory.CreateDefaultClient(new CookieJar()));

    /// <summary>A person's own browser, signed in with a real sign-in cookie.</summary>
    public async Task<PortalClient> As(Guid personId)
    {
        await using var scope = Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = await accounts.FindByIdAsync(personId.ToString()) ?? throw new InvalidOperationException("No such account.");
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Account>>().CreateAsync(account);
        var cookie = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new Microsoft.AspNetCore.Authentication.AuthenticationTicket(
            principal,
            new() { IssuedUtc = TimeProvider.System.GetUtcNow(), ExpiresUtc = TimeProvider.System.GetUtcNow().AddHours(1) },
            IdentityConstants.ApplicationScheme);
        var jar = new CookieJar();
        jar.Set(cookie.Cookie.Name!, cookie.TicketDataFormat.Protect(ticket));
        return new PortalClient(Factory.CreateDefaultClient(jar));
    }

    /// <summary>A person's own browser, signed in.</summary>
    public Task<PortalClient> As(Person person) => As(person.Id);

    /// <summary>Works on the database in a scope of its own.</summary>
    public async Task<T> Db<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Works on the database in a scope of its own.</summary>
    public async Task Db(Func<PortalDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <summary>Last changes to the host before it starts.</summary>
    protected virtual void Configure(WebApplicationFactory<Program> factory)
    {
    }

    /// <summary>Starts the host.</summary>
    protected virtual void Start(WebApplicationFactory<Program> factory) => _ = factory.Services;

    private static async Task MigrateAsync(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(Enum.Parse<DatabaseProvider>(database.Provider), database.ConnectionString);
        await using var db = new PortalDbContext(options.Options);
        await db.Database.MigrateAsync();
    }

    private sealed class Portal(TestDatabase database, string files, IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("Database:Provider", database.Provider);
            builder.UseSetting("ConnectionStrings:Portal", database.ConnectionString);
            builder.UseSetting("Files:Folder", files);
            builder.UseSetting("Files:ProblemMaxMegabytes", "25"); // as other files, so that one file is too large for every field
            builder.UseSetting("Demo:Load", "false");
            builder.UseSetting("Rounds:Seed", "false");
            builder.UseSetting("RateLimits:Enabled", "false");
            builder.UseSetting("ReloadStaticAssetsAtRuntime", "false"); // as published: no endpoint for files made since the build
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }
        }
    }
}
