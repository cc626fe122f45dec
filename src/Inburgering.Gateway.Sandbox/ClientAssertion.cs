using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Sandbox;

/// <summary>A JWT signed with a client's private key (RS256), RFC 7523.</summary>
internal static class ClientAssertion
{
    public static string Sign(JsonElement jwk, IReadOnlyDictionary<string, object> claims)
    {
        var header = new Dictionary<string, object>(StringComparer.Ordinal) { ["alg"] = "RS256", ["typ"] = "JWT" };
        if (jwk.TryGetProperty("kid", out var kid))
        {
            header["kid"] = kid.GetString()!;
        }

        var content = $"{Encode(header)}.{Encode(claims)}";
        using var rsa = RSA.Create(Parameters(jwk));
#pragma warning disable S5542 // RS256 is what the profile asks of every client; the rule is about encryption
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
#pragma warning restore S5542
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    private static RSAParameters Parameters(JsonElement jwk) => new()
    {
        Modulus = Part(jwk, "n"),
        Exponent = Part(jwk, "e"),
        D = Part(jwk, "d"),
        P = Part(jwk, "p"),
        Q = Part(jwk, "q"),
        DP = Part(jwk, "dp"),
        DQ = Part(jwk, "dq"),
        InverseQ = Part(jwk, "qi"),
    };

    private static byte[] Part(JsonElement jwk, string name) => Base64Url.DecodeFromChars(jwk.GetProperty(name).GetString());
}
