using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Rechten;

/// <summary>AVG 16 and 19 over HTTP: the gemeente corrects its own value, whoever received the wrong one gets a task, and DUO's value is DUO's to mend.</summary>
public sealed class RectificatieTests(RunningHouse house) : IClassFixture<RunningHouse>
{
    private const string Hasan = Rechtenproef.Hasan;
    private const string Leerroute = Rechtenproef.Leerroute;
    private const string Nieuw = "hasan.nieuw@voorbeeld.example";

    [Fact]
    public async Task F15_EmailVanDeGemeenteVerbeterd_OudBlijftIedereOntvangerKrijgtEenTaak()
    {
        var (regie, dossier) = await house.RegieAsync();
        var (school, vwn) = (await house.AsAsync("schakelcollege-1708"), await house.AsAsync("vwn-1708"));
        var (vanSchool, vanVwn) = (await RunningHouse.FindAsync(school, Hasan, Leerroute), await house.ExternIdAsync("vwn-1708", dossier));
        var oud = (await school.GegevensAsync(vanSchool, Leerroute)).GetProperty("CON").Text("email");
        await vwn.GegevensAsync(vanVwn, "uitvoeren-pvt");
        await regie.GegevensAsync(dossier, "regie-voeren");
        var vraag = new { categorie = "CON", veld = "email", nieuweWaarde = Nieuw, zaaknummer = "AVG-15" };

        var (status, rectificatie, location) = await regie.PostAsync($"/v1/dossiers/{dossier}/rectificaties", vraag);

        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(["schakelcollege-1708 open", "vwn-1708 open"], Taken(rectificatie.GetProperty("correctietaken")));
        Assert.Equal(Nieuw, (await school.GegevensAsync(vanSchool, Leerroute)).GetProperty("CON").Text("email"));
        var (_, gelezen) = await regie.ReadAsync(location!);
        Assert.Equal((oud, Nieuw), (gelezen.Text("oudeWaarde"), gelezen.Text("nieuweWaarde")));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where dossier_id = '{dossier}' and gecorrigeerd_op is not null and not actueel"));
        Assert.Equal(1L, await house.RegelsAsync(dossier, "Gegeven gerectificeerd", "c.gevraagd = 'CON.email' and c.resultaat = 0"));
        Assert.Equal(1L, await house.RegelsAsync(dossier, "Rectificaties geraadpleegd", "c.geleverd = 'VRZ.verzoeken CON.email'"));

        Assert.Equal(rectificatie.ToString(), (await regie.DoAsync($"/v1/dossiers/{dossier}/rectificaties", vraag)).ToString());
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.rectificatie where dossier_id = '{dossier}' and veld = 'email'"));
        await ConfirmAsync(regie, dossier, rectificatie);
        await HeldBackAsync(regie, dossier, location!);
    }

    [Fact]
    public async Task F15_WaardeVanDuo_IsEenVerzoekAanDuoEnGeenWijzigingHier()
    {
        var (regie, dossier) = await house.RegieAsync();
        var before = (await regie.GegevensAsync(dossier, "regie-voeren")).GetProperty("TER").ToString();
        var vraag = new { categorie = "TER", veld = "einddatum", nieuweWaarde = "2028-01-01", zaaknummer = "AVG-16" };

        var rectificatie = await regie.DoAsync($"/v1/dossiers/{dossier}/rectificaties", vraag);

        Assert.False(rectificatie.GetProperty("hierVerbeterd").GetBoolean());
        Assert.Equal(["duo open"], Taken(rectificatie.GetProperty("correctietaken")));
        Assert.Equal(before, (await regie.GegevensAsync(dossier, "regie-voeren")).GetProperty("TER").ToString());
        Assert.Equal(rectificatie.ToString(), (await regie.DoAsync($"/v1/dossiers/{dossier}/rectificaties", vraag)).ToString());
        Assert.Equal(0L, await house.ScalarAsync<long>("select count(*) from dossiers.feit where categorie = 'TER' and gecorrigeerd_op is not null"));
    }

    [Fact]
    public async Task Rectificeren_LeerrouteVanDeGemeente_VerzetOokDeWerkkolom()
    {
        var (regie, dossier) = await house.RegieAsync("999990032");

        await regie.DoAsync($"/v1/dossiers/{dossier}/rectificaties", new { categorie = "PIP", veld = "leerroute", bron = "gemeente", nieuweWaarde = "Z", zaaknummer = "AVG-17" });

        Assert.Equal("Z", await house.ScalarAsync<string>($"select leerroute from dossiers.dossier where dossier_id = '{dossier}'"));
        Assert.Equal("Z", (await regie.GegevensAsync(dossier, "regie-voeren")).GetProperty("PIP").Text("leerroute"));
    }

