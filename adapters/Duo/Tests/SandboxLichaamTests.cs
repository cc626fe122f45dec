using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Inburgering.Gateway.Adapters.Tests.Contracts;

namespace Inburgering.Gateway.Adapters.Duo.Tests;

/// <summary>A body that is not what the contract asks is 400 without a body, and changes nothing.</summary>
public sealed partial class SandboxLichaamTests(SandboxServer sandbox) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private const string Pip = $"/personen/{SandboxServer.Hasan}/PIP";
    private const int Seeds = 100;

    private readonly SandboxMelder duo = new(sandbox);

    public static TheoryData<string, string, string> Operations => new()
    {
        { "pip", "POST", "/personen/{bsn}/PIP" },
        { "contactpersoon", "POST", "/contactpersonen" },
        { "contactpersoon", "PUT", "/contactpersonen/{id}" },
        { "inburgeringsaanbod", "POST", "/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}" },
        { "map-pvt-zroute", "PUT", "/personen/{bsn}/map" },
        { "map-pvt-zroute", "PUT", "/personen/{bsn}/pvt" },
        { "map-pvt-zroute", "PUT", "/personen/{bsn}/zroute" },
        { "gevolgdeuren", "PUT", "/personen/{bsn}/uren/bredeintake/taallesknm" },
        { "gevolgdeuren", "PUT", "/personen/{bsn}/uren/participatieactiviteiten" },
        { "gevolgdeuren", "PUT", "/personen/{bsn}/uren/participatietaalles" },
    };

    public async ValueTask InitializeAsync()
    {
        using var herstel = await sandbox.SteerAsync("herstel");
        Assert.True(herstel.IsSuccessStatusCode);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Operations_WithABody_AreAllListedHere()
    {
        SharedContracts.SkipUnlessPresent("duo");
        var published =
            from file in SharedContracts.Names("duo", ".openapi.yml").Except(["notificatie.openapi.yml"])
            from operation in SharedContracts.OpenApi("duo", file).Operations
            where operation.RequestSchema is not null
            select $"{operation.Method} {operation.Path}";

        Assert.Equal(published.Order(StringComparer.Ordinal), Operations.Select(row => $"{row.Data.Item2} {row.Data.Item3}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Send_DrawnOrChangedBody_Is400ExactlyWhenTheSchemaFindsAFault(string file, string method, string template)
    {
        var contract = SharedContracts.OpenApi("duo", $"{file}.openapi.yml");
        var schema = contract.Find(method, template)!.RequestSchema!;
        var path = template.Replace("{bsn}", SandboxServer.Hasan, StringComparison.Ordinal)
            .Replace("{id}", "77777", StringComparison.Ordinal)
            .Replace("{instellingsnummer}", "0000012345", StringComparison.Ordinal);
        var (taken, refused) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var drawn = new SchemaSamples(contract, seed).Draw(schema);
            foreach (var body in new[] { drawn, JsonMutation.Apply(drawn, seed) })
            {
                var answer = await duo.SendAsync(new HttpMethod(method), path, body?.ToJsonString() ?? "null", "1708");
                var faulty = contract.Validate(body, schema).Count > 0 || HasNameOfOtherSigns(body);
                Assert.True(faulty == (answer.Status == 400), $"{body?.ToJsonString()} -> {answer.Status}");
                (taken, refused) = faulty ? (taken, refused + 1) : (taken + 1, refused);
            }
        }

        Assert.True(taken >= Seeds && refused > Seeds / 20, $"{taken} taken, {refused} refused");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"2024-11-01\"")]
    [InlineData("""{"dagtekeningPip":"2024-11-01"}""")]
    [InlineData("""{"leerroute":"O"}""")]
    [InlineData("""{"dagtekeningPip":"2024-02-30","leerroute":"O"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01T00:00:00Z","leerroute":"O"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"o"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"O","leerroute":"Z"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"O","niveau":null}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"O","niveau":"B2"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"B","geschatteIntensiteitB1Route":0}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"B","geschatteIntensiteitB1Route":10000}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"B","geschatteIntensiteitB1Route":600.5}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"B","geschatteIntensiteitB1Route":"600"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"O","indicatorMagOpleidingAfmaken":"true"}""")]
    [InlineData("""{"dagtekeningPip":"2024-11-01","leerroute":"\ud800"}""")]
    public async Task PostPip_NotTheSchema_Is400WithoutBodyAndChangesNothing(string body)
    {
        var before = await duo.GetAsync(Pip);

        var answer = await duo.PostAsync(Pip, body);

        Assert.Equal((400, string.Empty), (answer.Status, answer.Text));
        Assert.Equal(before.Text, (await duo.GetAsync(Pip)).Text);
    }

    [Theory]
    [InlineData("Jan de Vries-van 't Hof", "06-12345678", 201)]
    [InlineData("Team 1", "06-12345678", 400)]
    [InlineData("Jan_de_Vries", "06-12345678", 400)]
    [InlineData("Jan", "+31 (0)6 1234 5678", 201)]
    [InlineData("Jan", "0881234567,123", 201)]
    [InlineData("Jan", "06 12 34 56 78\n", 400)]
    [InlineData("Jan", "bel mij", 400)]
    [InlineData("Jan", "12", 400)]
    public async Task PostContactpersoon_NameOrNumberOfOtherSigns_Is400(string naam, string telefoonnummer, int status) =>
        Assert.Equal(status, (await duo.PostAsync("/contactpersonen", new { naam, email = "a@b.nl", telefoonnummer })).Status);

    [Fact]
    public async Task PostPip_OtherContentType_Is400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/duo/v1{Pip}");
        request.Content = new StringContent("""{"dagtekeningPip":"2024-11-01","leerroute":"O"}""", Encoding.UTF8, "text/plain");
        request.Headers.Add("bron", SandboxServer.Oins["1708"]);
        request.Headers.Add("doel", SandboxServer.Duo);
        request.Headers.Add("berichtId", Guid.NewGuid().ToString());

        using var response = await sandbox.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task PostPip_MemberOutsideTheContract_IsLeftAlone()
    {
        var answer = await duo.PostAsync(Pip, """{"dagtekeningPip":"2024-11-01","leerroute":"O","toelichting":"vrij"}""");

        Assert.Equal(201, answer.Status);
        Assert.DoesNotContain("toelichting", (await duo.GetAsync(Pip)).Text, StringComparison.Ordinal);
    }

    // The pattern of a name has no anchors in the contract, so the schema takes anything; the sandbox means the whole name.
    private static bool HasNameOfOtherSigns(JsonNode? body) =>
        body is JsonObject members && members["naam"] is JsonValue naam && naam.TryGetValue<string>(out var text) && !Name().IsMatch(text);

    [GeneratedRegex("""\A[\s'‘.\p{L}\p{Pd}]*\z""", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
