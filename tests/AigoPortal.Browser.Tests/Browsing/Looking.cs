using System.Collections.Concurrent;
using AigoPortal.TestKit;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Browsing;

/// <summary>
/// Looks at a page as people do: on a desk in Chinese, on a narrow phone in Chinese and, in the dark, in English. axe on the first and the last, and nothing may scroll
/// sideways. With AIGO_PICTURES set there are pictures of each to be looked at; drawing them takes as long as everything else.
/// </summary>
internal static class Looking
{
    private const int PhoneWidth = 320;

    private static readonly bool Draws = Environment.GetEnvironmentVariable("AIGO_PICTURES") is { Length: > 0 };

    private static readonly string Axe = System.IO.File.ReadAllText(Path.Combine(NodeModules.With("axe-core"), "axe-core", "axe.min.js"));

    private static readonly AsyncLocal<List<string>?> Found = new();

    private static readonly ConcurrentDictionary<string, bool> Taken = new(StringComparer.Ordinal);

    /// <summary>What axe and the phone's width found so far in this test, all pages together, so that one run tells everything.</summary>
    public static List<string> Complaints => Found.Value ??= [];

    /// <summary>Asks axe and takes the pictures; the page is where it was afterwards, unless nobody needs it there.</summary>
    public static async Task LookAsync(this IPage page, string name, bool goesBack = true)
    {
        if (!Taken.TryAdd(name, true))
        {
            throw new InvalidOperationException($"Two pictures are named {name}.");
        }

        await CheckAsync(page, $"{name} (zh-Hant)");
        await DrawAsync(page, name, "zh");
        await OnPhoneAsync(page, name, "phone", "zh-Hant");

        var here = page.Url.Split('#')[0];
        var english = here + (here.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en";
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        var answer = await page.GotoAsync(english);
        answer!.Status.ShouldBe(200, $"{name} in English");
        await OnPhoneAsync(page, name, "en", "en", () => CheckAsync(page, $"{name} (en, {PhoneWidth} px, dark)"));
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        if (goesBack)
        {
            await page.GotoAsync(here);
        }
    }

    /// <summary>Asks axe about the page as it stands.</summary>
    public static async Task CheckAsync(IPage page, string name)
    {
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>("""
            async () => (await axe.run({ resultTypes: ['violations'] })).violations
              .map(found => `${found.id} – ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html).join(' | ')}`)
            """);
        Complaints.AddRange(found.Select(violation => $"{name}: {violation}"));
    }

    private static async Task OnPhoneAsync(IPage page, string name, string kind, string language, Func<Task>? check = null)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(PhoneWidth, 800);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0)
        {
            Complaints.Add($"{name} ({language}) scrolls sideways by {overflow} px at {PhoneWidth} px");
        }

        if (check is not null)
        {
            await check();
        }

        await DrawAsync(page, name, kind);
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    // To be looked at by people: JPEG is drawn in half the time of PNG.
    private static async Task DrawAsync(IPage page, string name, string kind)
    {
        if (Draws)
        {
            Directory.CreateDirectory(BrowserHost.Screenshots);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(BrowserHost.Screenshots, $"{name}-{kind}.jpg"), Type = ScreenshotType.Jpeg, Quality = 80, FullPage = true });
        }
    }
}
