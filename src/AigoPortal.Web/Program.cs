using AigoPortal.Web.Files;
using AigoPortal.Web;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Logging;
using AigoPortal.Web.Security;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLogging();
await builder.AddPortalDatabaseAsync();
builder.AddPortalAccounts();
builder.AddPortalShell();
builder.AddPortalServices();

var app = builder.Build();
await app.PrepareDatabaseAsync();
await app.Services.SeedRolesAsync();
await app.Services.InviteFirstAdministratorAsync();

app.UsePortalShell();
app.UseRequestLog();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapPortalShell();
app.MapPortalFiles();
app.MapPortalHealth();

await app.RunPortalAsync();
