using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>The body of an answer: JSON of at most 1 MiB.</summary>
internal static class DuoInhoud
{
    private const int MostBytes = 1024 * 1024;

    public static async Task<PartnerReply<T>> ReadAsync<T>(HttpContent content, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct)
    {
        if (!IsJson(content))
        {
            return Unreadable<T>("Het antwoord is geen application/json.");
        }

        return await BytesAsync(content, ct) is { } body ? toCanonical(body) : TooLarge<T>();
    }

    public static PartnerReply<T> TooLarge<T>() => Unreadable<T>("Het antwoord is groter dan 1 MiB.");

    public static PartnerReply<T>.Unreadable Unreadable<T>(string detail) => new([new BerichtFout(string.Empty, detail)]);

    public static bool IsJson(HttpContent content) =>
        content.Headers.ContentType is { } type
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));

    /// <returns>Null: more than <see cref="MostBytes"/>; the rest is left unread.</returns>
    public static async Task<ReadOnlyMemory<byte>?> BytesAsync(HttpContent content, CancellationToken ct)
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
}
