using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using AigoPortal.Data;
using AigoPortal.Data.Postgres.Embedded;
using AigoPortal.Data.Providers;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;

namespace AigoPortal.Bench;

/// <summary>The real host as a process of its own, over a real database with a season in it.</summary>
internal sealed class BenchPortal : IAsyncDisposable
{
    private readonly EmbeddedPostgres _database;
    private readonly string _folder;
    private Process _host;

    private BenchPortal(EmbeddedPostgres database, string folder, Process host, Uri address, BenchSeason season, TimeSpan coldStart) =>
        (_database, _folder, _host, Address, Season, ColdStart) = (database, folder, host, address, season, coldStart);

    public Uri Address { get; }

    public BenchSeason Season { get; }

    /// <summary>From starting the process to its first page.</summary>
    public TimeSpan ColdStart { get; }

    /// <summary>The host's process.</summary>
    public int ProcessId => _host.Id;

    public static async Task<BenchPortal> StartAsync(bool large)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"aigo-bench-{Guid.NewGuid():N}");
        var database = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, MaxConnections = 100 });
        await database.EnsureDatabaseAsync("bench");
        var options = new DbContextOptionsBuilder<PortalDbContext>();
        options.UsePortalDatabase(DatabaseProvider.Postgres, database.ConnectionString("bench"));
        BenchSeason season;
        await using (var db = new PortalDbContext(options.Options))
        {
            await db.Database.MigrateAsync();
            season = await BenchSeason.LoadAsync(options.Options, large);
            await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }

        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var began = Stopwatch.GetTimestamp();
        var host = StartHost(address, database.ConnectionString("bench"), folder);
        await FirstPageAsync(address, host);
        return new BenchPortal(database, folder, host, address, season, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Signs in as the forms do and returns the cookie header.</summary>
    public async Task<string> SignInAsync(string email)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = Address };
        var page = await new HtmlParser().ParseDocumentAsync(await http.GetStringAsync("/account/login"));
        var token = page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Email"] = email,
            ["Input.Password"] = BenchSeason.Password,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await http.PostAsync("/account/login", form);
        return answer.StatusCode == HttpStatusCode.Found
            ? cookies.GetCookieHeader(Address)
            : throw new InvalidOperationException($"Signing in as {email} gave {(int)answer.StatusCode}.");
    }

    /// <summary>The most memory the host has held since <see cref="ForgetPeak"/>, in MB; 0 where the system does not tell.</summary>
    public double PeakMb()
    {
        var status = $"/proc/{_host.Id}/status";
        return File.Exists(status)
            ? File.ReadLines(status).Where(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
                .Select(line => double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024).FirstOrDefault()
            : 0;
    }

    /// <summary>Starts counting the peak anew.</summary>
    public void ForgetPeak()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText($"/proc/{_host.Id}/clear_refs", "5");
        }
    }

    public async ValueTask DisposeAsync()
    {
        _host.Kill(entireProcessTree: true);
        await _host.WaitForExitAsync();
        _host.Dispose();
        await _database.DisposeAsync();
        await EmbeddedPostgres.TryRemoveAsync(_folder);
    }

    private static Process StartHost(Uri address, string connection, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "AigoPortal.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", address.ToString()])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Database__Provider"] = "Postgres";
        start.Environment["ConnectionStrings__Portal"] = connection;
        start.Environment["Files__Folder"] = Path.Combine(folder, "files");
        start.Environment["Rounds__Seed"] = "false";
        start.Environment["RateLimits__Enabled"] = "false";
        start.Environment["Serilog__MinimumLevel__Override__AigoPortal.Web.Logging.RequestLog"] = "Warning";
        var host = Process.Start(start)!;
        host.OutputDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        return host;
    }

    private static async Task FirstPageAsync(Uri address, Process host)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (!host.HasExited)
        {
            try
            {
                using var answer = await http.GetAsync("/");
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"The portal ended with code {host.ExitCode} before its first page.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
