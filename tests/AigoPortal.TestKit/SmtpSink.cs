using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace AigoPortal.TestKit;

/// <summary>A real SMTP server on loopback that keeps what it is given. It refuses recipients whose address begins with "refused".</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process node;
    private readonly HttpClient http;

    private SmtpSink(Process node, Ports ports)
    {
        this.node = node;
        Port = ports.Smtp;
        http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{ports.Http}/") };
    }

    /// <summary>The SMTP port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts a server of the caller's own.</summary>
    public static async Task<SmtpSink> StartAsync()
    {
        var start = new ProcessStartInfo("node")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "smtp-sink.mjs"), NodeModules.With("smtp-server") },
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var ports = await started.StandardOutput.ReadLineAsync();
        return ports is null
            ? throw new InvalidOperationException($"The SMTP server did not start: {await started.StandardError.ReadToEndAsync()}")
            : new SmtpSink(started, JsonSerializer.Deserialize<Ports>(ports, JsonSerializerOptions.Web)!);
    }

    /// <summary>What came so far, in order; only what came for one address when it is given.</summary>
    public async Task<IReadOnlyList<Arrived>> MessagesAsync(string? to = null) =>
        [.. (await http.GetFromJsonAsync<Arrived[]>(""))!.Where(message => to is null || message.Recipients.Contains(to, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Waits until at least so many letters came for an address.</summary>
    public async Task<IReadOnlyList<Arrived>> WaitForAsync(string to, int count = 1)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var messages = await MessagesAsync(to);
            if (messages.Count >= count)
            {
                return messages;
            }

            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(30))
            {
                throw new TimeoutException($"{messages.Count} of {count} letters to {to} came within 30 s.");
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private sealed record Ports(int Smtp, int Http);
}

/// <summary>A letter as the mail server got it.</summary>
public sealed record Arrived(string MessageId, string From, string To, string Subject, string ContentType, string Text, string[] Recipients, string Html = "");
