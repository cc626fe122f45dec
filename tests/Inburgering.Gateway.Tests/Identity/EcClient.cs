using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>A client's second key, on P-256.</summary>
internal sealed class EcClient : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Kid { get; } = $"ec-{Guid.NewGuid():N}";

    public static async Task<EcClient> RegisterAsync(NpgsqlDataSource source, string clientId, DateTimeOffset since)
    {
        var client = new EcClient();
        var point = client.key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = client.Kid, ["x"] = Base64UrlEncoder.Encode(point.X), ["y"] = Base64UrlEncoder.Encode(point.Y) };
        await using var command = source.CreateCommand("insert into identiteit.client_sleutel (client_id, kid, jwk, sinds) values (@client, @kid, @jwk, @sinds)");
        command.Parameters.AddWithValue("client", clientId);
        command.Parameters.AddWithValue("kid", client.Kid);
        command.Parameters.AddWithValue("jwk", jwk.ToJsonString());
        command.Parameters.AddWithValue("sinds", since);
        await command.ExecuteNonQueryAsync();
        return client;
    }

    public string Sign(JsonObject claims)
    {
        var header = new JsonObject { ["alg"] = "ES256", ["kid"] = Kid };
        var input = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        return $"{input}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256))}";
    }

    public void Dispose() => key.Dispose();
}
