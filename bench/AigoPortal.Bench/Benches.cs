using System.Diagnostics;

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
        new("ledger-pdf-20000", LedgerPdfAsync),
    ];

    private static async Task<Measured> EntryAsync(BenchPortal portal)
    {
        var cookie = await portal.SignInAsync(portal.Season.LeaderEmail);
        return await LoopbackLoad.RunAsync("entry", portal.Address, $"/team/entries/{portal.Season.EntryCode}", cookie, 4, WarmUp, Measure);
    }

    private static async Task<Measured> LedgerPdfAsync(BenchPortal portal)
    {
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Add("Cookie", await portal.SignInAsync(portal.Season.AuditorEmail));
        var times = new List<double>();
        long bytes = 0;
        portal.ForgetPeak();
        for (var run = 0; run < 5; run++)
        {
            var began = Stopwatch.GetTimestamp();
            bytes = (await http.GetByteArrayAsync("/audit/ledger/pdf")).LongLength;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return new Measured("ledger-pdf-20000", times[times.Count / 2], times[^1], PeakMb: portal.PeakMb(), Bytes: bytes);
    }
}
