using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using static Inburgering.Gateway.Tests.Outbox.Melder;

namespace Inburgering.Gateway.Tests.Outbox;

/// <summary>A partner is told of a new person, at the front door: exactly what domain b.4 to b.6 name and the grant allows at the moment it leaves, once per assignment.</summary>
[Collection(Aanmeldhuizen.Collection)]
public sealed class AanmeldingTests(Aanmeldhuis house)
{
    private const string School = "taalaanbieder", Schakel = "schakelcollege-1708", Vwn = "vluchtelingenwerk";
    private const short Wacht = 0, Vervallen = 4;

    [Theory]
    [InlineData(
        "taalaanbieder", "schakelcollege-1708", "leerroute", "uitvoeren-leerroute", "00000003999990011000",
        "AAN.aanbiedingen.verwachteStartdatumOpleiding CON.email CON.telefoon CPS.email CPS.regievoerder CPS.telefoon IDN.geboortedatum IDN.naam PIP.indicatorAlfabetiseringsonderwijs PIP.leerroute PIP.niveau")]
    [InlineData(
        "participatiepartner", "werkcorporatie-0171", "participatie", "uitvoeren-participatie", "00000003999990012000",
        "CON.email CON.telefoon IDN.naam PAR.belastbaarheidUrenPerWeek PIP.doelenParticipatie PIP.leerroute TVG.niveaus.niveau TVG.niveaus.vaardigheid")]
    [InlineData("vluchtelingenwerk", "vwn-1708", "pvt", "uitvoeren-pvt", "00000003999990014000", "CON.email CON.telefoon IDN.naam VBL.doelgroep")]
    [InlineData("vluchtelingenwerk", "vwn-1708", "begeleiding", "maatschappelijke-begeleiding", "00000003999990014000", "CON.email CON.telefoon IDN.naam")]
    public async Task Opdracht_DossierVolInIedereCategorie_MeldtPreciesDeVeldenVanDezePartner(string partner, string client, string taak, string doel, string oin, string velden)
    {
        var gemeente = client[^4..];
        var persoon = await Nieuwkomer.MaakAsync(house, gemeente);

        var gegeven = await persoon.Regie.GeefAsync(Regiewerk.Opdracht(client, taak));
        var id = gegeven.Tekst("aanmeldingId");
        await house.UntilAsync($"select status = {Bevestigd} from outbox.melding where melding_id = '{id}'");

        var aanmelding = Assert.Single(await house.OntvangenAsync(partner, id));
        var data = aanmelding.GetProperty("data");
        Assert.Equal(velden.Split(' '), Paden(data.GetProperty("gegevens")));
        Assert.All(Woorden(data.GetProperty("gegevens")), w => Assert.Equal(w.Verwacht, w.Staat));
        Assert.Equal((gegeven.Tekst("partnerReferentie"), taak, 1), (data.GetProperty("partnerReferentie").GetString(), data.GetProperty("taak").GetString(), aanmelding.GetProperty("keren").GetInt32()));
        Assert.Equal($"urn:nld:oin:{Gemeente(gemeente)}:systeem:inburgering-gateway", aanmelding.GetProperty("source").GetString());
        Assert.Equal("aanmelding", (await persoon.MeldingAsync(id)).Tekst("soort"));

        Assert.Equal($"1|{doel}|WI|{oin}|t|t", await RegelAsync(persoon, id, velden));
        var inzagen = await Antwoord.SendAsync(persoon.Regie.Client, HttpMethod.Get, $"/v1/dossiers/{persoon.Regie.DossierId}/inzagen?doel=regie-voeren");
        Assert.Contains("Melding verzonden: aanmelding", inzagen.Body.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("[IDN/", house.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(persoon.Bsn, house.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opdracht_ZonderLeerroute_WachtZonderActieTeVragenEnGaatVanzelfAlsHetPipErStaat()
    {
        var persoon = await Nieuwkomer.MaakAsync(house, zonder: "PIP");
        var id = await persoon.GeefAsync(Schakel, "leerroute");
        await house.UntilAsync($"select reden = 'wacht-op-gegevens' from outbox.melding where melding_id = '{id}'");
        Assert.Equal("wacht", (await persoon.MeldingAsync(id)).Tekst("status"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from outbox.melding where melding_id = '{id}' and status in (2, 3)"));

        await persoon.Regie.LegVastAsync(house, "PIP", "gemeente", new JsonObject { ["leerroute"] = "B" });

        await house.UntilAsync($"select status = {Bevestigd} from outbox.melding where melding_id = '{id}'");
        Assert.Equal(1L, await persoon.RegelsAsync("Melding verzonden: aanmelding"));
        var gegevens = Assert.Single(await house.OntvangenAsync(School, id)).GetProperty("data").GetProperty("gegevens");
        Assert.Equal(["PIP.leerroute"], Paden(gegevens).Where(p => p.StartsWith("PIP", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Opdracht_DieNogMoetBeginnenOfVoorbijIs_MeldtNiemandAan()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);

        var straks = await persoon.Regie.GeefAsync(Regiewerk.Opdracht(Schakel, "leerroute", "2024-12-01T00:00:00Z"));
        var voorbij = await persoon.Regie.GeefAsync(Regiewerk.Opdracht("vwn-1708", "pvt", "2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z"));
        var bekend = await persoon.Regie.GeefAsync(new { clientId = "vwn-1708", taak = "begeleiding", van = Regiewerk.Begin, aanmelden = false });

        var id = straks.Tekst("aanmeldingId");
        Assert.True(await house.ScalarAsync<bool>($"select status = {Wacht} and pogingen = 0 and volgende_poging > now() + interval '15 days' from outbox.melding where melding_id = '{id}'"));
        Assert.All([voorbij, bekend], o => Assert.False(o.Body.TryGetProperty("aanmeldingId", out _)));

        // the clock of the machine came first: it looks, and waits
        await RunningHouse.UntilAsync(async ct =>
        {
            await Cluster.ExecuteOnAsync(house.Database, $"update outbox.melding set volgende_poging = now() where melding_id = '{id}' and reden is null", ct);
            return await house.ScalarAsync<bool>($"select coalesce(reden, '') = 'wacht-op-begin-opdracht' from outbox.melding where melding_id = '{id}'");
        });
        var einde = await persoon.Regie.BeeindigAsync(straks.Tekst("opdrachtId"));
        Assert.Equal([id], einde.Lijst("stopt", "leveringen"));
        Assert.Equal(("vervallen", "opdracht-beeindigd"), await StandAsync(persoon, id));
        Assert.Empty(await house.OntvangenAsync(School, id));
    }

    [Theory]
    [InlineData("einde", Vervallen, "opdracht-beeindigd")]
    [InlineData("bezwaar", WachtOpMens, "bezwaar")]
    [InlineData("beperking", WachtOpMens, "beperking")]
    [InlineData("geblokkeerd", WachtOpMens, "partner-geblokkeerd")]
    [InlineData("beleid", WachtOpMens, "beleid-staat-niet-toe")]
    [InlineData("gesloten", Vervallen, "dossier-gesloten")]
    [InlineData("geen-leerroute", Wacht, "wacht-op-gegevens")]
    public async Task Aanmelding_ErVerandertIetsVoorZijWegIs_VertrektNiet(string wat, short status, string reden)
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        var id = await persoon.GeefTerwijlWegAsync(School, Schakel, "leerroute");

        await using var terug = await VeranderAsync(persoon, wat);

        await RunningHouse.UntilAsync(async ct =>
        {
            await Cluster.ExecuteOnAsync(house.Database, $"update outbox.melding set volgende_poging = now() where melding_id = '{id}' and status = 0 and bezet_tot is null and reden = 'partner-niet-bereikbaar'", ct);
            return await house.ScalarAsync<bool>($"select status = {status} and reden = '{reden}' from outbox.melding where melding_id = '{id}'");
        });
        Assert.Empty(await house.OntvangenAsync(School, id));
        Assert.Equal(1L, await persoon.RegelsAsync("Melding verzonden: aanmelding"));
    }

    [Fact]
    public async Task Aanmelding_HetBeleidVerloorEenVeldTussenBewarenEnVersturen_GaatZonder()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        var id = await persoon.GeefTerwijlWegAsync(School, Schakel, "leerroute");

        await using (await house.WijzigAsync("partners/taalaanbieder.json", j =>
        {
            var grant = j["grants"]![0]!;
            grant["velden"]!.AsObject().Remove("CON");
            grant["velden"]!["IDN"] = new JsonArray("naam");
            grant["mits"]!.AsObject().Remove("IDN.bsn");
            grant["aanmelding"]!["velden"]!.AsObject().Remove("CON");
            grant["aanmelding"]!["velden"]!["IDN"] = new JsonArray("naam");
        }))
        {
            await persoon.TotAsync(id, Bevestigd);
        }

        var paden = Paden(Assert.Single(await house.OntvangenAsync(School, id)).GetProperty("data").GetProperty("gegevens"));
        Assert.Equal(["IDN.naam"], paden.Where(p => p.StartsWith("CON", StringComparison.Ordinal) || p.StartsWith("IDN", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Aanmelding_VanEenInstantieDieNietTeBereikenIs_HoudtEenAndereNietOp()
    {
        var (weg, daar) = (await Nieuwkomer.MaakAsync(house), await Nieuwkomer.MaakAsync(house));

        var eerste = await weg.GeefAsync("taalpunt-1708", "leerroute");
        await house.UntilAsync($"select reden = 'partner-niet-bereikbaar' from outbox.melding where melding_id = '{eerste}'");
        var tweede = await daar.GeefAsync(Schakel, "leerroute");

        await house.UntilAsync($"select status = {Bevestigd} from outbox.melding where melding_id = '{tweede}'");
        Assert.Equal(("taalpunt", "schakelcollege"), ((await weg.MeldingAsync(eerste)).Tekst("ontvanger"), (await daar.MeldingAsync(tweede)).Tekst("ontvanger")));
        Assert.Equal("wacht", (await weg.MeldingAsync(eerste)).Tekst("status"));
    }

    [Fact]
    public async Task Aanmelding_DieOpEenMensWacht_HoudtGeenAndereTaakVanDezePersoonOp()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        await house.StoorAsync(Vwn, new { kind = "403-fouttekst", times = 1, foutteksten = new[] { "Wij kennen 999990019 al." } });
        var geweigerd = await persoon.GeefAsync("vwn-1708", "pvt");
        await house.UntilAsync($"select status = {WachtOpMens} from outbox.melding where melding_id = '{geweigerd}'");

        var ander = await persoon.GeefAsync("vwn-1708", "begeleiding");

        await house.UntilAsync($"select status = {Bevestigd} from outbox.melding where melding_id = '{ander}'");
        var melding = await persoon.MeldingAsync(geweigerd);
        Assert.Equal(("wacht-op-mens", "partner-weigert"), (melding.Tekst("status"), melding.Tekst("reden")));
        Assert.Equal(["Wij kennen (nummer weggelaten) al."], melding.Lijst("uitleg"));
    }

    [Fact]
    public async Task F15_Rectificatie_VanWatMetEenAanmeldingMeeging_GeeftDiePartnerEenCorrectietaak()
    {
        var persoon = await Nieuwkomer.MaakAsync(house);
        var id = await persoon.GeefAsync(Schakel, "leerroute");
        await house.UntilAsync($"select status = {Bevestigd} from outbox.melding where melding_id = '{id}'");

        var gedaan = await persoon.Regie.PostAsync($"/v1/dossiers/{persoon.Regie.DossierId}/rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = "nieuw@voorbeeld.example", zaaknummer = "A-1" });

        Assert.NotNull(gedaan.Location);
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.correctietaak where dossier_id = '{persoon.Regie.DossierId}'"));
    }

    private async Task<IAsyncDisposable> VeranderAsync(Nieuwkomer persoon, string wat)
    {
        var niets = new Beleidswijziging(() => Task.CompletedTask);
        switch (wat)
        {
            case "einde":
                var opdracht = (await persoon.Regie.OpdrachtenAsync()).Body.GetProperty("opdrachten")[0].GetProperty("opdrachtId").GetString()!;
                Assert.NotNull((await persoon.Regie.BeeindigAsync(opdracht)).Location);
                return niets;
            case "bezwaar":
                Assert.NotNull((await persoon.Regie.PostAsync($"/v1/dossiers/{persoon.Regie.DossierId}/bezwaren", new { doel = "uitvoeren-leerroute", zaaknummer = "A-1" })).Location);
                return niets;
            case "beperking":
                Assert.NotNull((await persoon.Regie.PostAsync($"/v1/dossiers/{persoon.Regie.DossierId}/beperkingen", new { categorie = "CON", zaaknummer = "A-1" })).Location);
                return niets;
            case "geblokkeerd":
                await house.ScalarAsync<object>("update identiteit.client set actief = false where client_id = 'schakelcollege-1708'");
                return new Beleidswijziging(() => house.ScalarAsync<object>("update identiteit.client set actief = true where client_id = 'schakelcollege-1708'"));
            case "beleid":
                return await house.WijzigAsync("partners/taalaanbieder.json", j => j["grants"]![0]!.AsObject().Remove("aanmelding"));
            case "gesloten":
                await house.ScalarAsync<object>($"update dossiers.dossier set gesloten_op = now() where dossier_id = '{persoon.Regie.DossierId}'");
                return niets;
            default:
                await persoon.Regie.LegVastAsync(house, "PIP", "gemeente", new JsonObject { ["niveau"] = "B1" });
                return niets;
        }
    }

    private static async Task<(string, string)> StandAsync(Nieuwkomer persoon, string id) =>
        await persoon.MeldingAsync(id) is var melding ? (melding.Tekst("status"), melding.Tekst("reden")) : default;

    /// <summary>The line that stood before the first byte left: how many, doel, grondslag, receiver, whether it names exactly these fields and the assignment.</summary>
    private Task<string?> RegelAsync(Nieuwkomer persoon, string id, string velden)
    {
        var namen = velden.Split(' ').Select(v => string.Join('.', v.Split('.').Take(2))).Distinct();
        return house.ScalarAsync<string>($"""
            select concat_ws('|', count(*), min(c.doel), min(c.grondslag), min(c.ontvanger), bool_and(c.geleverd = '{Inburgering.Gateway.Verwerkingslog.Vorm.Veldenlijst.Compact([.. namen])}'), count(*) = 1)
            from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{persoon.Regie.DossierId}' and r.bericht_id = '{id}' and c.naam = 'Melding verzonden: aanmelding'
            """);
    }

    private static string Gemeente(string code) => code == "1708" ? "00000001999990001000" : "00000001999990002000";

    /// <summary>"AAN.aanbiedingen.verwachteStartdatumOpleiding": every place that holds something, in order.</summary>
    internal static string[] Paden(JsonElement gegevens) => [.. Bladeren(gegevens).Select(b => b.Pad).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The word that stands in a field of its own, and the one that the dossier has there.</summary>
    private static IEnumerable<(string Verwacht, string Staat)> Woorden(JsonElement gegevens) =>
        Bladeren(gegevens).Where(b => b.Pad.Count(t => t == '.') == 1).Select(b => ($"[{b.Pad.Replace('.', '/')}]", b.Waarde));

    private static IEnumerable<(string Pad, string Waarde)> Bladeren(JsonElement gegevens, string pad = "") => gegevens.ValueKind switch
    {
        JsonValueKind.Object => gegevens.EnumerateObject().SelectMany(v => Bladeren(v.Value, pad.Length == 0 ? v.Name : $"{pad}.{v.Name}")),
        JsonValueKind.Array => gegevens.EnumerateArray().SelectMany(v => Bladeren(v, pad)),
        _ => [(pad, gegevens.ToString())],
    };
}
