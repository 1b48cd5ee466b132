using AigoPortal.TestKit;
using AigoPortal.TestKit.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AigoPortal.Browser.Tests.Browsing;

/// <summary>The portal on a real port, a real SMTP server beside it, and Chromium.</summary>
public class BrowserHost : PortalHost
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SmtpSink? _mail;

    /// <summary>Where the portal listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every letter the portal sent.</summary>
    public SmtpSink Mail => _mail ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>Whether the portal starts with the demonstration.</summary>
    protected virtual bool HasDemonstration => false;

    /// <summary>Pictures of every page, for people to look at.</summary>
    public static string Screenshots { get; } = Path.Combine(RepositoryRoot(), "screenshots");

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Demo:Load"] = HasDemonstration ? "true" : "false",
        ["Rounds:Seed"] = HasDemonstration ? "true" : "false",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = Mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:From"] = "aigo@aigo.test",
        ["Logs:Folder"] = Path.Combine(Screenshots, "log"),
    };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        _mail = await SmtpSink.StartAsync();
        await base.InitializeAsync();
        Address = Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = await ChromiumOnThisMachine.FindAsync(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--font-render-hinting=none"],
        });
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        await base.DisposeAsync();
        if (_mail is not null)
        {
            await _mail.DisposeAsync();
        }
    }

    /// <summary>A browser of one person: own cookies, own window.</summary>
    public async Task<IPage> OpenAsync(string language = "zh-Hant-TW", int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = "zh-TW",
            TimezoneId = "Asia/Taipei",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
        });
        if (language != "zh-Hant-TW")
        {
            await context.AddCookiesAsync([new Cookie { Name = "aigo-language", Value = $"c={language}|uic={language}", Url = Address }]);
        }

        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return page;
    }

    /// <inheritdoc />
    protected override void Configure(WebApplicationFactory<Program> factory) => factory.UseKestrel(0);

    /// <inheritdoc />
    protected override void Start(WebApplicationFactory<Program> factory) => factory.StartServer();

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AigoPortal.sln")))
            {
                return folder.FullName;
            }
        }

        return AppContext.BaseDirectory;
    }
}
