using System.Net;
using AigoPortal.TestKit.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace AigoPortal.Web.Tests.Security;

/// <summary>
/// Every address of the portal × everybody who must not know something of an entry under review, before and after the release. Addresses come from the endpoint data source
/// (with each page's own GET handlers), letters from the outbox; an endpoint whose parameters nobody explained in <see cref="Things"/> fails.
/// </summary>
public sealed class LeakTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Endpoints by the beginning of their route, and what stands in the place of their parameter; the longest beginning counts.</summary>
    private static readonly Dictionary<string, Func<LeakSeason, IEnumerable<string>>> Things = new(StringComparer.OrdinalIgnoreCase)
    {
        ["office/panels/{id"] = season => [$"{season.PanelId:D}"],
        ["review/panels/{id"] = season => [$"{season.PanelId:D}"],
        ["review/score/{id"] = season => season.ReviewIds.Select(id => $"{id:D}"),
        ["files/{id"] = season => season.FileIds.Select(id => $"{id:D}"),
        ["problems/{code"] = season => [season.Problem.Code!],
        ["team/apply/{problemCode"] = season => [season.Problem.Code!],
        ["team/follow/{problemCode"] = season => [season.Problem.Code!],
        ["team/questions/ask/{problemCode"] = season => [season.Problem.Code!],
        ["office/problems/{id"] = season => [$"{season.Problem.Id:D}"],
        ["poser/problems/"] = season => [$"{season.Problem.Id:D}"],
        ["mentor/problems/{id"] = season => [$"{season.Problem.Id:D}"],
        ["office/teams/{id"] = season => [$"{season.Secret.TeamId:D}"],
        ["team/people/{id"] = season => [$"{season.Leader.Id:D}"],
        ["admin/accounts/{id"] = season => [$"{season.Leader.Id:D}"],
        ["office/entries/{code"] = season => [season.Secret.Code],
        ["audit/entries/{code"] = season => [season.Secret.Code],
        ["poser/entries/{code"] = season => [season.Secret.Code],
        ["team/entries/{code"] = season => [season.Secret.Code],
        ["team/submit/{stage}/{code"] = season => [season.Secret.Code],
        ["office/visits/plan/{code"] = season => [season.Secret.Code],

        // Records that have nothing to do with a review.
        ["account/events/"] = Nothing,
        ["events/"] = Nothing,
        ["jobs/"] = Nothing,
        ["slots/"] = Nothing,
        ["dev/letters/{id"] = Nothing,
        ["office/events/"] = Nothing,
        ["office/questions/{id"] = Nothing,
        ["office/visits/{id"] = Nothing,
        ["office/milestones/{id"] = Nothing,
        ["office/tax/{payee"] = Nothing,
        ["office/payments/{id"] = Nothing,
        ["audit/payments/{id"] = Nothing,
        ["team/legal/{team"] = season => [$"{season.Secret.TeamId:D}"],
        ["office/rounds/awards/{id"] = Nothing,
        ["audit/milestones/{id"] = Nothing,
        ["audit/exports/{id"] = Nothing,
        ["poser/postings/"] = Nothing,
        ["poser/questions/{id"] = Nothing,
        ["team/milestone/{id"] = Nothing,
        ["team/receipt/{id"] = Nothing,
        ["team/jobs/apply/{id"] = Nothing,
        ["team/invitation/{token"] = Nothing,
        ["error/{code"] = _ => ["404"],
        ["open-data/{documentName"] = _ => ["v1"],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NobodyLearnsWhatTheyMustNot(bool released)
    {
        var season = await LeakSeason.BeginAsync(host);
        if (released)
        {
            await season.ReleaseAsync();
        }

        var endpoints = await AddressesAsync(season);
        var leaks = new List<string>();
        var learned = new HashSet<(string Person, string Secret)>();
        foreach (var known in season.Readers)
        {
            var browser = known.Person is null ? host.Visitor() : await host.As(known.Person);
            foreach (var address in endpoints)
            {
                var answer = await browser.GetAsync(address);
                if (answer.Status is not HttpStatusCode.OK)
                {
                    ((int)answer.Status).ShouldBeLessThan(500, $"{known.Name} {address}");
                    continue;
                }

                Note(known, answer.Body, address);
            }

            foreach (var letter in known.Person is null ? [] : await host.Db(db => db.Letters.AsNoTracking().Where(letter => letter.To == known.Person.Email).ToListAsync()))
            {
                Note(known, $"{letter.Subject}\n{letter.Body}", $"letter «{letter.Subject}»");
            }
        }

        leaks.ShouldBeEmpty(string.Join('\n', leaks));
        // What may be known is found: the search would see a leak.
        foreach (var reader in season.Readers)
        {
            foreach (var secret in reader.Knows(released))
            {
                learned.ShouldContain((reader.Name, secret.Name));
            }
        }

        void Note(Reader reader, string text, string where)
        {
            foreach (var secret in season.Secrets.Where(secret => text.Contains(secret.Words, StringComparison.Ordinal)))
            {
                learned.Add((reader.Name, secret.Name));
                if (reader.MustNotKnow(released).Contains(secret))
                {
                    leaks.Add($"{reader.Name} learns {secret.Name} at {where}");
                }
            }
        }
    }

    // Asked for by a part of the name and by the code in small letters, so that an address that is only repeated on the page tells nothing.
    private static string[] Questions(LeakSeason season) =>
        [$"q={Uri.EscapeDataString(LeakSeason.PartOfTheName)}", $"entry={season.Secret.Code.ToLowerInvariant()}&all=true&view=grid"];

    private static IEnumerable<string> Nothing(LeakSeason season) => [Guid.Empty.ToString("D")];

    private async Task<List<string>> AddressesAsync(LeakSeason season)
    {
        var loader = host.Services.GetRequiredService<PageLoader>();
        var addresses = new List<string>();
        var unexplained = new List<string>();
        foreach (var endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .DistinctBy(endpoint => endpoint.RoutePattern.RawText))
        {
            var route = endpoint.RoutePattern.RawText!.Trim('/');
            var roots = new List<string>();
            if (!route.Contains('{', StringComparison.Ordinal))
            {
                roots.Add(route);
            }
            else if (Things.Where(thing => route.StartsWith(thing.Key, StringComparison.OrdinalIgnoreCase)).OrderByDescending(thing => thing.Key.Length).Select(thing => thing.Value).FirstOrDefault() is { } values)
            {
                roots.AddRange(season.Fill(route, values(season)));
            }
            else
            {
                unexplained.Add(route);
            }

            addresses.AddRange(roots.Select(root => "/" + root));
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                addresses.AddRange(compiled.HandlerMethods.Where(handler => handler.HttpMethod == "GET" && handler.Name is { Length: > 0 })
                    .SelectMany(handler => roots.Select(root => $"/{root}?handler={handler.Name}")));
                addresses.AddRange(roots.SelectMany(root => Questions(season).Select(question => $"/{root}?{question}")));
            }
        }

        unexplained.ShouldBeEmpty("Say what stands in the place of the parameter:");
        return addresses;
    }
}
