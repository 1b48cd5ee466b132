using AigoPortal.TestKit;
using Microsoft.Playwright;
using Shouldly;

namespace AigoPortal.Browser.Tests.Browsing;

/// <summary>Looks at a page as people do: pictures at desktop and phone width in both languages, and axe on each.</summary>
internal static class Looking
{
    /// <summary>The collection of tests that look: two browsers at once would share the processors and the complaints.</summary>
    public const string OneAtATime = "looking";

    private const int PhoneWidth = 360;

    private static readonly string Axe = System.IO.File.ReadAllText(Path.Combine(NodeModules.With("axe-core"), "axe-core", "axe.min.js"));

    /// <summary>What axe and the phone's width found so far, all pages together, so that one run tells everything.</summary>
    public static List<string> Complaints { get; } = [];

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal);

    /// <summary>Takes the pictures and asks axe; the page is where it was afterwards.</summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        Directory.CreateDirectory(BrowserHost.Screenshots);
        if (!Taken.Add(name))
        {
            throw new InvalidOperationException($"Two pictures are named {name}.");
        }

        await CheckAsync(page, $"{name} (zh-Hant)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = File(name, "zh"), FullPage = true });
        await OnPhoneAsync(page, name);

        var here = page.Url.Split('#')[0];
        var english = here + (here.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en";
        var answer = await page.GotoAsync(english);
        answer!.Status.ShouldBe(200, $"{name} in English");
        await CheckAsync(page, $"{name} (en)");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = File(name, "en"), FullPage = true });
        await page.GotoAsync(here);
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

    private static async Task OnPhoneAsync(IPage page, string name)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(PhoneWidth, 800);
        var overflow = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0)
        {
            Complaints.Add($"{name} scrolls sideways by {overflow} px at {PhoneWidth} px");
        }

        await page.ScreenshotAsync(new PageScreenshotOptions { Path = File(name, "phone"), FullPage = true });
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }

    private static string File(string name, string kind) => Path.Combine(BrowserHost.Screenshots, $"{name}-{kind}.png");
}
