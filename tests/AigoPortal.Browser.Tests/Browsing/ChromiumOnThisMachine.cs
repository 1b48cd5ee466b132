using System.Diagnostics;

namespace AigoPortal.Browser.Tests.Browsing;

/// <summary>Finds Chromium: on the machine, then Playwright's own, then by installing the system's package. Without one the run fails.</summary>
internal static class ChromiumOnThisMachine
{
    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The program's path; null lets Playwright use the one it downloaded.</summary>
    public static async Task<string?> FindAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is { } found)
        {
            return found;
        }

        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0)
        {
            return null;
        }

        using var install = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk"]) { UseShellExecute = false })
            ?? throw new InvalidOperationException("No browser, and no shell to install one with.");
        await install.WaitForExitAsync();
        return Places.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("The browser tests need Chromium: install the package «chromium» and run again.");
    }
}
