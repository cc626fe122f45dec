using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Features;

/// <summary>Sources that say different things: both are kept, both are shown, and the regievoerder says which one counts (domain c).</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class BronverschilTests(RunningHouse house)
{
    private const string Reden = "De school toetste dit na het examen.";

    [Fact]
    public async Task Niveau_DuoZegtA2EnDeSchoolB1_WachtOpDeRegievoerderEnBlijftVanAllebei()
    {
        var (leerling, regie) = await MetExamenAsync();

        // the task is the gemeente's: the school learns nothing of it
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, Voortgang(leerling, 1, "B1")));

        var verschil = Assert.Single(await VerschillenAsync(regie));
        Assert.Equal(("TVG", "niveaus", "lezen", true), (Tekst(verschil, "categorie"), Tekst(verschil, "veld"), Tekst(verschil, "onderdeel"), verschil.GetProperty("open").GetBoolean()));
        Assert.Equal(["duo DUO A2", "taalpunt Taalpunt Rijnstad B1"], Waarden(verschil));
        var gegevens = await house.RegieAsync(leerling);
        Assert.Equal("A2", (string?)gegevens["EXA"]!["behaaldeOnderdelen"]![0]!["niveau"]);
        Assert.Equal("B1", (string?)gegevens["TVG"]!["niveaus"]![0]!["niveau"]);
        Assert.Equal(1L, await TakenAsync(leerling));

        var gekozen = await KiesAsync(regie, verschil, "taalpunt");

        Assert.Equal((HttpStatusCode.Created, "taalpunt", Reden), (gekozen.Status, gekozen.Tekst("bron"), gekozen.Tekst("reden")));
        Assert.Equal("Bron gekozen|0|-|regie-voeren|-|bronkeuze|t", await gekozen.RegelAsync(house));
        var daarna = Assert.Single(await VerschillenAsync(regie));
        Assert.Equal(("taalpunt", false), (Tekst(daarna, "geldt"), daarna.GetProperty("open").GetBoolean()));
        Assert.Equal(Waarden(verschil), Waarden(daarna));
        Assert.Equal(0L, await TakenAsync(leerling));

        // the same choice once more has no second effect
        var nogmaals = await KiesAsync(regie, verschil, "taalpunt");
        Assert.Equal((HttpStatusCode.Created, gekozen.Body.GetProperty("gekozenOp").GetString()), (nogmaals.Status, nogmaals.Body.GetProperty("gekozenOp").GetString()));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.bronkeuze where dossier_id = '{leerling.DossierId}'"));

        // another word of the school asks again; the choice counts until then
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, Voortgang(leerling, 2, "B2")));
        Assert.Equal(1L, await TakenAsync(leerling));
        var opnieuw = Assert.Single(await VerschillenAsync(regie));
        Assert.Equal(("taalpunt", true), (Tekst(opnieuw, "geldt"), opnieuw.GetProperty("open").GetBoolean()));

        // and when they agree there is nothing left to decide
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, Voortgang(leerling, 3, "A2")));
        Assert.Empty(await VerschillenAsync(regie));
        Assert.Equal(0L, await TakenAsync(leerling));
    }

    [Fact]
    public async Task PipNiveau_DuoZegtIetsAnders_GeldtVanDeGemeenteTotDeRegievoerderAndersKiest()
    {
        var leerling = await house.LeerlingAsync();
        var regie = new Regiewerk(await house.AsAsync("zaaksysteem-1708"), leerling.DossierId);
        await regie.LegVastAsync(house, "PIP", "gemeente", new JsonObject { ["leerroute"] = "B", ["niveau"] = "B1" }, "gegevens");
        await regie.LegVastAsync(house, "PIP", "duo", new JsonObject { ["leerroute"] = "B", ["niveau"] = "A2" }, "pip");

        var verschil = Assert.Single(await VerschillenAsync(regie));
        Assert.Equal(("PIP", "niveau", "gemeente"), (Tekst(verschil, "categorie"), Tekst(verschil, "veld"), Tekst(verschil, "geldt")));
        Assert.False(verschil.TryGetProperty("onderdeel", out _));
        Assert.Equal("B1", await SchoolZietAsync(leerling));

        Assert.Equal(HttpStatusCode.Created, (await KiesAsync(regie, verschil, "duo")).Status);

        Assert.Equal("A2", await SchoolZietAsync(leerling));
        Assert.Equal("A2", (string?)(await house.RegieAsync(leerling))["PIP"]!["niveau"]);
        Assert.Equal("B", (string?)(await house.RegieAsync(leerling))["PIP"]!["leerroute"]);

        // the source that was chosen goes on counting when it changes its word, and it is asked again
        await regie.LegVastAsync(house, "PIP", "duo", new JsonObject { ["leerroute"] = "B", ["niveau"] = "A1" }, "pip");
        Assert.Equal("A1", await SchoolZietAsync(leerling));
        Assert.True(Assert.Single(await VerschillenAsync(regie)).GetProperty("open").GetBoolean());
    }

    [Fact]
    public async Task Keuze_DieNietKan_NoemtDeFoutenEnVerandertNiets()
    {
        var (leerling, regie) = await MetExamenAsync();
        await house.VerwerkAsync(leerling, Voortgang(leerling, 1, "B1"));
        var verschil = Assert.Single(await VerschillenAsync(regie));

        Assert.Equal("/reden", (await KiesAsync(regie, verschil, "taalpunt", reden: "kort")).Plaatsen);
        Assert.Equal("/reden", (await KiesAsync(regie, verschil, "taalpunt", reden: $"Het gaat om {leerling.Persoon.Bsn}.")).Plaatsen);
        Assert.Equal("/bron", (await KiesAsync(regie, verschil, "coa")).Plaatsen);
        var anders = await KiesAsync(regie, verschil, "taalpunt", stand: new string('0', 64));
        Assert.Equal((HttpStatusCode.Conflict, "GW-0340"), (anders.Status, anders.Code));
        var nergens = await KiesAsync(regie, verschil, "taalpunt", veld: "toetsen");
        Assert.Equal((HttpStatusCode.Conflict, "GW-0340"), (nergens.Status, nergens.Code));

        Assert.True(Assert.Single(await VerschillenAsync(regie)).GetProperty("open").GetBoolean());
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.bronkeuze where dossier_id = '{leerling.DossierId}'"));
    }

    [Theory]
    [InlineData("zaaksysteem-0171", HttpStatusCode.NotFound)]
    [InlineData("taalpunt-1708", HttpStatusCode.Forbidden)]
    public async Task Verschillen_VanEenAnder_ZijnErNiet(string client, HttpStatusCode verwacht)
    {
        var (leerling, regie) = await MetExamenAsync();
        await house.VerwerkAsync(leerling, Voortgang(leerling, 1, "B1"));
        var verschil = Assert.Single(await VerschillenAsync(regie));
        var ander = new Regiewerk(await house.AsAsync(client), leerling.DossierId);

        var gelezen = await Antwoord.SendAsync(ander.Client, HttpMethod.Get, $"/v1/dossiers/{leerling.DossierId}/bronverschillen");
        var gekozen = await KiesAsync(ander, verschil, "taalpunt");

        Assert.Equal((verwacht, verwacht), (gelezen.Status, gekozen.Status));
        Assert.DoesNotContain("B1", gelezen.Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.bronkeuze where dossier_id = '{leerling.DossierId}'"));
    }

    /// <summary>Someone of whom DUO says that reading was passed at A2.</summary>
    private async Task<(Leerling Leerling, Regiewerk Regie)> MetExamenAsync()
    {
        var leerling = await house.LeerlingAsync();
        await house.WeetAsync(new
        {
            bsn = leerling.Persoon.Bsn,
            vNummer = leerling.Persoon.Nummer,
            gemeentecode = "1708",
            inburgeringsplicht = new { indicatorInburgeringsplicht = true, begindatum = "2024-01-29" },
            doelgroep = new { indeling = "Asielstatushouder", begindatum = "2024-01-29", gedetailleerdeDoelgroep = "Asielstatushouder" },
            examenresultaten = new[] { new { examendatum = "2024-10-08", resultaat = "Geslaagd", onderdeel = "LE", niveau = "A2" } },
        });
        var duo = await Levering.SendAsync(house, Levering.Notificatie("SS199", leerling.Persoon.Bsn));
        Assert.Equal((Levering.Verwerkt, null), await duo.AfloopAsync());
        return (leerling, new Regiewerk(await house.AsAsync("zaaksysteem-1708"), leerling.DossierId));
    }

    private static JsonObject Voortgang(Leerling leerling, int volgorde, string niveau) => leerling.Event("voortgang", volgorde, new { vaardigheid = "lezen", niveau, datum = "2024-11-01" });

    private static async Task<JsonElement[]> VerschillenAsync(Regiewerk regie)
    {
        var antwoord = await Antwoord.SendAsync(regie.Client, HttpMethod.Get, $"/v1/dossiers/{regie.DossierId}/bronverschillen");
        Assert.Equal(HttpStatusCode.OK, antwoord.Status);
        return [.. antwoord.Body.GetProperty("verschillen").EnumerateArray()];
    }

    private static Task<Antwoord> KiesAsync(Regiewerk regie, JsonElement verschil, string bron, string reden = Reden, string? stand = null, string? veld = null) =>
        regie.PostAsync($"/v1/dossiers/{regie.DossierId}/bronkeuzes", new
        {
            categorie = Tekst(verschil, "categorie"),
            veld = veld ?? Tekst(verschil, "veld"),
            onderdeel = verschil.TryGetProperty("onderdeel", out var onderdeel) ? onderdeel.GetString() : null,
            bron,
            stand = stand ?? Tekst(verschil, "stand"),
            reden,
        });

    private static string[] Waarden(JsonElement verschil) =>
        [.. verschil.GetProperty("waarden").EnumerateArray().Select(w => $"{Tekst(w, "bron")} {Tekst(w, "naam")} {Tekst(w, "waarde")}")];

    private async Task<string?> SchoolZietAsync(Leerling leerling) => (string?)(await house.SchoolAsync(leerling))["PIP"]?["niveau"];

    private Task<long> TakenAsync(Leerling leerling) => house.ScalarAsync<long>($"select count(*) from inbox.bericht where dossier_id = '{leerling.DossierId}' and reden = 'bronnen-verschillen'");

    private static string Tekst(JsonElement element, string naam) => element.GetProperty(naam).GetString()!;
}
