using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>Faults with their own answer, faults after the work, and what is recorded of a melding.</summary>
public sealed class SandboxStoringenTests : IAsyncLifetime
{
    private const string Pip = $"/personen/{SandboxServer.Hasan}/PIP";
    private const string Nieuw = """{"dagtekeningPip":"2024-11-01","leerroute":"B"}""";
    private readonly Klok klok = new();
    private readonly SandboxServer sandbox;
    private readonly SandboxMelder duo;

    public SandboxStoringenTests()
    {
        sandbox = new SandboxServer { Klok = klok };
        duo = new SandboxMelder(sandbox);
    }

    public ValueTask InitializeAsync() => sandbox.InitializeAsync();

    public ValueTask DisposeAsync() => sandbox.DisposeAsync();

    [Theory]
    [InlineData("400", null)]
    [InlineData("401", null)]
    [InlineData("429", "1")]
    [InlineData("502", null)]
    [InlineData("503", null)]
    [InlineData("504", null)]
    public async Task Storing_WithAStatus_HasThatStatusAndNothingIsDone(string kind, string? retryAfter)
    {
        await OrderAsync($$"""{"kind":"{{kind}}","method":"POST"}""");

        using var hit = await PostAsync();

        Assert.Equal(kind, ((int)hit.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(retryAfter, hit.Headers.RetryAfter?.ToString());
        Assert.Empty(await hit.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("1.2.0", hit.Headers.GetValues("API-Version").Single());
        Assert.False(await IsDoneAsync());
        Assert.False((bool)(await sandbox.VerzoekenAsync())[0]!["verwerkt"]!);
    }

    [Fact]
    public async Task Storing_InAWindow_HitsEveryCallUntilItEnds()
    {
        await OrderAsync("""{"kind":"503","seconden":120}""");

        foreach (var (turned, left) in new[] { (0, "120"), (30, "90"), (89, "1") })
        {
            klok.Turn(TimeSpan.FromSeconds(turned));
            using var hit = await sandbox.AskAsync(Pip);
            Assert.Equal((HttpStatusCode.ServiceUnavailable, left), (hit.StatusCode, hit.Headers.RetryAfter?.ToString()));
        }

        klok.Turn(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await duo.GetAsync(Pip)).Status);
        Assert.Empty(await sandbox.LeesAsync("storingen"));
    }

    [Fact]
    public async Task Storing_FouttekstenGiven_AreTheBody()
    {
        await OrderAsync("""{"kind":"403-fouttekst","foutteksten":["Te vroeg.","Te laat."],"method":"POST"}""");

        Assert.Equal(["Te vroeg.", "Te laat."], (await duo.PostAsync(Pip, Nieuw)).Foutteksten);
    }

    [Theory]
    [InlineData("503", 503)]
    [InlineData("403-leeg", 403)]
    [InlineData("onzin", 200)]
    [InlineData("429", 429)]
    public async Task Storing_NaVerwerking_DoesTheWorkAndAnswersTheFault(string kind, int status)
    {
        await OrderAsync($$"""{"kind":"{{kind}}","method":"POST","naVerwerking":true,"retryAfter":7}""");

        using var hit = await PostAsync();

        Assert.Equal(status, (int)hit.StatusCode);
        Assert.True(await IsDoneAsync());
        var call = (await sandbox.VerzoekenAsync())[0]!;
        Assert.Equal((kind, status, true), ((string)call["storing"]!, (int)call["status"]!, (bool)call["verwerkt"]!));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("halverwege")]
    public async Task Storing_NaVerwerkingBrokenOff_DoesTheWorkAndGivesNoAnswer(string kind)
    {
        await OrderAsync($$"""{"kind":"{{kind}}","method":"POST","naVerwerking":true}""");

        await Assert.ThrowsAnyAsync<HttpRequestException>(PostAsync);

        Assert.True(await IsDoneAsync());
    }

    [Fact]
    public async Task Storing_NaVerwerkingOfARefusal_DoesNothing()
    {
        await OrderAsync("""{"kind":"503","method":"POST","naVerwerking":true}""");

        using var hit = await PostAsync("""{"dagtekeningPip":"2024-11-01","leerroute":"O","niveau":"A2"}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, hit.StatusCode);
        Assert.False((bool)(await sandbox.VerzoekenAsync())[0]!["verwerkt"]!);
    }

    [Fact]
    public async Task Storing_Druppelt_GivesTheProperAnswerByteAfterByte()
    {
        var proper = await duo.GetAsync(Pip);
        await OrderAsync("""{"kind":"druppelt","vertragingMs":0}""");

        Assert.Equal(proper.Text, (await duo.GetAsync(Pip)).Text);
        Assert.Equal("druppelt", (string?)(await sandbox.VerzoekenAsync())[1]!["storing"]);
    }

    [Fact]
    public async Task Storing_Halverwege_EndsInsideTheAnswer()
    {
        await OrderAsync("""{"kind":"halverwege"}""");

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => sandbox.AskAsync(Pip));
    }

    [Theory]
    [InlineData("""{"kind":"andere-versie"}""", "99.0.0")]
    [InlineData("""{"kind":"andere-versie","versie":"1.3.0"}""", "1.3.0")]
    [InlineData("""{"kind":"zonder-versie"}""", null)]
    public async Task Storing_OfTheVersion_ChangesOnlyThatHeader(string storing, string? version)
    {
        var proper = await duo.GetAsync(Pip);
        await OrderAsync(storing);

        using var hit = await sandbox.AskAsync(Pip);

        Assert.Equal(version, hit.Headers.TryGetValues("API-Version", out var values) ? values.Single() : null);
        Assert.Equal(proper.Text, await hit.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"kind":"503","seconden":0}""")]
    [InlineData("""{"kind":"503","retryAfter":-1}""")]
    [InlineData("""{"kind":"druppelt","vertragingMs":600001}""")]
    public async Task Storing_OutOfRange_Is400(string storing)
    {
        using var response = await sandbox.SteerAsync("storingen", storing);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(200, HttpStatusCode.NoContent)]
    [InlineData(201, HttpStatusCode.BadRequest)]
    public async Task Storing_LongFouttekst_KeepsTheContractsLength(int length, HttpStatusCode status)
    {
        using var response = await sandbox.SteerAsync("storingen", JsonSerializer.Serialize(new { kind = "403-fouttekst", foutteksten = new[] { new string('a', length) } }));

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Verzoeken_OfAMelding_TellWhatWasTakenAndCanBeFoundPerPerson()
    {
        await duo.PostAsync(Pip, Nieuw);
        await duo.PostAsync(Pip, """{"dagtekeningPip":"2024-11-01","leerroute":"O","niveau":"A2"}""");
        await duo.GetAsync($"/personen/{SandboxServer.Pablo}/PIP");

        using var found = await sandbox.SteerAsync("verzoeken/_zoek", $$"""{"bsn":"{{SandboxServer.Hasan}}"}""");
        var text = await found.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var calls = JsonNode.Parse(text)!.AsArray();

        Assert.Equal([201, 403], calls.Select(call => (int)call!["status"]!));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Nieuw), calls[0]!["inhoud"]));
        Assert.Null(calls[1]!["inhoud"]);
        Assert.Equal("application/json; charset=utf-8", (string?)calls[0]!["headers"]!["Content-Type"]);
        Assert.DoesNotContain(SandboxServer.Hasan, text, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PostAsync() => PostAsync(Nieuw);

    private Task<HttpResponseMessage> PostAsync(string pip) =>
        sandbox.SendAsync(HttpMethod.Post, Pip, pip, SandboxServer.Oins["1708"], SandboxServer.Duo, Guid.NewGuid().ToString());

    private async Task<bool> IsDoneAsync() => (string?)(await duo.GetAsync(Pip)).Json!["pip"]!["leerroute"] == "B";

    private async Task OrderAsync(string storing)
    {
        using var response = await sandbox.SteerAsync("storingen", storing);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>Stands still until it is turned; waiting takes the machine's time.</summary>
    private sealed class Klok : TimeProvider
    {
        private DateTimeOffset now = new(2024, 11, 15, 9, 0, 0, TimeSpan.Zero);

        public void Turn(TimeSpan by) => now += by;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
