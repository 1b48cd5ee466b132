using System.Net;
using AigoPortal.Domain.People;
using AigoPortal.TestKit.Givens;
using AigoPortal.TestKit.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Security;

/// <summary>Every endpoint × every role; the list comes from the endpoint data source, so a page without a rule fails.</summary>
public sealed class EndpointAccessTests(PortalHost host) : IClassFixture<PortalHost>
{
    private static readonly Dictionary<string, string[]> Audiences = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Public"] = [.. Roles.All, ""],
        ["Account"] = [.. Roles.All, ""],
        ["Dev"] = [.. Roles.All, ""],
        ["Team"] = [Roles.Participant],
        ["Poser"] = [Roles.Poser],
        ["Mentor"] = [Roles.Mentor],
        ["Review"] = [Roles.Reviewer],
        ["Office"] = [Roles.Officer],
        ["Audit"] = [Roles.Auditor],
        ["Admin"] = [Roles.Administrator],
    };

    /// <summary>Pages whose rule differs from their folder's.</summary>
    private static readonly Dictionary<string, string[]> Exceptions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/Account/Profile"] = [.. Roles.All],
        ["/Account/Events/Details"] = [.. Roles.All],
        ["/Account/Skills"] = [.. Roles.All],
        ["/Account/Consent"] = [.. Roles.All],
        ["/Account/Data"] = [.. Roles.All],
    };

    /// <summary>Endpoints that are no pages: who may call them at all.</summary>
    private static readonly Dictionary<string, string[]> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["/files/{id:guid}"] = [.. Roles.All, ""],
        ["/files/{id:guid}/view"] = [.. Roles.All, ""],
        ["/healthz/live"] = [.. Roles.All, ""],
        ["/healthz/ready"] = [.. Roles.All, ""],
        ["/events/{id:guid}.ics"] = [.. Roles.All, ""],
        ["/slots/{id:guid}.ics"] = [.. Roles.All],
        ["/office/panels/{id:guid}/minutes.pdf"] = [Roles.Officer, Roles.Auditor],
        ["/team/tax/certificate.pdf"] = [Roles.Participant],
        ["/office/tax/{payee:guid}/certificate.pdf"] = [Roles.Officer],
        ["/schedule.ics"] = [.. Roles.All, ""],
        ["/problems.atom"] = [.. Roles.All, ""],
        ["/open-data/problems.json"] = [.. Roles.All, ""],
        ["/open-data/problems.csv"] = [.. Roles.All, ""],
        ["/open-data/{documentName}.json"] = [.. Roles.All, ""],
    };

    [Fact]
    public async Task EveryEndpoint_LetsInItsAudience_AndNobodyElse()
    {
        var given = new Given(host);
        await given.Round();
        var browsers = new Dictionary<string, PortalClient>(StringComparer.Ordinal) { [""] = host.Visitor() };
        foreach (var role in Roles.All)
        {
            browsers[role] = await host.As(await given.Person(role));
        }

        var wrong = new List<string>();
        var asked = 0;
        foreach (var endpoint in Endpoints())
        {
            var audience = AudienceOf(endpoint);
            if (audience is null)
            {
                wrong.Add($"{endpoint.RoutePattern.RawText}: no rule says who may call it");
                continue;
            }

            foreach (var (role, browser) in browsers)
            {
                var answer = await browser.GetAsync(Address(endpoint));
                var refused = answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || (answer.Location?.Contains("/account/login", StringComparison.OrdinalIgnoreCase) ?? false);
                asked++;
                if (refused == audience.Contains(role) || answer.Status >= HttpStatusCode.InternalServerError)
                {
                    wrong.Add($"{endpoint.RoutePattern.RawText} as «{role}»: {(int)answer.Status} {answer.Location}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        asked.ShouldBeGreaterThan(200);
    }

    private List<RouteEndpoint> Endpoints() =>
        [.. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .DistinctBy(endpoint => endpoint.RoutePattern.RawText)];

    private static string[]? AudienceOf(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            return Exceptions.TryGetValue(page.ViewEnginePath, out var exception) ? exception
                : Audiences.TryGetValue(page.ViewEnginePath.Split('/', StringSplitOptions.RemoveEmptyEntries)[0], out var folder) ? folder
                : null;
        }

        return Others.TryGetValue("/" + endpoint.RoutePattern.RawText?.TrimStart('/'), out var other) ? other : null;
    }

    private static string Address(RouteEndpoint endpoint)
    {
        var segments = endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => Value(parameter),
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        })));
        return "/" + string.Join('/', segments.Where(segment => segment.Length > 0));
    }

    private static string Value(RoutePatternParameterPart parameter)
    {
        var policies = string.Concat(parameter.ParameterPolicies.Select(policy => policy.Content));
        return policies.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
            : policies.Contains("int", StringComparison.Ordinal) ? "404"
            : parameter.Name == "stage" ? "concept" : "unknown";
    }
}
