using System.Security.Claims;
using AigoPortal.Web.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace AigoPortal.Web.Tests.Logging;

public sealed class RequestLogTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("request-log-");

    [Fact]
    public async Task Line_HasPatternStatusAndRole_ButNoKeyNoQueryAndNoName()
    {
        var line = await LineOf("/invitations/k3y-of-mei?mail=mei@example.org");

        line.ShouldMatch(@" INF \S+ AigoPortal\.Web\.Logging\.RequestLog GET /invitations/\{key\} 200 in \d+\.\d ms, role Officer$");
    }

    [Fact]
    public async Task Line_OfAnUnknownAddress_IsItsEscapedPath_AlsoWhenAnErrorPageAnswers()
    {
        var line = await LineOf("/no%0Awhere/" + new string('x', 300));

        line.ShouldMatch(@"GET /no%0Awhere/x{188} 404 in \d+\.\d ms, role -$");
    }

    [Fact]
    public async Task Line_OfAFailure_NamesThePageThatFailed()
    {
        (await LineOf("/fails/7")).ShouldMatch(@" ERR \S+ \S+ GET /fails/\{number\} 500 in ");
    }

    [Fact]
    public async Task HealthCheck_WritesNoLine()
    {
        (await LinesOf("/healthz/live")).ShouldBeEmpty();
    }

    [Fact]
    public async Task CorrelationId_OfTheProxy_IsKeptInAnswerAndLog()
    {
        var (answer, lines) = await Get("/invitations/a", "0a1b-2c3d");

        IdOf(answer).ShouldBe("0a1b-2c3d");
        lines.ShouldHaveSingleItem().ShouldContain(" INF 0a1b-2c3d ");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("two words")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789")]
    public async Task CorrelationId_ThatIsMissingOrOdd_IsReplaced(string? given)
    {
        var (answer, lines) = await Get("/invitations/a", given);

        var id = IdOf(answer);
        id.ShouldNotBe(given, StringComparer.Ordinal);
        lines.ShouldHaveSingleItem().ShouldContain($" INF {id} ");
    }

    [Fact]
    public async Task CorrelationId_OfACachedAnswer_IsThatOfItsOwnRequest()
    {
        await using var app = Portal();
        await app.StartAsync();
        using var client = app.GetTestClient();

        var first = await client.GetAsync("/cached");
        var second = await client.GetAsync("/cached");

        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        IdOf(second).ShouldNotBe(IdOf(first), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Value_WithALineBreak_StaysOnItsLine()
    {
        (await LinesOf("/says?word=a%0A2026-01-01 forged", "RequestLogTests")).ShouldHaveSingleItem().ShouldContain(@"a\n2026-01-01 forged");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string IdOf(HttpResponseMessage answer) => answer.Headers.GetValues(RequestLog.CorrelationHeader).ShouldHaveSingleItem();

    private async Task<string> LineOf(string address) => (await LinesOf(address)).ShouldHaveSingleItem();

    private async Task<string[]> LinesOf(string address, string source = "AigoPortal.Web.Logging.RequestLog") => (await Get(address, null, source)).Lines;

    private async Task<(HttpResponseMessage Answer, string[] Lines)> Get(string address, string? correlationId, string source = "AigoPortal.Web.Logging.RequestLog")
    {
        HttpResponseMessage answer;
        await using (var app = Portal())
        {
            await app.StartAsync();
            using var client = app.GetTestClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (correlationId is not null)
            {
                request.Headers.Add(RequestLog.CorrelationHeader, correlationId);
            }

            answer = await client.SendAsync(request);
        }

        var lines = _folder.EnumerateFiles("portal-*.log").SelectMany(file => File.ReadAllLines(file.FullName));
        return (answer, lines.Where(line => line.Contains($" {source} ", StringComparison.Ordinal)).ToArray());
    }

    private WebApplication Portal()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection([new("Logs:Folder", _folder.FullName)]);
        builder.AddPortalLogging();
        builder.Services.AddOutputCache();

        var app = builder.Build();
        app.UseRequestLog();
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error");
        app.UseOutputCache();
        app.MapGet("/error", () => "sorry");
        app.MapGet("/healthz/live", () => "alive");
        app.MapGet("/fails/{number}", string (int number) => throw new InvalidOperationException($"{number} fails"));
        app.MapGet("/cached", () => Guid.NewGuid().ToString()).CacheOutput();
        app.MapGet("/says", (string word, ILoggerFactory loggers) => loggers.CreateLogger("RequestLogTests").LogInformation("Heard {Word}", word));
        app.MapGet("/invitations/{key}", (HttpContext context) =>
            { context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, "mei@example.org"), new(ClaimTypes.Role, "Officer")], "test")); });
        return app;
    }
}
