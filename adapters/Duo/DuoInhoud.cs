using Inburgering.Gateway.Partners;

namespace Inburgering.Gateway.Adapters.Duo;

/// <summary>The body of an answer: JSON of at most 1 MiB.</summary>
internal static class DuoInhoud
{
    public static async Task<PartnerReply<T>> ReadAsync<T>(HttpContent content, Func<ReadOnlyMemory<byte>, PartnerReply<T>> toCanonical, CancellationToken ct)
    {
        if (!IsJson(content))
        {
            return PartnerCall.Unreadable<T>("Het antwoord is geen application/json.");
        }

        return await PartnerCall.BytesAsync(content, ct) is { } body ? toCanonical(body) : PartnerCall.TooLarge<T>();
    }

    public static bool IsJson(HttpContent content) =>
        content.Headers.ContentType is { } type
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}
