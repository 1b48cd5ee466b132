using AigoPortal.Web;

var builder = WebApplication.CreateBuilder(args);
builder.AddPortalShell();

var app = builder.Build();
app.UsePortalShell();
app.UseAuthorization();
app.MapPortalShell();
app.Run();
