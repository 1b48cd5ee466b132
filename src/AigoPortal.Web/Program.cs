using AigoPortal.Web;
using AigoPortal.Web.Demo;
using AigoPortal.Web.Documents;
using AigoPortal.Web.Files;
using AigoPortal.Web.Hosting;
using AigoPortal.Web.Logging;
using AigoPortal.Web.Security;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalLogging();
await builder.AddPortalDatabaseAsync();
builder.AddPortalAccounts();
builder.AddPortalShell();
builder.AddPortalServices();
builder.AddPortalOutputCache();
builder.AddOpenData();
builder.AddPortalScheduler();

var app = builder.Build();
await app.PrepareDatabaseAsync();
if (await app.RunLedgerCommandAsync(args))
{
    return;
}

await app.Services.SeedRolesAsync();
await app.SeedRoundsAsync();
await app.Services.InviteFirstAdministratorAsync();
await app.LoadDemonstrationAsync();

app.UsePortalShell();
app.UseRequestLog();
app.UseOutputCache();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapPortalShell();
app.MapPortalFiles();
app.MapScheduleCalendar();
app.MapEventCalendar();
app.MapSlotCalendar();
app.MapMinutes();
app.MapCertificates();
app.MapProblemFeed();
app.MapOpenData();
app.MapPortalHealth();

await app.RunPortalAsync();
