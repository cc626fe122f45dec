using System.Collections.Concurrent;

namespace Inburgering.Gateway.Sandbox;

/// <summary>One call as the partner saw it: the operation, never the person.</summary>
public sealed class Verzoek
{
    public required string Method { get; init; }

    /// <summary>The operation's template.</summary>
    public required string Path { get; init; }

    public required string? Bron { get; init; }

    public required string? Doel { get; init; }

    public required string? BerichtId { get; init; }

    public required string? Traceparent { get; init; }

    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>The kind of the fault that hit it; null when it was answered properly.</summary>
    public required string? Storing { get; init; }

    /// <summary>Null while it is not answered, and for a connection that was broken off.</summary>
    public int? Status { get; set; }
}

/// <summary>The calls received, oldest first.</summary>
internal sealed class Verzoekenboek
{
    private const int Most = 200_000;
    private readonly ConcurrentQueue<Verzoek> calls = new();

    public Verzoek Add(HttpRequest request, string template, DateTimeOffset at, string? storing)
    {
        var verzoek = new Verzoek
        {
            Method = request.Method,
            Path = template,
            Bron = request.Headers["bron"],
            Doel = request.Headers["doel"],
            BerichtId = request.Headers["berichtId"],
            Traceparent = request.Headers.TraceParent,
            Tijdstip = at,
            Storing = storing,
        };
        calls.Enqueue(verzoek);
        if (calls.Count > Most)
        {
            calls.TryDequeue(out _);
        }

        return verzoek;
    }

    public IReadOnlyList<Verzoek> All() => [.. calls];

    public void Clear() => calls.Clear();
}
