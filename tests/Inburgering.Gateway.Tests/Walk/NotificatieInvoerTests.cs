using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Walk;

/// <summary>Notifications that are refused: one answer with every fault, one line, nothing stored.</summary>
public sealed class NotificatieInvoerTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Moment = "\"registratieDatumTijd\":\"2024-11-15T08:59:00+01:00\"";
    private const string Code = "\"gebeurtenisId\":\"SS102\"";
    private const string Goed = "{" + Moment + "," + Code + ",\"bsn\":\"999990019\"}";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-bron", Goed, "bron")]
    [InlineData("-doel", Goed, "doel")]
    [InlineData("-berichtId", Goed, "berichtId")]
    [InlineData("bron=0000000199999000900", Goed, "bron")]
    [InlineData("bron=000000019999900090000", Goed, "bron")]
    [InlineData("doel=0000000199999000100", Goed, "doel")]
    [InlineData("doel=0000000199999000100-", Goed, "doel")]
    [InlineData("berichtId=geen-uuid", Goed, "berichtId")]
    [InlineData("berichtId=b7a5cdd0274d4b9a9a1efb0a0c2f6f11", Goed, "berichtId")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":\"99999001\"}", "/bsn")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":\"9999900190\"}", "/bsn")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":\"99999001x\"}", "/bsn")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":999990019}", "/bsn")]
    [InlineData("", "{" + Moment + "," + Code + ",\"vNummer\":\"2900000017\"}", "/vNummer")]
    [InlineData("", "{" + Moment + "," + Code + ",\"vNummer\":29000000170}", "/vNummer")]
    [InlineData("", "{" + Code + ",\"bsn\":\"999990019\"}", "/registratieDatumTijd")]
    [InlineData("", "{" + Moment + ",\"bsn\":\"999990019\"}", "/gebeurtenisId")]
    [InlineData("", "{\"registratieDatumTijd\":\"gisteren\"," + Code + "}", "/registratieDatumTijd")]
    [InlineData("", "{" + Moment + ",\"gebeurtenisId\":\"ss102\"}", "/gebeurtenisId")]
    [InlineData("", "{" + Moment + ",\"gebeurtenisId\":\"SS10234\"}", "/gebeurtenisId")]
    [InlineData("-bron -doel berichtId=1", "{\"bsn\":\"12\"}", "/bsn /gebeurtenisId /registratieDatumTijd berichtId bron doel")]
    [InlineData("-bron", "{\"bsn\":", "# bron")]
    [InlineData("", "{\"bsn\":", "#")]
    [InlineData("", "", "#")]
    [InlineData("", "[]", "#")]
    [InlineData("", "null", "#")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":\"999990019\",\"bsn\":\"999990032\"}", "#")]
    [InlineData("", "{" + Moment + "," + Code + ",\"bsn\":\"999990019\",\"b\\u0073n\":\"999990032\"}", "#")]
    [InlineData("", "\uFEFF" + Goed, "#")]
    [InlineData("", Goed + Goed, "#")]
    [InlineData("", Goed + "//", "#")]
    [InlineData("", "{" + Moment + "," + Code + ",\"x\":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}", "#")]
    public async Task Notificatie_MetFouten_Is400MetElkeFoutEenKeer(string headers, string body, string verwacht)
    {
        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), Weigering.Request(headers, body));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal("GW-0003", problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(verwacht, string.Join(' ', problem.RootElement.GetProperty("errors").EnumerateArray().Select(Place).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("bron")]
    [InlineData("doel")]
    [InlineData("berichtId")]
    public async Task Notificatie_HeaderTweeKeerOpDeLijn_Is400(string dubbel)
    {
        var before = await Weigering.RowsAsync(house);
        var lines = new Dictionary<string, string> { ["bron"] = Notificaties.Duo, ["doel"] = Notificaties.Noorderveld, ["berichtId"] = Guid.NewGuid().ToString("D") };
        var headers = string.Concat(lines.Select(line => $"{line.Key}: {line.Value}\r\n{(line.Key == dubbel ? $"{line.Key}: {line.Value}\r\n" : string.Empty)}"));

        var answer = await RawAsync($"""
            POST /v1/notificaties HTTP/1.1
            Host: 127.0.0.1
            Connection: close
            Content-Type: application/json
            Authorization: Bearer {await house.TokenAsync("duo")}
            Content-Length: {Goed.Length}

            """.ReplaceLineEndings("\r\n") + $"{headers}\r\n{Goed}");

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains($"\"parameter\":\"{dubbel}\"", answer, StringComparison.Ordinal);
        Canary.AssertClean(answer);
        Assert.Equal(before, await Weigering.RowsAsync(house));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/problem+json")]
    [InlineData(null)]
    public async Task Notificatie_AnderMediatype_Is415(string? mediatype)
    {
        var request = Weigering.Request(string.Empty, Goed);
        request.Content!.Headers.ContentType = mediatype is null ? null : MediaTypeHeaderValue.Parse(mediatype);

        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(65_537, true)]
    [InlineData(65_537, false)]
    [InlineData(2 * 1024 * 1024, true)]
    [InlineData(2 * 1024 * 1024, false)]
    public async Task Notificatie_TeGroot_Is413MetEnZonderContentLength(int bytes, bool metLengte)
    {
        var request = Weigering.Request(string.Empty, Goed.PadRight(bytes));
        request.Headers.TransferEncodingChunked = !metLengte;

        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("GW-0007", await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notificatie_PreciesDeGrens_WordtGelezen()
    {
        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), Weigering.Request("-bron", Goed.PadRight(65_536)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("doel=00000001999990009999", "GW-0201")]
    [InlineData("doel=0000000199999000100x", "GW-0201")]
    [InlineData("doel=00000001999990009000", "GW-0201")]
    [InlineData("bron=00000001999990001000", "GW-0202")]
    public async Task Notificatie_OinVanEenAnder_Is403(string headers, string code)
    {
        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), Weigering.Request(headers, Goed));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notificatie_ZonderToken_Is401MetBearer()
    {
        using var response = await Weigering.SendAsync(house, house.Anonymous, Weigering.Request(string.Empty, Goed), bekend: false);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task Notificatie_MetTokenVanDeSchool_Is403InsufficientScope()
    {
        using var response = await Weigering.SendAsync(house, await house.AsAsync("schakelcollege-1708"), Weigering.Request(string.Empty, Goed));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("insufficient_scope", Assert.Single(response.Headers.WwwAuthenticate).Parameter, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Notificatie_AndereMethode_Is405MetAllow(string methode)
    {
        var request = new HttpRequestMessage(new HttpMethod(methode), "/v1/notificaties");

        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), request, bekend: false);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("POST", response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Notificatie_StreepAchterHetAdres_Is404()
    {
        var request = Weigering.Request(string.Empty, Goed);
        request.RequestUri = new Uri("/v1/notificaties/", UriKind.Relative);

        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), request, bekend: false);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Notificatie_VraagtOmHtml_Is406()
    {
        var request = Weigering.Request(string.Empty, Goed);
        request.Headers.Accept.ParseAdd("text/html");

        using var response = await Weigering.SendAsync(house, await house.AsAsync("duo"), request, bekend: false);

        Assert.Equal(HttpStatusCode.NotAcceptable, response.StatusCode);
    }

    /// <summary>The parameter, or the pointer with # for the body as a whole.</summary>
    private static string Place(JsonElement error)
    {
        if (error.TryGetProperty("parameter", out var parameter))
        {
            return parameter.GetString()!;
        }

        return error.GetProperty("pointer").GetString() is { Length: > 0 } pointer ? pointer : "#";
    }

    private async Task<string> RawAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, house.Port, Ct);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Ct);
    }
}
