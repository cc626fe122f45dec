using System.Net;
using System.Text.Json;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>GET /v1/dossiers/{dossierId}/inzagen, at the front door.</summary>
public sealed class InzagenTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = "999990019";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inzagen_VoorRegie_NoemtOrganisatieEnRolEnGeenMedewerker()
    {
        var (regie, id) = await RegieAsync();

        using var answer = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren");

        var regels = answer.RootElement.GetProperty("inzagen").EnumerateArray().ToArray();
        Assert.NotEmpty(regels);
        Assert.All(regels, r => Assert.False(r.TryGetProperty("actor", out _)));
        Assert.DoesNotContain(regels, r => r.TryGetProperty("doel", out var doel) && doel.GetString() == "toezicht-gebruik");
    }

    [Fact]
    public async Task Inzagen_PerDag_TellenDezelfdeRegelsPerOrganisatieRolDoelEnCategorieen()
    {
        var (regie, id) = await RegieAsync();
        await LookAsync(regie, id, 3);
        using var answer = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&van=2024-11-15&tot=2024-11-15");

        var groepen = answer.RootElement.GetProperty("groepen").EnumerateArray().ToArray();

        var eigen = Assert.Single(groepen, g => g.GetProperty("rol").GetString() == "REG" && g.GetProperty("actie").GetString() == "raadplegen" && g.GetProperty("doel").GetString() == "regie-voeren" && g.GetProperty("gegevenscategorieen").EnumerateArray().Any(c => c.GetString() == "PIP"));
        Assert.True(eigen.GetProperty("aantal").GetInt64() >= 3);
        Assert.Equal("2024-11-15", eigen.GetProperty("dag").GetString());
        var regels = await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{id}' and (r.tijdstip at time zone 'Europe/Amsterdam')::date = '2024-11-15' and c.doel is distinct from 'toezicht-gebruik'
            """);
        Assert.Equal(regels - 1, groepen.Sum(g => g.GetProperty("aantal").GetInt64()));          // this very question came after its own answer
    }

    [Fact]
    public async Task Inzagen_OpDeTweedePagina_HerhalenDeDagenNiet()
    {
        var (regie, id) = await RegieAsync();
        await LookAsync(regie, id, 60);
        using var first = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=gekeken");

        using var second = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=gekeken&cursor={Uri.EscapeDataString(first.RootElement.GetProperty("volgende").GetString()!)}");

        Assert.True(first.RootElement.TryGetProperty("groepen", out _));
        Assert.False(second.RootElement.TryGetProperty("groepen", out _));
    }

    [Fact]
    public async Task Inzagen_VanWatBinnenkwam_NoemtDuoMetNaam()
    {
        var (regie, id) = await RegieAsync();

        using var answer = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=ontvangen");

        Assert.All(answer.RootElement.GetProperty("inzagen").EnumerateArray(), r => Assert.Equal("DUO", r.GetProperty("organisatienaam").GetString()));
    }

    [Fact]
    public async Task Inzagen_VanRegieVoorToezicht_Geeft403()
    {
        var (regie, id) = await RegieAsync();

        using var answer = await regie.GetAsync($"/v1/dossiers/{id}/inzagen?doel=toezicht-gebruik", Ct);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("schakelcollege-1708", "uitvoeren-leerroute", HttpStatusCode.Forbidden)]
    [InlineData("inkomen-1708", "uitkering-vaststellen", HttpStatusCode.Forbidden)]
    [InlineData("privacy-1708", "avg-verzoek-afhandelen", HttpStatusCode.Forbidden)]
    [InlineData("privacy-1708", null, HttpStatusCode.BadRequest)]
    [InlineData("privacy-0171", "toezicht-gebruik", HttpStatusCode.NotFound)]
    public async Task Inzagen_ZonderRecht_WordtGeweigerd(string clientId, string? doel, HttpStatusCode expected)
    {
        var (_, id) = await RegieAsync();
        using var client = await house.AsAsync(clientId);

        using var answer = await client.GetAsync($"/v1/dossiers/{id}/inzagen{(doel is null ? "" : $"?doel={doel}")}", Ct);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("van=15-11-2024")]
    [InlineData("van=2024-11-15&tot=2024-11-01")]
    [InlineData("soort=iets")]
    [InlineData("resultaat=misschien")]
    [InlineData("cursor=zelfgemaakt")]
    public async Task Inzagen_MetEenFoutFilter_Geeft400(string filter)
    {
        var (regie, id) = await RegieAsync();

        using var answer = await regie.GetAsync($"/v1/dossiers/{id}/inzagen?doel=regie-voeren&{filter}", Ct);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Inzagen_MetMeerDanEenPagina_BladertZonderDubbelOfGat()
    {
        var (regie, id) = await RegieAsync();
        await LookAsync(regie, id, 60);
        using var first = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=gekeken");
        var cursor = Uri.EscapeDataString(first.RootElement.GetProperty("volgende").GetString()!);

        using var second = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=gekeken&cursor={cursor}");

        var ids = Ids(first).Concat(Ids(second)).ToArray();
        Assert.Equal(50, Ids(first).Count());
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.True(ids.Length >= 60);
    }

    [Theory]
    [InlineData("zaaksysteem-1708", "&soort=ontvangen")]
    [InlineData("inkomen-1708", "&soort=gekeken")]
    public async Task Inzagen_MetAndermansCursor_GeeftNiets(string clientId, string filter)
    {
        var (regie, id) = await RegieAsync();
        await LookAsync(regie, id, 60);
        using var first = await ReadAsync(regie, $"/v1/dossiers/{id}/inzagen?doel=regie-voeren&soort=gekeken");
        var cursor = Uri.EscapeDataString(first.RootElement.GetProperty("volgende").GetString()!);
        using var client = await house.AsAsync(clientId);

        using var answer = await client.GetAsync($"/v1/dossiers/{id}/inzagen?doel=regie-voeren{filter}&cursor={cursor}", Ct);

        Assert.False(answer.IsSuccessStatusCode);
    }

    private static IEnumerable<string> Ids(JsonDocument page) =>
        page.RootElement.GetProperty("inzagen").EnumerateArray().Select(r => r.GetProperty("logId").GetString()!);

    private static async Task<JsonDocument> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Ct);
        var body = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonDocument.Parse(body);
    }

    private static async Task LookAsync(HttpClient regie, string id, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await regie.GetAsync($"/v1/dossiers/{id}?doel=regie-voeren", Ct);
            Assert.True(answer.IsSuccessStatusCode);
        }
    }

    private async Task<(HttpClient Client, string DossierId)> RegieAsync()
    {
        var regie = await house.AsAsync("zaaksysteem-1708");
        return (regie, await RunningHouse.FindAsync(regie, Hasan, "regie-voeren"));
    }
}
