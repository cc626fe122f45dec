using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Storage;
using Microsoft.Extensions.Configuration;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>Wrong configuration stops the start, with the key's name.</summary>
public sealed class OptionsTests
{
    [Theory]
    [InlineData("https://gateway.example", true)]
    [InlineData("http://127.0.0.1:8080", false)]
    [InlineData("http://localhost:8080", false)]
    public void From_OwnAddress_DecidesWhetherCookiesAreSecure(string url, bool https)
    {
        var options = From(url);

        Assert.Equal(https, options.Https);
        Assert.True(options.Embedded);
        Assert.Equal(url, options.Issuer);
        Assert.Equal(url + "/v1", options.Audience);
    }

    [Theory]
    [InlineData("http://gateway.example", null, "Gateway:PubliekeUrl")]
    [InlineData("gateway.example", null, "Gateway:PubliekeUrl")]
    [InlineData("https://gateway.example", "http://issuer.example", "Authentication:Authority")]
    [InlineData("https://gateway.example", "issuer", "Authentication:Authority")]
    [InlineData("https://gateway.example", "file:///etc", "Authentication:Authority")]
    public void From_BadAddress_StopsWithTheKeysName(string url, string? authority, string key)
    {
        var error = Assert.Throws<InvalidOperationException>(() => From(url, authority));

        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_Authority_SwitchesTheEmbeddedIssuerOff()
    {
        var options = From("https://gateway.example", "https://issuer.example/");

        Assert.False(options.Embedded);
        Assert.Equal("https://issuer.example/", options.Issuer);
        Assert.Equal("https://issuer.example/.well-known/openid-configuration", options.MetadataUrl);
        Assert.Equal("https://gateway.example/v1", options.Audience);
    }

    private static IdentityOptions From(string url, string? authority = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Authentication:Authority"] = authority }).Build();
        return IdentityOptions.From(configuration, new GatewayOptions { DataMap = ".", SleutelMap = ".", Port = 1, SandboxPort = 2, PubliekeUrl = url });
    }
}
