using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Requests whose assertion would do, around which something is wrong.</summary>
[Trait("Standaard", "OAuth-NL")]
public sealed class TokenRequestNegativeTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    private IdentityHost Host => fixture.Host;

    [Theory]
    [InlineData("password")]
    [InlineData("authorization_code")]
    [InlineData("refresh_token")]
    [InlineData("CLIENT_CREDENTIALS")]
    [InlineData("urn:ietf:params:oauth:grant-type:jwt-bearer")]
    public async Task Post_OtherGrant_IsUnsupported(string grant)
    {
        var form = Sound();
        form[0] = new("grant_type", grant);

        await RefusedAsync(form, 400, "unsupported_grant_type");
    }

    [Fact]
    public async Task Post_WithoutGrant_IsInvalidRequest() => await RefusedAsync(Sound()[1..], 400, "invalid_request");

    [Theory]
    [InlineData("grant_type")]
    [InlineData("client_assertion_type")]
    [InlineData("client_assertion")]
    [InlineData("scope")]
    public async Task Post_ParameterTwice_IsInvalidRequest(string name)
    {
        var form = Sound();
        form.Add(new("scope", "dossier:lezen"));
        form.Add(form.Single(field => field.Key == name));

        await RefusedAsync(form, 400, "invalid_request");
    }

    [Fact]
    public async Task Post_SecretBesideAssertion_IsInvalidRequest() =>
        await RefusedAsync([.. Sound(), new("client_secret", "geheim")], 400, "invalid_request");

    [Fact]
    public async Task Post_SecretInForm_IsInvalidClient() =>
        await RefusedAsync([new("grant_type", "client_credentials"), new("client_id", "school"), new("client_secret", "geheim")], 401, "invalid_client");

    [Fact]
    public async Task Post_NoAuthentication_IsInvalidClient() =>
        await RefusedAsync([new("grant_type", "client_credentials"), new("client_id", "school")], 401, "invalid_client");

    [Fact]
    public async Task Post_Basic_IsInvalidClientWithChallenge()
    {
        using var response = await SendAsync([new("grant_type", "client_credentials")], Basic());

        await RefusedAsync(response, 401, "invalid_client");
        Assert.Equal("Basic", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task Post_BasicBesideAssertion_IsInvalidRequest()
    {
        using var response = await SendAsync(Sound(), Basic());

        await RefusedAsync(response, 400, "invalid_request");
    }

    [Fact]
    public async Task Post_OtherClientId_IsInvalidClient() => await RefusedAsync([.. Sound(), new("client_id", "zaaksysteem")], 401, "invalid_client");

    [Fact]
    public async Task Post_OwnClientId_IsAccepted()
    {
        var (status, _, _) = await TestClient.PostAsync(Host, [.. Sound(), new("client_id", "school")]);

        Assert.Equal(200, status);
    }

    [Fact]
    public async Task Post_OtherAssertionType_IsInvalidRequest()
    {
        var form = Sound();
        form[1] = new("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer");

        await RefusedAsync(form, 400, "invalid_request");
    }

    [Fact]
    public async Task Post_ParametersInQuery_IsInvalidRequest()
    {
        using var content = new FormUrlEncodedContent(Sound());
        using var response = await Host.Http.PostAsync(new Uri(Host.TokenEndpoint + "?scope=dossier:lezen"), content, TestContext.Current.CancellationToken);

        await RefusedAsync(response, 400, "invalid_request");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Post_OtherMediaType_IsInvalidRequest(string type)
    {
        using var content = new StringContent("{\"grant_type\":\"client_credentials\"}", Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await Host.Http.PostAsync(new Uri(Host.TokenEndpoint), content, TestContext.Current.CancellationToken);

        await RefusedAsync(response, 400, "invalid_request");
    }

    [Fact]
    public async Task Post_BodyTooLarge_Is413()
    {
        using var response = await SendAsync([.. Sound(), new("vulling", new string('x', 40_000))], authorization: null);

        await RefusedAsync(response, 413, "invalid_request");
    }

    [Fact]
    public async Task Post_BodyTooLargeWithoutLength_Is413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.TokenEndpoint) { Content = new FormUrlEncodedContent([.. Sound(), new("vulling", new string('x', 40_000))]) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);

        await RefusedAsync(response, 413, "invalid_request");
    }

    [Fact]
    public async Task Post_ManyParameters_IsInvalidRequest() =>
        await RefusedAsync([.. Sound(), .. Enumerable.Range(0, 100).Select(i => new KeyValuePair<string, string>($"p{i}", "x"))], 400, "invalid_request");

    private static AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("school:geheim")));

    private List<KeyValuePair<string, string>> Sound() => TestClient.Form(fixture.School.Assertion(Host));

    private async Task<HttpResponseMessage> SendAsync(IEnumerable<KeyValuePair<string, string>> form, AuthenticationHeaderValue? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Host.TokenEndpoint) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = authorization;
        return await Host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task RefusedAsync(IEnumerable<KeyValuePair<string, string>> form, int status, string error)
    {
        using var response = await SendAsync(form, authorization: null);
        await RefusedAsync(response, status, error);
    }

    private static async Task RefusedAsync(HttpResponseMessage response, int status, string error)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(error, JsonDocument.Parse(body).RootElement.GetProperty("error").GetString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }
}
