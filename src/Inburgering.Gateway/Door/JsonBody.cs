using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Partners;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Inburgering.Gateway.Door;

/// <summary>What was read from a request: the value, or why there is none.</summary>
/// <param name="Value">Filled only when <paramref name="Probleem"/> is null.</param>
/// <param name="Fouten">Every fault of the body at once; empty unless the problem is a 400.</param>
/// <param name="Probleem">400, 413 or 415; null when the value may be used.</param>
internal sealed record Inhoud<T>(T? Value, IReadOnlyList<InvoerFout> Fouten, Probleem? Probleem)
    where T : class
{
    /// <summary>The problem as an answer; null when the value may be used.</summary>
    public ProblemHttpResult? Weigering => Probleem?.Answer(Fouten);
}

/// <summary>The one way a request body of ours is read: media type, size before and while reading, strict JSON, all faults at once.</summary>
internal static class JsonBody
{
    /// <summary>64 KiB: notificaties and berichten (interface 5).</summary>
    public const int BerichtMax = 64 * 1024;

    /// <summary>20 MiB: a file of rows (interface 5).</summary>
    public const int BestandMax = 20 * 1024 * 1024;

    /// <summary>1 MiB: everything else.</summary>
    public const int VerzoekMax = 1024 * 1024;

    private const string Json = "application/json";

    private static readonly InvoerFout GeenJson = new("Is geen geldige JSON: één waarde, hoogstens 16 diep, zonder dubbele namen, BOM of commentaar.", Pointer: string.Empty);

    /// <summary>Reads a JSON object of our own contract; members it does not name are faults.</summary>
    public static async Task<Inhoud<T>> ReadAsync<T>(HttpRequest request, int maxBytes, CancellationToken ct)
        where T : class
    {
        var raw = await ReadRawAsync(request, maxBytes, ct);
        if (raw.Probleem is { } probleem)
        {
            return new Inhoud<T>(null, [], probleem);
        }

        return Parse<T>(raw.Value!);
    }

    /// <summary>As above, with the rules that the form alone does not hold.</summary>
    /// <param name="toets">Every fault of what was read.</param>
    public static async Task<Inhoud<T>> ReadAsync<T>(HttpRequest request, int maxBytes, Func<T, IReadOnlyList<InvoerFout>> toets, CancellationToken ct)
        where T : class
    {
        var gelezen = await ReadAsync<T>(request, maxBytes, ct);
        return gelezen.Value is { } waarde && toets(waarde) is { Count: > 0 } fouten ? new Inhoud<T>(null, fouten, Problems.OngeldigeInvoer) : gelezen;
    }

    /// <summary>As above for a body that may be left out: nothing sent is the empty object.</summary>
    public static Task<Inhoud<T>> ReadOptionalAsync<T>(HttpRequest request, int maxBytes, CancellationToken ct)
        where T : class, new() =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true
            ? ReadAsync<T>(request, maxBytes, ct)
            : Task.FromResult(new Inhoud<T>(new T(), [], null));

    /// <summary>Reads the bytes as they are, for a body that is kept before it is understood.</summary>
    /// <param name="request">Its media type must be one of <paramref name="mediaTypes"/>; none given means application/json.</param>
    /// <param name="maxBytes">More is 413, whatever Content-Length said.</param>
    /// <param name="ct">Stops reading.</param>
    /// <param name="mediaTypes">In small letters.</param>
    public static async Task<Inhoud<byte[]>> ReadRawAsync(HttpRequest request, int maxBytes, CancellationToken ct, params string[] mediaTypes)
    {
        if (!IsAccepted(request.ContentType, mediaTypes is [] ? [Json] : mediaTypes))
        {
            return new Inhoud<byte[]>(null, [], Problems.VerkeerdMediatype);
        }

        return await ReadBytesAsync(request, maxBytes, ct) is { } bytes
            ? new Inhoud<byte[]>(bytes, [], null)
            : new Inhoud<byte[]>(null, [], Problems.TeGroot);
    }

    /// <summary>As above for a file, whose own bytes say in which encoding it is.</summary>
    public static async Task<Inhoud<byte[]>> ReadFileAsync(HttpRequest request, int maxBytes, string mediaType, CancellationToken ct)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !mediaType.Equals(type.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            return new Inhoud<byte[]>(null, [], Problems.VerkeerdMediatype with { Detail = $"Stuur de inhoud als {mediaType}." });
        }

        return await ReadBytesAsync(request, maxBytes, ct) is { } bytes
            ? new Inhoud<byte[]>(bytes, [], null)
            : new Inhoud<byte[]>(null, [], Problems.TeGroot);
    }

    private static bool IsAccepted(string? contentType, string[] mediaTypes) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && mediaTypes.Contains(type.MediaType, StringComparer.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request, int maxBytes, CancellationToken ct)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + count > maxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static Inhoud<T> Parse<T>(byte[] body)
        where T : class
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(body);
            using var document = JsonDocument.Parse(body, PartnerJson.DocumentOptions);
            var fouten = BodyCheck.Check(document.RootElement, typeof(T));
            return fouten.Count == 0
                ? new Inhoud<T>(document.RootElement.Deserialize<T>(BodyCheck.Options)!, [], null)
                : new Inhoud<T>(null, fouten, Problems.OngeldigeInvoer);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return new Inhoud<T>(null, [GeenJson], Problems.OngeldigeInvoer);
        }
    }
}
