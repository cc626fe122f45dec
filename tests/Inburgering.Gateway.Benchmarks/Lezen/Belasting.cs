using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Inburgering.Gateway.Benchmarks.Lezen;

/// <summary>Keeps connections busy with GETs over bare sockets, so that the load costs little of the cores both servers share with it.</summary>
internal static class Belasting
{
    // a program of this size answers slower until the compiler has come round; on a busy machine that takes half a minute
    private const int Opwarmen = 20_000;
    private static readonly TimeSpan Ronde = TimeSpan.FromSeconds(2);

    /// <summary>Asks until the code that answers is compiled as it stays.</summary>
    public static async Task WarmAsync(Uri server, string token, IReadOnlyList<string> paden)
    {
        for (var gedaan = 0.0; gedaan < Opwarmen; gedaan += (await RunAsync(server, token, paden, 16, Ronde)).PerSeconde * Ronde.TotalSeconds)
        {
            // counted by the loop itself
        }
    }

    /// <summary>Every connection asks the next path as soon as the answer before is complete.</summary>
    public static async Task<Doorvoer> RunAsync(Uri server, string token, IReadOnlyList<string> paden, int verbindingen, TimeSpan duur)
    {
        var verzoeken = paden.Select(p => Encoding.ASCII.GetBytes($"GET {p} HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {token}\r\nAccept: application/json\r\n\r\n")).ToArray();
        var begin = Stopwatch.GetTimestamp();
        var tijden = await Task.WhenAll(Enumerable.Range(0, verbindingen).Select(v => Task.Run(() => AskAsync(server, verzoeken, v, duur))));
        return Doorvoer.Of([.. tijden.SelectMany(t => t)], Stopwatch.GetElapsedTime(begin));
    }

    private static async Task<List<double>> AskAsync(Uri server, byte[][] verzoeken, int eerste, TimeSpan duur)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(server.Host, server.Port);
        var stream = client.GetStream();
        var buffer = new byte[256 * 1024];
        var tijden = new List<double>();
        var begin = Stopwatch.GetTimestamp();
        var n = eerste;
        while (Stopwatch.GetElapsedTime(begin) < duur)
        {
            var vraag = Stopwatch.GetTimestamp();
            await stream.WriteAsync(verzoeken[n++ % verzoeken.Length]);
            await ReadAsync(stream, buffer);
            tijden.Add(Stopwatch.GetElapsedTime(vraag).TotalMilliseconds);
        }

        return tijden;
    }

    private static async Task ReadAsync(NetworkStream stream, byte[] buffer)
    {
        var length = 0;
        while (!IsComplete(buffer.AsSpan(0, length)))
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, Math.Min(length, 600)));
        }
    }

    /// <summary>One answer at a time: what ends it is its length, or its last chunk.</summary>
    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var at = answer[..end].IndexOf("\r\nContent-Length: "u8);
        return at < 0
            ? answer.EndsWith("\r\n0\r\n\r\n"u8)
            : System.Buffers.Text.Utf8Parser.TryParse(answer[(at + 18)..end], out int length, out _) && answer.Length >= end + 4 + length;
    }
}
