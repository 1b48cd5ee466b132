using System.Diagnostics;
using System.Globalization;
using AigoPortal.Domain.People;
using AigoPortal.Domain.Reviews;
using AigoPortal.Domain.Reviews.Assigning;

namespace AigoPortal.Bench;

/// <summary>One named measurement.</summary>
internal sealed record NamedMeasurement(string Name, Func<BenchPortal, Task<Measured>> Run);

/// <summary>Every measurement, under the names that quality goals use.</summary>
internal static class Benches
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measure = TimeSpan.FromSeconds(8);

    public static readonly IReadOnlyList<NamedMeasurement> All =
    [
        new("cold-start", portal => Task.FromResult(new Measured("cold-start", portal.ColdStart.TotalMilliseconds))),
        new("home", portal => LoopbackLoad.RunAsync("home", portal.Address, "/", null, 8, WarmUp, Measure)),
        new("problem-list", portal => LoopbackLoad.RunAsync("problem-list", portal.Address, "/problems", null, 8, WarmUp, Measure)),
        new("entry", EntryAsync),
        new("compare-50", CompareAsync),
        new("ledger-pdf-20000", portal => LedgerAsync(portal, "pdf", 20_000)),
        new("ledger-csv-20000", portal => LedgerAsync(portal, "csv", 20_000)),
        new("ledger-xlsx-20000", portal => LedgerAsync(portal, "xlsx", 20_000)),
        new("ledger-json-20000", portal => LedgerAsync(portal, "json", 20_000)),
        new("ledger-verify-200000", LedgerVerifyAsync),
        new("catalogue-1000", portal => CatalogueAsync(portal, 1_000)),
        new("recommend-1000", RecommendAsync),
        new("catalogue-10000", portal => CatalogueAsync(portal, 10_000)),
        new("catalogue-100000", portal => CatalogueAsync(portal, 100_000)),
        new("auto-assign", _ => AutoAssignAsync()),
        new("conflict-grid", portal => PanelAsync(portal, "conflict-grid", "conflicts?view=grid&all=true")),
        new("entries-1000", portal => PanelAsync(portal, "entries-1000", "scores?all=true")),
        new("ledger-csv-200000", portal => LedgerAsync(portal, "csv", 200_000)),
        new("ledger-xlsx-200000", portal => LedgerAsync(portal, "xlsx", 200_000)),
        new("ledger-json-200000", portal => LedgerAsync(portal, "json", 200_000)),
        new("scores-csv", portal => PanelAsync(portal, "scores-csv", "scores.csv")),
    ];

    private static async Task<Measured> EntryAsync(BenchPortal portal)
    {
        var cookie = await portal.SignInAsync(portal.Season.LeaderEmail);
        return await LoopbackLoad.RunAsync("entry", portal.Address, $"/team/entries/{portal.Season.EntryCode}", cookie, 4, WarmUp, Measure);
    }

    // The contact's page of one problem with fifty applications, four of them side by side.
    private static async Task<Measured> CompareAsync(BenchPortal portal)
    {
        var address = await portal.Season.ApplyAsync(50);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.PoserEmail));
        return await OneByOneAsync("compare-50", 300, _ => http.GetByteArrayAsync(address));
    }

    // Every address is asked for once, so that no answer comes from the cache.
    private static async Task<Measured> CatalogueAsync(BenchPortal portal, int problems)
    {
        await portal.Season.ListAsync(problems);
        using var http = new HttpClient { BaseAddress = portal.Address };
        var times = new List<double>();
        portal.ForgetPeak();
        for (var run = 0; run < 40; run++)
        {
            foreach (var (_, address) in CatalogueTexts.Asked)
            {
                await http.GetByteArrayAsync($"{address(run)}&n={problems}-first-{run}");
            }
        }

        foreach (var (kind, address) in CatalogueTexts.Asked)
        {
            var measured = new List<double>();
            for (var run = 0; run < 60; run++)
            {
                var began = Stopwatch.GetTimestamp();
                await http.GetByteArrayAsync($"{address(run)}&n={problems}-{run}");
                measured.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            measured.Sort();
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {kind,-16} {measured[measured.Count / 2]:0.00} ms"));
            times.AddRange(measured);
        }

        times.Sort();
        return new Measured($"catalogue-{problems}", times[times.Count / 2], times[times.Count * 99 / 100], PeakMb: portal.PeakMb());
    }

    // One person at a time, each page over all problems; the shown page changes with every request.
    private static async Task<Measured> RecommendAsync(BenchPortal portal)
    {
        await portal.Season.ListAsync(1_500); // a third of them waits for its data
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.LeaderEmail));
        return await OneByOneAsync("recommend-1000", 300, run => http.GetByteArrayAsync($"/team/recommended?who=Mine&p={(run % 50) + 1}"));
    }

    // The solver alone: a thousand entries with four reviews each, sixty reviewers, one pair in twenty in conflict.
    private static async Task<Measured> AutoAssignAsync()
    {
        var random = new Random(1);
        var task = new AssignmentTask(BenchSeason.PanelEntries, BenchSeason.PanelReviewers, 4);
        for (var entry = 0; entry < task.Entries; entry++)
        {
            for (var reviewer = 0; reviewer < task.Reviewers; reviewer++)
            {
                task.Cost(entry, reviewer, AssignmentWeights.CostOf(Level(), Level(), (PreferenceLevel)random.Next(3)));
                if (random.Next(20) == 0)
                {
                    task.Bar(entry, reviewer);
                }
            }
        }

        var times = new List<double>();
        Assignment? found = null;
        for (var run = 0; run < 40; run++)
        {
            var began = Stopwatch.GetTimestamp();
            found = AssignmentSolver.Solve(task, run);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.RemoveRange(0, 10); // before the compiler has done its work
        times.Sort();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  cost {found!.Cost}, loads {found.Loads.Min()} to {found.Loads.Max()}, {found.Pairs.Count} pairs"));
        return new Measured("auto-assign", times[times.Count / 2], times[^1]);

        SkillLevel? Level() => random.Next(5) is var level and < 3 ? (SkillLevel)level : null;
    }

    // An officer's page of a panel with sixty reviewers and a thousand entries, four reviews each.
    private static async Task<Measured> PanelAsync(BenchPortal portal, string name, string page)
    {
        await portal.Season.ReviewAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.OfficerEmail));
        return await OneByOneAsync(name, 100, _ => http.GetByteArrayAsync($"/office/panels/{portal.Season.PanelId}/{page}"));
    }

    private static async Task<Measured> OneByOneAsync(string name, int runs, Func<int, Task<byte[]>> ask)
    {
        for (var run = 0; run < runs; run++)
        {
            await ask(run);
        }

        var (times, bytes) = (new List<double>(), 0L);
        for (var run = 0; run < runs; run++)
        {
            var began = Stopwatch.GetTimestamp();
            bytes = (await ask(run)).LongLength;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return new Measured(name, times[times.Count / 2], times[times.Count * 99 / 100], Bytes: bytes);
    }

    // The auditor's page that reads and checks the whole ledger.
    private static async Task<Measured> LedgerVerifyAsync(BenchPortal portal)
    {
        await portal.Season.PostAsync(200_000);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.AuditorEmail));
        var times = new List<double>();
        portal.ForgetPeak();
        for (var run = 0; run < 10; run++)
        {
            var began = Stopwatch.GetTimestamp();
            var page = await http.GetStringAsync("/audit/ledger/verify");
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (!page.Contains("帳鏈完整", StringComparison.Ordinal))
            {
                throw new InvalidOperationException("The ledger of the bench is not in order.");
            }
        }

        times.Sort();
        return new Measured("ledger-verify-200000", times[times.Count / 2], times[^1], PeakMb: portal.PeakMb());
    }

    // The body is read away, not kept: memory is the host's.
    private static async Task<Measured> LedgerAsync(BenchPortal portal, string format, int rows)
    {
        await portal.Season.PostAsync(rows);
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.AuditorEmail));
        var times = new List<double>();
        long bytes = 0;
        portal.ForgetPeak();
        for (var run = 0; run < 5; run++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var body = await http.GetStreamAsync($"/audit/ledger/{format}");
            bytes = 0;
            var buffer = new byte[81920];
            for (int read; (read = await body.ReadAsync(buffer)) > 0; bytes += read)
            {
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return new Measured($"ledger-{format}-{rows}", times[times.Count / 2], times[^1], PeakMb: portal.PeakMb(), Bytes: bytes);
    }
}
