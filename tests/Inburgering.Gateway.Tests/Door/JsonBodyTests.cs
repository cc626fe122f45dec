using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Inburgering.Gateway.Door;

namespace Inburgering.Gateway.Tests.Door;

[Trait("Standaard", "ADR")]
[Trait("Regel", "/core/error-handling/all-errors")]
public sealed class JsonBodyTests(DoorHost host) : IClassFixture<DoorHost>
{
    [Theory]
    [InlineData("""{"naam":"x"}""")]
    [InlineData("""{"naam":"x","aantal":null,"deel":{"ja":true,"soort":"Monday"},"lijst":[{"ja":false}],"tijdstip":"2024-05-06T09:00:00+02:00","datum":"2024-05-06"}""")]
    public async Task Post_BodyThatFits_IsRead(string body)
    {
        var (status, _) = await PostAsync(body);

        Assert.Equal(200, status);
    }

    [Theory]
    [InlineData("""{}""", "/naam")]
    [InlineData("""{"naam":null}""", "/naam")]
    [InlineData("""{"naam":7,"aantal":"x","onbekend":1}""", "/naam /aantal /onbekend")]
    [InlineData("""{"Naam":"x"}""", "/Naam /naam")]
    [InlineData("""{"naam":"x","aantal":1.5}""", "/aantal")]
    [InlineData("""{"naam":"x","deel":{}}""", "/deel/ja")]
    [InlineData("""{"naam":"x","deel":[]}""", "/deel")]
    [InlineData("""{"naam":"x","deel":{"ja":true,"soort":1}}""", "/deel/soort")]
    [InlineData("""{"naam":"x","lijst":[{"ja":true},{"ja":"nee"},{"nee":1}]}""", "/lijst/1/ja /lijst/2/nee /lijst/2/ja")]
    [InlineData("""{"naam":"x","lijst":{}}""", "/lijst")]
    [InlineData("""{"naam":"x","tijdstip":"2024-05-06T09:00:00"}""", "/tijdstip")]
    [InlineData("""{"naam":"x","tijdstip":"2024-05-06T09:00:00-00:00"}""", "/tijdstip")]
    [InlineData("""{"naam":"x","datum":"2024-02-30"}""", "/datum")]
    [InlineData("""{"naam":"x","999990342":1}""", "")]
    [InlineData("""[]""", "")]
    [InlineData("""null""", "")]
    [InlineData("", "")]
    [InlineData("""{"naam":"x","naam":"y"}""", "")]
    [InlineData("""{"naam":"x",}""", "")]
    [InlineData("""{"naam":"\ud800"}""", "/naam")]
    public async Task Post_BodyWithFaults_NamesEachPlaceOnce(string body, string pointers)
    {
        var (status, problem) = await PostAsync(body);

        Assert.Equal(400, status);
        Assert.Equal(pointers, string.Join(' ', problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("pointer").GetString())));
        Assert.DoesNotContain("999990342", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DeeperThanSixteen_Returns400()
    {
        var (status, _) = await PostAsync(string.Concat(Enumerable.Repeat("[", 20)) + string.Concat(Enumerable.Repeat("]", 20)));

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Post_NoUtf8_Returns400()
    {
        using var content = new ByteArrayContent([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await host.Client.PostAsync("/v1/inhoud", content, TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 413)]
    [InlineData(2 * 1024 * 1024, 413)]
    public async Task Post_SizeAroundTheLimit_IsRefusedAboveIt(int over, int expected)
    {
        var frame = """{"naam":""}""".Length;
        var body = $$"""{"naam":"{{new string('x', JsonBody.BerichtMax - frame + over)}}"}""";

        Assert.Equal(expected, await SendAsync(body, chunked: false));
        Assert.Equal(expected, await SendAsync(body, chunked: true));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json; charset=latin1", 415)]
    [InlineData("application/cloudevents+json", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("onzin", 415)]
    public async Task Post_MediaType_IsHeldToJson(string mediaType, int expected)
    {
        using var content = new StringContent("""{"naam":"x"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var response = await host.Client.PostAsync("/v1/inhoud", content, TestContext.Current.CancellationToken);

        Assert.Equal(expected, (int)response.StatusCode);
    }

    private async Task<(int Status, JsonElement Body)> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync("/v1/inhoud", content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, JsonDocument.Parse(text).RootElement);
    }

    private async Task<int> SendAsync(string body, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/inhoud") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TransferEncodingChunked = chunked;
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }
}