    [Theory]
    [InlineData("""{"categorie":"XYZ","veld":"email","nieuweWaarde":"x","zaaknummer":"?"}""", 400, "GW-0003", "/categorie /zaaknummer")]
    [InlineData("""{"categorie":"CON","veld":"schoenmaat","nieuweWaarde":"x","zaaknummer":"A-1","bron":"bakker"}""", 400, "GW-0003", "/bron /veld")]
    [InlineData("""{"categorie":"IDN","veld":"bsn","nieuweWaarde":"999990342","zaaknummer":"A-1"}""", 400, "GW-0003", "/veld")]
    [InlineData("""{"categorie":"LOG","veld":"regels","nieuweWaarde":"x","zaaknummer":"A-1"}""", 400, "GW-0003", "/categorie")]
    [InlineData("""{"categorie":"CON","veld":"email","nieuweWaarde":null,"zaaknummer":"A-1"}""", 400, "GW-0003", "/nieuweWaarde")]
    [InlineData("""{"categorie":"CON","veld":"email","nieuweWaarde":7,"zaaknummer":"A-1"}""", 400, "GW-0003", "/nieuweWaarde")]
    [InlineData("""{"categorie":"GZH","veld":"gezondheid","nieuweWaarde":"x","zaaknummer":"A-1"}""", 403, "GW-0160", "")]
    [InlineData("""{"categorie":"FIN","veld":"iban","nieuweWaarde":"x","zaaknummer":"A-1"}""", 403, "GW-0160", "")]
    [InlineData("""{"categorie":"GSP","veld":"gesprekken","nieuweWaarde":"x","zaaknummer":"A-1"}""", 409, "GW-0161", "")]
    [InlineData("""{"categorie":"CON","veld":"telefoon","nieuweWaarde":"x","zaaknummer":"A-1","bron":"coa"}""", 409, "GW-0161", "")]
    [InlineData("""{"categorie":"PIP","veld":"leerroute","nieuweWaarde":"O","zaaknummer":"A-1"}""", 409, "GW-0161", "")]
    public async Task Rectificeren_WatNietKan_NoemtWaaromEnWijzigtNiets(string body, int status, string code, string pointers)
    {
        var (regie, dossier) = await house.RegieAsync();
        var before = await house.ScalarAsync<long>("select (select count(*) from dossiers.feit) + (select count(*) from dossiers.rectificatie) + (select count(*) from dossiers.correctietaak)");

        var (antwoord, probleem, _) = await regie.PostAsync($"/v1/dossiers/{dossier}/rectificaties", JsonNode.Parse(body));

        Assert.Equal((status, code), ((int)antwoord, probleem.Text("code")));
        Assert.Equal(pointers, probleem.TryGetProperty("errors", out _) ? string.Join(' ', probleem.Pointers()) : string.Empty);
        Assert.Equal(before, await house.ScalarAsync<long>("select (select count(*) from dossiers.feit) + (select count(*) from dossiers.rectificatie) + (select count(*) from dossiers.correctietaak)"));
    }

    private static string[] Taken(JsonElement taken) => [.. taken.EnumerateArray().Select(t => $"{t.Text("ontvanger")} {t.Text("status")}")];

    private static async Task ConfirmAsync(HttpClient regie, string dossier, JsonElement rectificatie)
    {
        var pad = $"/v1/dossiers/{dossier}/correctietaken/{rectificatie.GetProperty("correctietaken")[0].Text("correctietaakId")}/bevestigingen";
        var bevestigd = await regie.DoAsync(pad);
        Assert.Equal(bevestigd.ToString(), (await regie.DoAsync(pad)).ToString());
        var taken = (await regie.ReadAsync($"/v1/dossiers/{dossier}/correctietaken")).Body.GetProperty("correctietaken");
        Assert.Equal(["schakelcollege-1708 bevestigd", "vwn-1708 open"], Taken(taken).Where(t => !t.StartsWith("duo", StringComparison.Ordinal)));
    }

    /// <summary>AVG 18: what is held back is not shown as it was either.</summary>
    private static async Task HeldBackAsync(HttpClient regie, string dossier, string location)
    {
        var beperking = await regie.DoAsync($"/v1/dossiers/{dossier}/beperkingen", new { categorie = "CON", zaaknummer = "AVG-18" });
        Assert.False((await regie.ReadAsync(location)).Body.TryGetProperty("oudeWaarde", out _));
        await regie.DoAsync($"/v1/dossiers/{dossier}/beperkingen/{beperking.Text("beperkingId")}/opheffingen");
        Assert.True((await regie.ReadAsync(location)).Body.TryGetProperty("oudeWaarde", out _));
    }
}
