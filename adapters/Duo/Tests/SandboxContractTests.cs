using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>The sandbox against DUO's published contracts.</summary>
public sealed class SandboxContractTests(SandboxServer sandbox) : IClassFixture<SandboxServer>
{
    private const string BerichtId = "5b1f2f0a-3a58-4a51-9d2c-0f7f2b1f9a10";

    /// <summary>The contracts that a gemeente calls, and how many persons of the demo have something in the rarest of its questions.</summary>
    public static TheoryData<string, int> Files => new()
    {
        { "contactpersoon", 0 }, { "examen", 80 }, { "gevolgdeuren", 20 }, { "inburgeringsaanbod", 80 }, { "inburgeringsplicht", 80 },
        { "inburgeringstermijn", 80 }, { "leerbaarheidstoets", 80 }, { "map-pvt-zroute", 20 }, { "ontheffing", 20 }, { "pip", 80 }, { "vrijstelling", 20 },
    };

    /// <summary>The questions about Hasan, who has no MAP and has not signed yet.</summary>
    public static TheoryData<string> Vragen =>
    [
        "inburgeringsplicht", "inburgeringsplicht/historie", "doelgroep", "doelgroep/historie", "inburgeringstermijn", "inburgeringstermijn/historie",
        "lbt/examennummer", "lbt/resultaten", "PIP", "vrijstellingen", "ontheffingen", "uren", "examens/resultaten", "examens/gratispogingen",
    ];

