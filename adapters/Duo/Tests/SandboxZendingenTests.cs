using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>DUO notifies: the sandbox against a stand-in for the gateway that keeps what it gets.</summary>
public sealed class SandboxZendingenTests : IAsyncLifetime
{
    private readonly RSA key = RSA.Create(2048);
    private readonly string dataMap = Directory.CreateTempSubdirectory("zendingen").FullName;
    private readonly List<(IHeaderDictionary Headers, string Body)> received = [];
    private WebApplication? gateway;
    private SandboxServer? sandbox;
    private string? assertion;

    private string Address => gateway!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        gateway = builder.Build();
        gateway.MapPost("/oauth/token", TokenAsync);
        gateway.MapPost("/v1/notificaties", ReceiveAsync);
        await gateway.StartAsync();
        WriteKey();
        sandbox = new SandboxServer { GatewayAdres = Address, DataMap = dataMap };
        await sandbox.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox!.DisposeAsync();
        await gateway!.DisposeAsync();
        key.Dispose();
        Directory.Delete(dataMap, recursive: true);
    }

    [Fact]
    public async Task Zending_EventAndBsn_ReachesTheGatewayAsTheContractSays()
    {
        using var response = await sandbox!.SteerAsync("zendingen", """{"gebeurtenisId":"SS139","bsn":"999990019"}""");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var report = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var (headers, body) = Assert.Single(received);
        Assert.Equal(201, (int?)report["status"]);
        Assert.Equal((string?)report["berichtId"], headers["berichtId"].ToString());
        Assert.Equal("00000001999990009000", headers["bron"].ToString());
        Assert.Equal("00000001999990001000", headers["doel"].ToString());
        Assert.Equal("Bearer het-token", headers.Authorization.ToString());
        var contract = SharedContracts.OpenApi("duo", "notificatie.openapi.yml");
        Assert.Empty(contract.Validate(JsonNode.Parse(body), contract.Schema("Notificatie"), closed: true));
    }

    [Fact]
    public async Task Zending_VNummerOnly_GoesToThePersonsGemeente()
    {
        using var response = await sandbox!.SteerAsync("zendingen", """{"gebeurtenisId":"SS121","vNummer":2900000033}""");

        Assert.Equal("00000001999990002000", Assert.Single(received).Headers["doel"].ToString());
    }

    [Fact]
    public async Task Zending_EverythingGiven_IsSentAsGiven()
    {
        const string Sent = """{"registratieDatumTijd":"2024-11-15T09:00:00+01:00","gebeurtenisId":"SS777"}""";
        using var response = await sandbox!.SteerAsync("zendingen", """
            {"registratieDatumTijd":"2024-11-15T09:00:00+01:00","gebeurtenisId":"SS777","berichtId":"4f6cf5a6-64f4-4a52-9d5c-1f8d2bfb7c31",
             "bron":"00000001999990008000","doel":"00000001999990003000"}
            """);

        var (headers, body) = Assert.Single(received);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Sent), JsonNode.Parse(body)));
        Assert.Equal("4f6cf5a6-64f4-4a52-9d5c-1f8d2bfb7c31", headers["berichtId"].ToString());
        Assert.Equal("00000001999990008000", headers["bron"].ToString());
        Assert.Equal("00000001999990003000", headers["doel"].ToString());
    }

    [Fact]
    public async Task Zending_Token_IsAskedWithASignedAssertionOfClientDuo()
    {
        using var response = await sandbox!.SteerAsync("zendingen", """{"gebeurtenisId":"SS101","bsn":"999990032"}""");

        var parts = assertion!.Split('.');
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(parts[1]));
        Assert.True(key.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(["duo", "duo", $"{Address}/oauth/token"], new[] { "iss", "sub", "aud" }.Select(name => claims.GetProperty(name).GetString()));
        Assert.InRange(claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64(), 1, 60);
        Assert.Equal(32, claims.GetProperty("jti").GetString()!.Length);
    }

    [Theory]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("""{"gebeurtenisId":"SS101","bsn":"999990056"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"gebeurtenisId":"SS101","bsn":"999990056","gemeente":"1708"}""", HttpStatusCode.Created)]
    public async Task Zending_WithoutKnownPerson_NeedsAGemeente(string body, HttpStatusCode status)
    {
        using var response = await sandbox!.SteerAsync("zendingen", body);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Zending_GatewayAway_Is502()
    {
        await gateway!.StopAsync(TestContext.Current.CancellationToken);

        using var response = await sandbox!.SteerAsync("zendingen", """{"gebeurtenisId":"SS101","bsn":"999990032"}""");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        assertion = (await request.ReadFormAsync())["client_assertion"];
        return Results.Json(new { access_token = "het-token", token_type = "Bearer", expires_in = 300 });
    }

    private async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        received.Add((new HeaderDictionary(request.Headers.ToDictionary()), await reader.ReadToEndAsync()));
        return Results.StatusCode(StatusCodes.Status201Created);
    }

    private void WriteKey()
    {
        var all = key.ExportParameters(includePrivateParameters: true);
        var jwk = new Dictionary<string, string>(StringComparer.Ordinal) { ["kty"] = "RSA", ["kid"] = "sleutel-1" };
        foreach (var (name, value) in new[]
                 {
                     ("n", all.Modulus), ("e", all.Exponent), ("d", all.D), ("p", all.P), ("q", all.Q), ("dp", all.DP), ("dq", all.DQ), ("qi", all.InverseQ),
                 })
        {
            jwk[name] = Base64Url.EncodeToString(value);
        }

        Directory.CreateDirectory(Path.Combine(dataMap, "demo"));
        File.WriteAllText(Path.Combine(dataMap, "demo", "duo.jwk.json"), JsonSerializer.Serialize(jwk));
    }
}
