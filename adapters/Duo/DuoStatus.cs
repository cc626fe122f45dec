using System.Net;
using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>What DUO's status codes mean. Source: the responses of DUO's published contracts; 403 with foutteksten since February 2026.</summary>
internal static class DuoStatus
{
    public const string BerichtId = "berichtId";

    private const int MostBytes = 1024 * 1024;

    public static async Task<PartnerReply<T>> ToReplyAsync<T>(
        this HttpResponseMessage response, Raadpleging raadpleging, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct)
    {
        if (MeansLater(response.StatusCode))
        {
            return new PartnerReply<T>.Unavailable(RetryAfter(response));
        }

        if (!IsAnswerTo(response, raadpleging.BerichtId))
        {
            return Unreadable<T>("Het antwoord draagt een ander berichtId dan de vraag.");
        }

        return response.StatusCode switch
        {
            HttpStatusCode.OK => await ReadAnswerAsync(response, toCanonical, ct),
            HttpStatusCode.NotFound => new PartnerReply<T>.Absent(),
            HttpStatusCode.Forbidden => await ReadRefusalAsync<T>(response, ct),
            HttpStatusCode.Unauthorized => new PartnerReply<T>.Refused("DUO herkent de afzender niet (401). Controleer het certificaat en het OIN van de gemeente."),
            HttpStatusCode.BadRequest => Unreadable<T>("DUO vindt dat het verzoek niet aan het contract voldoet (400)."),
            var status => Unreadable<T>($"Status {(int)status} staat niet in het contract."),
        };
    }

    public static PartnerReply<T> TooLarge<T>() => Unreadable<T>("Het antwoord is groter dan 1 MiB.");

    /// <remarks>408 and 429 are in no contract of DUO, but what they ask is clear.</remarks>
    private static bool MeansLater(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    /// <remarks>A date is measured from the answer's own Date: our clock and DUO's may differ.</remarks>
    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when response.Headers.Date is { } now => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };

    /// <remarks>DUO may send the question's berichtId back. Another one means that two answers were mixed up: another person's data.</remarks>
    private static bool IsAnswerTo(HttpResponseMessage response, Guid berichtId) =>
        !response.Headers.TryGetValues(BerichtId, out var echoes)
        || echoes.All(echo => Guid.TryParse(echo, out var echoed) && echoed == berichtId);

    private static async Task<PartnerReply<T>> ReadAnswerAsync<T>(
        HttpResponseMessage response, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct)
    {
        if (!IsJson(response.Content))
        {
            return Unreadable<T>("Het antwoord is geen application/json.");
        }

        return await ReadBodyAsync(response.Content, ct) is { } body ? toCanonical(body) : TooLarge<T>();
    }

    private static async Task<PartnerReply<T>> ReadRefusalAsync<T>(HttpResponseMessage response, CancellationToken ct)
    {
        if (await ReadBodyAsync(response.Content, ct) is not { } body)
        {
            return TooLarge<T>();
        }

        if (body.Length == 0)
        {
            return new PartnerReply<T>.Refused(null);
        }

        return IsJson(response.Content) && DuoFoutmelding.TryRead(body, out var reason)
            ? new PartnerReply<T>.Refused(reason)
            : Unreadable<T>("DUO weigert (403), maar de uitleg heeft niet de vorm van het contract.");
    }

    private static bool IsJson(HttpContent content) =>
        content.Headers.ContentType is { } type
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    /// <returns>Null: more than <see cref="MostBytes"/>; the rest is left unread.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContent content, CancellationToken ct)
    {
        if (content.Headers.ContentLength > MostBytes)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(ct);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (body.Length + count > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static PartnerReply<T>.Unreadable Unreadable<T>(string detail) => new([new BerichtFout(string.Empty, detail)]);
}
