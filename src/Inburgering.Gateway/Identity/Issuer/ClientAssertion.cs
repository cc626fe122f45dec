using System.Text.Json;
using Inburgering.Gateway.Partners;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Inburgering.Gateway.Identity.Issuer;

/// <summary>A client assertion whose claims are in order; its signature is checked next, with the key it names.</summary>
/// <remarks>Source: OAuth NL profile 1.1 (standards 2.2, 3-4), RFC 7523. Read here by hand: every claim has one rule and one text.</remarks>
internal sealed record ClientAssertion(JsonWebToken Token, string ClientId, string Kid, string Jti, DateTimeOffset Expires)
{
    /// <summary>The user that the client names; looked at when the client is proven.</summary>
    public Gebruikersclaim Act { get; private init; }

    /// <summary>Signatures that are accepted; RS256 must work, the other two may.</summary>
    public static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256];

    /// <summary>Longest life of an assertion.</summary>
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromMinutes(5);

    /// <summary>How far the clocks of two machines may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private const int MaxLength = 8 * 1024;

    // 128 bits are 22 characters in base64url, 32 in hex, 36 as a UUID
    private const int MinJti = 22;
    private const int MaxText = 128;

    /// <summary>Reads and checks everything but the signature.</summary>
    /// <param name="audiences">The token endpoint and the issuer; the claim must be exactly one of them.</param>
    /// <param name="now">System clock.</param>
    public static (ClientAssertion? Assertion, string? Fault) Read(string text, IReadOnlyCollection<string> audiences, DateTimeOffset now)
    {
        if (text.Length > MaxLength || text.Count(c => c == '.') != 2 || Parse(text) is not var (token, header, payload))
        {
            return (null, "De assertion is geen ondertekende JWT.");
        }

        var fault = HeaderRules(header).Concat(PartyRules(payload, audiences)).Concat(TimeRules(payload, now))
            .FirstOrDefault(rule => !rule.Holds).Otherwise;
        return fault is not null
            ? (null, fault)
            : (new ClientAssertion(token, Text(payload, "sub")!, Text(header, "kid")!, Text(payload, "jti")!, Time(payload, "exp")!.Value) { Act = Gebruikersclaim.Of(payload) }, null);
    }

    private static (JsonWebToken Token, JsonElement Header, JsonElement Payload)? Parse(string text)
    {
        try
        {
            var token = new JsonWebToken(text);
            return (token, Json(token.EncodedHeader), Json(token.EncodedPayload));
        }
        catch (Exception e) when (e is ArgumentException or FormatException or JsonException or SecurityTokenException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement Json(string encoded)
    {
        using var document = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(encoded), PartnerJson.DocumentOptions);
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException();
    }

    private static IEnumerable<(bool Holds, string Otherwise)> HeaderRules(JsonElement header)
    {
        yield return (Algorithms.Contains(Text(header, "alg"), StringComparer.Ordinal), "alg is niet RS256, PS256 of ES256.");
        yield return (!header.TryGetProperty("typ", out _) || Text(header, "typ")?.ToUpperInvariant() is "JWT" or "CLIENT-AUTHENTICATION+JWT", "typ is niet JWT.");
        yield return (!header.TryGetProperty("crit", out _), "crit wordt niet ondersteund.");
        yield return (Text(header, "kid") is { Length: > 0 and <= MaxText }, "kid ontbreekt.");
    }

    private static IEnumerable<(bool Holds, string Otherwise)> PartyRules(JsonElement payload, IReadOnlyCollection<string> audiences)
    {
        yield return (Text(payload, "iss") is { Length: > 0 and <= MaxText } issuer && issuer == Text(payload, "sub"), "iss en sub zijn niet allebei de client.");
        yield return (audiences.Contains(Text(payload, "aud"), StringComparer.Ordinal), "aud is niet precies het token-endpoint of de issuer.");
        yield return (Text(payload, "jti") is { Length: >= MinJti and <= MaxText }, "jti ontbreekt of is korter dan 128 bits.");
    }

    private static IEnumerable<(bool Holds, string Otherwise)> TimeRules(JsonElement payload, DateTimeOffset now)
    {
        var expires = Time(payload, "exp");
        var issued = Time(payload, "iat");
        yield return (expires is not null && issued is not null, "exp of iat ontbreekt.");
        yield return (now < expires + Skew, "De assertion is verlopen.");
        yield return (expires - issued <= MaxLifetime && expires - now <= MaxLifetime + Skew, "exp ligt meer dan 5 minuten na iat.");
        yield return (issued <= now + Skew, "iat ligt in de toekomst.");
        yield return (!payload.TryGetProperty("nbf", out _) || Time(payload, "nbf") <= now + Skew, "nbf ligt in de toekomst.");
    }

    // only printable ASCII: an id here is never more, and a database takes no zero byte
    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return value.GetString() is { } text && text.All(c => c is >= ' ' and <= '~') ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair
        }
    }

    // NumericDate may have a fraction; beyond the year 9999 it is no date
    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is >= 0 and < 253402300799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
