using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AigoPortal.Bench;

/// <summary>
/// Asks for one page over and over on a few keep-alive connections. It reads raw sockets, because an HTTP client on the
/// same two cores would be measured more than the portal.
/// </summary>
internal static class LoopbackLoad
{
    /// <summary>Runs for a while and reports median, p99 and rate; every answer has to be a 200.</summary>
    public static async Task<Measured> RunAsync(string name, Uri address, string path, string? cookie, int connections, TimeSpan warmUp, TimeSpan measure)
    {
        var request = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(address, request, warmUp, []))));
        var times = Enumerable.Range(0, connections).Select(_ => new List<long>(1 << 18)).ToArray();
        var began = Stopwatch.GetTimestamp();
        var sizes = await Task.WhenAll(times.Select(list => Task.Run(() => Connection(address, request, measure, list))));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var all = times.SelectMany(list => list).Order().ToArray();
        return new Measured(name, Milliseconds(all[all.Length / 2]), Milliseconds(all[all.Length * 99 / 100]), all.Length / seconds, Bytes: sizes[0]);
    }

    private static double Milliseconds(long ticks) => ticks * 1000d / Stopwatch.Frequency;

    private static long Connection(Uri address, byte[] request, TimeSpan duration, List<long> times)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, address.Port);
        var buffer = new byte[1 << 20];
        long size = 0;
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            socket.Send(request);
            size = ReadAnswer(socket, buffer);
            times.Add(Stopwatch.GetTimestamp() - asked);
        }

        return size;
    }

    private static long ReadAnswer(Socket socket, byte[] buffer)
    {
        var filled = 0;
        var head = -1;
        while (head < 0)
        {
            filled += Receive(socket, buffer, filled);
            head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8);
        }

        var header = buffer.AsSpan(0, head);
        if (!header.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException($"The portal answered: {Encoding.ASCII.GetString(header[..Math.Min(header.Length, 300)])}");
        }

        var body = head + 4;
        var lengthAt = header.IndexOf("Content-Length: "u8);
        if (lengthAt >= 0)
        {
            _ = Utf8Parser.TryParse(header[(lengthAt + 16)..], out int length, out _);
            while (filled < body + length)
            {
                filled += Receive(socket, buffer, filled);
            }
        }
        else
        {
            while (!buffer.AsSpan(0, filled).EndsWith("0\r\n\r\n"u8))
            {
                filled += Receive(socket, buffer, filled);
            }
        }

        return filled - body;
    }

    private static int Receive(Socket socket, byte[] buffer, int at)
    {
        var read = socket.Receive(buffer, at, buffer.Length - at, SocketFlags.None);
        return read > 0 ? read : throw new InvalidOperationException("The portal closed the connection.");
    }
}
