using Inburgering.Gateway.Identity;
using Inburgering.Gateway.Identity.Issuer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>gateway token, against a running issuer.</summary>
public sealed class TokenCommandTests(IdentityFixture fixture) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task Run_DemoClient_PrintsOnlyTheToken()
    {
        await WriteKeyAsync();

        var (code, output, error) = await RunAsync("school");

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.Equal("berichten:leveren dossier:lezen", new JsonWebToken(output.TrimEnd()).GetClaim("scope").Value);
    }

    [Fact]
    public async Task Run_WithScope_AsksThatScope()
    {
        await WriteKeyAsync();

        var (code, output, _) = await RunAsync("school", "--scope", "dossier:lezen");

        Assert.Equal(0, code);
        Assert.Equal("dossier:lezen", new JsonWebToken(output.TrimEnd()).GetClaim("scope").Value);
    }

    [Fact]
    public async Task Run_ScopeNotTheirs_IsNotAllowed()
    {
        await WriteKeyAsync();

        var (code, output, error) = await RunAsync("school", "--scope", "logboek:lezen");

        Assert.Equal(3, code);
        Assert.Empty(output);
        Assert.StartsWith("Geen token: Deze client mag", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("vwn", "--gebruiker", "v-17")]
    [InlineData("--gebruiker", "v-17", "vwn", "--scope", "dossier:lezen")]
    [InlineData("--scope", "dossier:lezen", "--gebruiker", "v-17", "vwn")]
    public async Task Run_WithUser_NamesHerInTheToken(params string[] args)
    {
        await WriteKeyAsync("vwn");

        var (code, output, error) = await RunAsync(args);

        Assert.True(code == 0, error);
        Assert.Equal("""{"sub":"v-17"}""", new JsonWebToken(output.TrimEnd()).GetClaim("act").Value);
    }

    [Fact]
    public async Task Run_UserWhereNoneIsAgreedUpon_IsNotAllowed()
    {
        await WriteKeyAsync();

        var (code, _, error) = await RunAsync("school", "--gebruiker", "v-17");

        Assert.Equal(3, code);
        Assert.StartsWith("Geen token: Met deze client zijn geen gebruikers", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--scope", "x")]
    [InlineData("school", "dossier:lezen")]
    [InlineData("school", "--gebruiker")]
    [InlineData("school", "--gebruiker", "a", "--gebruiker", "b")]
    [InlineData("school", "--wie", "a")]
    [InlineData("onbekend")]
    [InlineData("../../etc/passwd")]
    public async Task Run_WrongUse_SaysWhatToDo(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task Run_NoGateway_SaysSo()
    {
        await WriteKeyAsync();

        var (code, _, error) = await RunAsync(fixture.Host.Options with { Port = 1 }, "school");

        Assert.Equal(2, code);
        Assert.StartsWith("Op poort 1 antwoordt geen gateway", error, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Error)> RunAsync(params string[] args) => RunAsync(fixture.Host.Options, args);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Gateway.Storage.GatewayOptions options, params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await TokenCommand.RunAsync(args, options, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private async Task WriteKeyAsync(string client = "school")
    {
        var host = fixture.Host;
        host.Clock.Synchronise();
        var jwk = await host.Services.GetRequiredService<ClientSleutels>().RegistreerAsync(client, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(host.Options.DemoMap);
        await File.WriteAllTextAsync(Path.Combine(host.Options.DemoMap, $"{client}.jwk.json"), jwk, TestContext.Current.CancellationToken);
    }
}