    [Fact]
    public void Files_OfTheFolder_AreAllListedHere()
    {
        SharedContracts.SkipUnlessPresent("duo");
        var called = SharedContracts.Names("duo", ".openapi.yml").Except(["notificatie.openapi.yml"]);

        Assert.Equal(called, Files.Select(row => $"{row.Data.Item1}.openapi.yml").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Operations_OfEveryFile_AreServed()
    {
        SharedContracts.SkipUnlessPresent("duo");
        var missing = new List<string>();
        var served = 0;
        foreach (var file in Files.Select(row => row.Data.Item1))
        {
            var contract = SharedContracts.OpenApi("duo", $"{file}.openapi.yml");
            foreach (var operation in contract.Operations)
            {
                // without the headers that every contract asks: 400 with the version of the contract, or nobody is there
                using var response = await sandbox.SendAsync(new HttpMethod(operation.Method), Fill(operation.Path), null, null, null, null);
                var known = response.StatusCode == HttpStatusCode.BadRequest
                    && response.Headers.TryGetValues("API-Version", out var versions) && versions.Single() == contract.Version;
                served += known ? 1 : 0;
                missing.AddRange(known ? [] : [$"{file}: {operation.Method} {operation.Path}"]);
            }
        }

        Assert.Empty(missing);
        Assert.Equal(34, served);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Get_EveryPersonOfTheDemo_AnswersAsTheContractSays(string file, int atLeast)
    {
        var contract = SharedContracts.OpenApi("duo", $"{file}.openapi.yml");
        foreach (var operation in contract.Operations.Where(operation => operation.Method == "GET"))
        {
            var answered = 0;
            foreach (var persoon in SandboxServer.Personen)
            {
                using var response = await sandbox.AskAsync(
                    operation.Path.Replace("{bsn}", persoon.GetProperty("bsn").GetString(), StringComparison.Ordinal),
                    bron: SandboxServer.Oins[persoon.GetProperty("gemeentecode").GetString()!],
                    berichtId: BerichtId);

                answered += await CheckAsync(contract, operation, response);
            }

            Assert.True(answered > atLeast, $"only {answered} persons have an answer to {operation.Path}");
        }
    }

    [Theory]
    [MemberData(nameof(Vragen))]
    public async Task Get_Hasan_IsKnownInEveryOperation(string vraag)
    {
        using var response = await sandbox.AskAsync($"/personen/{SandboxServer.Hasan}/{vraag}");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [MemberData(nameof(Vragen))]
    public async Task Get_HeaderMissingOrWrong_Is400WithoutBody(string vraag)
    {
        var path = $"/personen/{SandboxServer.Hasan}/{vraag}";
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, bron: null));
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, bron: "0000000199999000100"));
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, doel: null));
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, doel: SandboxServer.Duo + "0"));
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, berichtId: null));
        await AssertEmptyAsync(HttpStatusCode.BadRequest, sandbox.AskAsync(path, berichtId: "bericht-1"));
    }

    [Theory]
    [InlineData("/personen/99999001/PIP", HttpStatusCode.BadRequest)]
    [InlineData("/personen/99999001a/PIP", HttpStatusCode.BadRequest)]
    [InlineData("/personen/9999900190/PIP", HttpStatusCode.BadRequest)]
    [InlineData("/personen/999990056/PIP", HttpStatusCode.NotFound)]
    [InlineData("/personen/999990056/inburgeringsplicht", HttpStatusCode.NotFound)]
    public async Task Get_OtherNumber_IsRefusedWithoutBody(string path, HttpStatusCode status) =>
        await AssertEmptyAsync(status, sandbox.AskAsync(path));

    [Theory]
    [InlineData("/personen/999990019/pip")]
    [InlineData("/personen/999990019/PIP/")]
    [InlineData("/Personen/999990019/PIP")]
    [InlineData("/personen/999990019/onbekend")]
    public async Task Get_PathNotOfTheContract_Is404WithoutVersion(string path)
    {
        using var response = await sandbox.AskAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("API-Version"));
    }

    [Theory]
    [InlineData(SandboxServer.Hasan, "00000001999990002000", SandboxServer.Duo, HttpStatusCode.Forbidden)]
    [InlineData(SandboxServer.Hasan, "00000001999990007000", SandboxServer.Duo, HttpStatusCode.Forbidden)]
    [InlineData(SandboxServer.Hasan, "00000001999990001000", "00000001999990008000", HttpStatusCode.Forbidden)]
    [InlineData(SandboxServer.Amal, "00000001999990003000", SandboxServer.Duo, HttpStatusCode.Forbidden)]
    public async Task Get_OutsideScope_Is403WithoutBody(string bsn, string bron, string doel, HttpStatusCode status) =>
        await AssertEmptyAsync(status, sandbox.AskAsync($"/personen/{bsn}/inburgeringsplicht", bron, doel));

    [Theory]
    [InlineData("00000001999990002000")]
    [InlineData("00000001999990001000")]
    public async Task Get_AmalAfterHerMove_IsInScopeOfNewGemeenteAndOfThePipsGemeente(string bron)
    {
        using var response = await sandbox.AskAsync($"/personen/{SandboxServer.Amal}/PIP", bron);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var pip = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("1708", (string?)pip["gemeentecode"]);
    }

    [Fact]
    public void Sandbox_References_SharesNoCodeWithAnAdapterOrTheSeam() =>
        Assert.DoesNotContain(
            typeof(Inburgering.Gateway.Sandbox.SandboxApp).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("Inburgering", StringComparison.Ordinal));

    private static string Fill(string template) => template
        .Replace("{bsn}", SandboxServer.Hasan, StringComparison.Ordinal)
        .Replace("{id}", "1", StringComparison.Ordinal)
        .Replace("{instellingsnummer}", "0000012345", StringComparison.Ordinal);

    private static async Task<int> CheckAsync(OpenApiContract contract, OpenApiOperation operation, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        Assert.True(operation.HasStatus(status), $"{status} is not in the contract");
        Assert.Equal(contract.Version, response.Headers.GetValues("API-Version").Single());
        Assert.Equal(BerichtId, response.Headers.GetValues("berichtId").Single());
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (operation.ResponseSchema(status) is not { } schema)
        {
            Assert.Empty(body);
            return 0;
        }

        var value = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        Assert.Empty(contract.Validate(value, schema, closed: true));
        return value is JsonArray { Count: 0 } ? 0 : 1;
    }

    private static async Task AssertEmptyAsync(HttpStatusCode status, Task<HttpResponseMessage> call)
    {
        using var response = await call;
        Assert.Equal(status, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.True(response.Headers.Contains("API-Version"));
    }
}
