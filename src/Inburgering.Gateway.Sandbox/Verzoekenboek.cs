using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

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

    /// <summary>The other headers that came along, but for those of the connection itself.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required DateTimeOffset Tijdstip { get; init; }

    /// <summary>The kind of the fault that hit it; null when it was answered properly.</summary>
    public required string? Storing { get; init; }

    /// <summary>Null while it is not answered, and for a connection that was broken off.</summary>
    public int? Status { get; set; }

    /// <summary>True when the partner did what a melding asked, whatever the sender was answered.</summary>
    public bool Verwerkt { get; private set; }

    /// <summary>What the melding said, in the members that the contract names; null for a question, a refusal, and an operation without a body.</summary>
    public JsonObject? Inhoud { get; private set; }

    /// <summary>Whom it was about: for finding it back, never shown.</summary>
    [JsonIgnore]
    internal string? Bsn { get; init; }

    /// <summary>The partner has done what was asked.</summary>
    public void Accept(JsonObject? inhoud) => (Verwerkt, Inhoud) = (true, inhoud);
}

/// <summary>The calls received, oldest first.</summary>
internal sealed class Verzoekenboek
{
    private const int Most = 200_000;
    private static readonly string[] Elsewhere = ["bron", "doel", "berichtId", "traceparent", "Host", "Connection", "Content-Length"];
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
            Headers = request.Headers.Where(header => !Elsewhere.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Bsn = request.RouteValues["bsn"] as string,
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

    /// <param name="bsn">Null: whoever they were about.</param>
    public IReadOnlyList<Verzoek> All(string? bsn = null) => [.. calls.Where(call => bsn is null || call.Bsn == bsn)];

    public void Clear() => calls.Clear();
}
