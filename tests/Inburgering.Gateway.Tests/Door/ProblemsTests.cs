using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Tests.Door;

[Trait("Standaard", "ADR")]
[Trait("Regel", "/core/error-handling/problem-details")]
public sealed class ProblemsTests(DoorHost host) : IClassFixture<DoorHost>
{
    private static readonly string[] Inside = ["System.", "   at ", "Npgsql", "Exception", ".cs:", "Geheim"];

    [Theory]
    [InlineData("GET", "/v1/gebonden?aantal=x", 400, "GW-0003")]
    [InlineData("GET", "/v1/gebonden", 400, "GW-0003")]
    [InlineData("GET", "/v1/status/400", 400, "GW-0003")]
    [InlineData("GET", "/v1/status/401", 401, "GW-0001")]
    [InlineData("GET", "/v1/status/403", 403, "GW-0012")]
    [InlineData("GET", "/v1/probleem", 403, "GW-0103")]
    [InlineData("GET", "/v1/bestaat-niet", 404, "GW-0004")]
    [InlineData("GET", "/v1/goed/", 404, "GW-0004")]
    [InlineData("GET", "/v1//goed", 404, "GW-0004")]
    [InlineData("GET", "/v1/", 404, "GW-0004")]
    [InlineData("POST", "/v1/goed", 405, "GW-0005")]
    [InlineData("TRACE", "/v1/goed", 405, "GW-0005")]
    [InlineData("GET", "/v1/eigen", 409, "GW-0128")]
    [InlineData("POST", "/v1/inhoud", 415, "GW-0008")]
    [InlineData("GET", "/v1/status/429", 429, "GW-0009")]
    [InlineData("GET", "/v1/kapot", 500, "GW-0010")]
    [InlineData("GET", "/v1/gelogd-kapot", 500, "GW-0010")]
    [InlineData("GET", "/v1/log-weg", 503, "GW-0011")]
    [InlineData("GET", "/v1/zonder-besluit", 503, "GW-0011")]
    [InlineData("GET", "/v1/status/503", 503, "GW-0013")]
    public async Task Send_AnyFault_AnswersAProblem(string method, string path, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await CheckAsync(response, status, code);
        Assert.Equal(status == 405, response.Content.Headers.Contains("Allow"));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    [InlineData("geen mediatype")]
    public async Task Get_AcceptNotServable_Returns406AsProblem(string accept)
    {
        using var response = await AcceptAsync("/v1/goed", accept);

        await CheckAsync(response, 406, "GW-0006");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("application/problem+json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/html, application/json;q=0.1")]
    public async Task Get_AcceptServable_Returns200(string accept)
    {
        using var response = await AcceptAsync("/v1/goed", accept);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_BrokenJsonToABoundBody_Returns400AsProblem()
    {
        using var content = new StringContent("{\"naam\":", Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync("/v1/gebonden", content, TestContext.Current.CancellationToken);

        await CheckAsync(response, 400, "GW-0003");
    }

    [Fact]
    public async Task Post_TextToABoundBody_Returns415AsProblem()
    {
        using var content = new StringContent("naam=x", Encoding.UTF8, "text/plain");
        using var response = await host.Client.PostAsync("/v1/gebonden", content, TestContext.Current.CancellationToken);

        await CheckAsync(response, 415, "GW-0008");
    }

    [Fact]
    public async Task Post_MoreThanTheServersLimit_Returns413AsProblem()
    {
        using var content = new ByteArrayContent(new byte[4096]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await host.Client.PostAsync("/v1/groot", content, TestContext.Current.CancellationToken);

        await CheckAsync(response, 413, "GW-0007");
    }

    [Theory]
    [InlineData("/v1/kapot")]
    [InlineData("/overzicht/kapot")]
    public async Task Get_ServerFault_IsInTheLogWithoutItsText(string path)
    {
        using var response = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Contains("InvalidOperationException", host.Log, StringComparison.Ordinal);
        Assert.Contains(path, host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("999990342", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", host.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FaultInAPage_ShowsThePortalsErrorPage()
    {
        using var response = await host.Client.GetAsync("/overzicht/kapot", TestContext.Current.CancellationToken);

        Assert.Equal(500, (int)response.StatusCode);
        Assert.Equal("Er ging iets mis", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    [Trait("Regel", "/core/date-time/timezone")]
    public async Task Get_MomentWithOffset_IsAnsweredInUtc()
    {
        var text = await host.Client.GetStringAsync("/v1/goed", TestContext.Current.CancellationToken);

        Assert.Equal("""{"tijdstip":"2024-11-15T09:00:00Z"}""", text);
    }

    private static async Task CheckAsync(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal($"urn:inburgering:probleem:{code}", problem.GetProperty("type").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        Assert.DoesNotContain(Inside, word => text.Contains(word, StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> AcceptAsync(string path, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
