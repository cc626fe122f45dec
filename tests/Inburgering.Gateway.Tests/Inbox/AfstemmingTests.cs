using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;
using static Inburgering.Gateway.Tests.Inbox.Afstemmer;

namespace Inburgering.Gateway.Tests.Inbox;

/// <summary>Reconciliation with DUO of one person, at the front door: what was missed, what differs and who wins, and what could not be asked.</summary>
[Collection(AfstemHouse.Collection)]
public sealed class AfstemmingTests(AfstemHouse house) : IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await house.HerstelAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ronde_NietsGewijzigd_IsGelijkEnMaaktGeenVersie()
    {
        var afstemmer = await OverAsync(house, "999925313");
        await afstemmer.RondeAsync();
        var voor = await afstemmer.FeitenAsync();

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal("gelijk", Uitkomst(ronde));
        Assert.Equal("1 persoon = 1 gelijk + 0 gemist + 0 verschillend + 0 mislukt + 0 tegengehouden", ronde.GetProperty("telling").GetString());
        Assert.Equal(voor, await afstemmer.FeitenAsync());
        var id = ronde.GetProperty("afstemmingId").GetString()!;
        Assert.Equal(((long)AfstemHouse.Vragen, 1L), (await afstemmer.RegelsAsync(id, "Bij duo opgevraagd: %"), await afstemmer.RegelsAsync(id, "Afgestemd met duo")));
        Assert.Empty((await afstemmer.VerschillenAsync(id)).Body.GetProperty("personen").EnumerateArray());
    }

    [Fact]
    public async Task Ronde_GewijzigdBijDuoZonderNotificatie_IsEenGemisteGebeurtenisEnOvergenomen()
    {
        var afstemmer = await OverAsync(house, "999908418");
        await afstemmer.RondeAsync();
        await house.WeetAsync(Termijn("999908418", "2027-09-16"));

        var ronde = await afstemmer.RondeAsync();

        var id = ronde.GetProperty("afstemmingId").GetString()!;
        Assert.Equal(("gemist", 1), (Uitkomst(ronde), ronde.GetProperty("gemisteGebeurtenissen").GetInt32()));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where actueel and categorie = 'TER' and bron = 'duo' and bericht_id = '{id}'"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where categorie <> 'TER' and bericht_id = '{id}'"));
        var dossier = await Antwoord.SendAsync(afstemmer.Regie.Client, HttpMethod.Get, $"/v1/dossiers/{afstemmer.Regie.DossierId}?doel=regie-voeren");
        Assert.Equal("2027-09-16", dossier.Body.GetProperty("gegevens").GetProperty("TER").GetProperty("einddatum").GetString());
        var persoon = (await afstemmer.VerschillenAsync(id)).Body.GetProperty("personen")[0];
        Assert.Contains("TER.einddatum", persoon.GetProperty("gemist")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("gelijk", Uitkomst(await afstemmer.RondeAsync()));
    }

    [Fact]
    public async Task Ronde_TerwijlDeNotificatieErvanNogWacht_IsGeenGemisteGebeurtenis()
    {
        var afstemmer = await OverAsync(house, "999918758");
        await afstemmer.RondeAsync();
        await house.StoringAsync(new { kind = "503", times = 3 });
        var levering = await Levering.SendAsync(house, Levering.Notificatie("SS103", "999918758"));
        await house.UntilAsync($"select reden = 'partner-niet-bereikbaar' from inbox.bericht where trace_id = '{levering.TraceId}'");
        await house.WeetAsync(Termijn("999918758", "2026-12-07"));

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal(("gelijk", 0), (Uitkomst(ronde), ronde.GetProperty("gemisteGebeurtenissen").GetInt32()));
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where actueel and categorie = 'TER' and bericht_id = '{ronde.GetProperty("afstemmingId").GetString()}'"));
    }

    [Fact]
    public async Task Ronde_DuoNoemtEenAnderPip_StaatNaastElkaarDeGemeenteWintEnErVerandertNiets()
    {
        var afstemmer = await OverAsync(house, "999929392");
        await house.WeetAsync(new JsonObject
        {
            ["bsn"] = "999929392",
            ["pip"] = new JsonObject { ["gemeentecode"] = "1708", ["pip"] = new JsonObject { ["dagtekeningPip"] = "2024-03-05", ["leerroute"] = "Z", ["indicatorAlfabetiseringsonderwijs"] = "NVT" } },
        });

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal("verschillend", Uitkomst(ronde));
        var id = ronde.GetProperty("afstemmingId").GetString()!;
        var antwoord = await afstemmer.VerschillenAsync(id);
        var verschillen = antwoord.Body.GetProperty("personen")[0].GetProperty("verschillen").EnumerateArray().ToDictionary(v => v.GetProperty("veld").GetString()!);
        Assert.Equal(["geschatteIntensiteitB1Route", "leerroute", "niveau"], verschillen.Keys.Order(StringComparer.Ordinal));
        var route = verschillen["leerroute"];
        Assert.Equal(("Z", "B", "gemeente"), (route.GetProperty("waardePartner").GetString(), route.GetProperty("waardeBron").GetString(), route.GetProperty("wint").GetString()));
        Assert.Equal("B", await house.ScalarAsync<string>($"select leerroute from dossiers.dossier where dossier_id = '{afstemmer.Regie.DossierId}'"));
        var gelezen = await Antwoord.SendAsync(afstemmer.Regie.Client, HttpMethod.Get, $"/v1/dossiers/{afstemmer.Regie.DossierId}?doel=regie-voeren");
        Assert.Equal("B", gelezen.Body.GetProperty("gegevens").GetProperty("PIP").GetProperty("leerroute").GetString());
        var regel = await antwoord.RegelAsync(house);
        Assert.StartsWith("Verschillen van een afstemming bekeken|0|-|regie-voeren|-|", regel, StringComparison.Ordinal);
        Assert.Contains("leerroute", regel, StringComparison.Ordinal);
        Assert.EndsWith("|t", regel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F16_VerschilInEenBeperkteCategorie_WordtNietGetoond()
    {
        var afstemmer = await OverAsync(house, "999931891");
        await house.WeetAsync(new JsonObject
        {
            ["bsn"] = "999931891",
            ["pip"] = new JsonObject { ["gemeentecode"] = "1708", ["pip"] = new JsonObject { ["dagtekeningPip"] = "2022-11-21", ["leerroute"] = "O", ["niveau"] = "B1", ["indicatorAlfabetiseringsonderwijs"] = "NVT" } },
        });
        var id = (await afstemmer.RondeAsync()).GetProperty("afstemmingId").GetString()!;
        Assert.NotEmpty((await afstemmer.VerschillenAsync(id)).Body.GetProperty("personen")[0].GetProperty("verschillen").EnumerateArray());

        var beperkt = await afstemmer.Regie.PostAsync($"/v1/dossiers/{afstemmer.Regie.DossierId}/beperkingen", new { categorie = "PIP", zaaknummer = "AVG-9" });

        Assert.Equal(HttpStatusCode.Created, beperkt.Status);
        Assert.Empty((await afstemmer.VerschillenAsync(id)).Body.GetProperty("personen")[0].GetProperty("verschillen").EnumerateArray());
    }

    [Fact]
    public async Task Uren_AndersDanWijMeldden_ZijnEenVerschilZonderWinnaar()
    {
        var afstemmer = await OverAsync(house, "999938770");
        var gemeld = await afstemmer.Regie.PostAsync($"/v1/dossiers/{afstemmer.Regie.DossierId}/gevolgde-uren", new { soort = "participatie-als-taalles", uren = 120 });
        await house.UntilAsync($"select status = 1 from outbox.melding where melding_id = '{gemeld.Tekst("meldingId")}'");
        Assert.Equal("gelijk", Uitkomst(await afstemmer.NaEersteAsync()));
        await house.WeetAsync(new JsonObject
        {
            ["bsn"] = "999938770",
            ["uren"] = new JsonArray(new JsonObject { ["gemeentecode"] = "1708", ["bekendTot"] = "2024-11-16", ["ParticipatieAlsTaalles"] = new JsonObject { ["uren"] = 98 } }),
        });

        var ronde = await afstemmer.RondeAsync();

        var verschil = (await afstemmer.VerschillenAsync(ronde.GetProperty("afstemmingId").GetString()!)).Body.GetProperty("personen")[0].GetProperty("verschillen")[0];
        Assert.Equal(
            ("UUR", "participatie-als-taalles", "98", "120"),
            (verschil.GetProperty("categorie").GetString(), verschil.GetProperty("onderdeel").GetString(), verschil.GetProperty("waardePartner").GetString(), verschil.GetProperty("waardeBron").GetString()));
        Assert.False(verschil.TryGetProperty("wint", out var wint) && wint.ValueKind != JsonValueKind.Null);
    }

    [Theory]
    [InlineData("999943583", "403-leeg", "tegengehouden", "geen-toegang-meer")]
    [InlineData("999907852", "403-fouttekst", "mislukt", "partner-weigert")]
    [InlineData("999934995", "onzin", "mislukt", "antwoord-onleesbaar")]
    public async Task Ronde_DuoAntwoordtNiet_NoemtDeRedenEnWijzigtNiets(string bsn, string kind, string uitkomst, string reden)
    {
        var afstemmer = await OverAsync(house, bsn);
        var voor = await afstemmer.FeitenAsync();
        await house.StoringAsync(new { path = "/personen/{bsn}/inburgeringsplicht", bsn, kind, times = 1 });

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal(uitkomst, Uitkomst(ronde));
        Assert.Equal(reden, (await afstemmer.VerschillenAsync(ronde.GetProperty("afstemmingId").GetString()!)).Body.GetProperty("personen")[0].GetProperty("reden").GetString());
        Assert.Equal(voor, await afstemmer.FeitenAsync());
        Assert.Single(await house.VerzoekenAsync());
    }

    [Fact]
    public async Task Ronde_OnbekendBijDuo_MisluktEnHoudtWatErIs()
    {
        var afstemmer = await OverAsync(house, "999931544");
        var voor = await afstemmer.FeitenAsync();
        await house.StoringAsync(new { bsn = "999931544", kind = "404", times = AfstemHouse.Vragen });

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal("mislukt", Uitkomst(ronde));
        Assert.Equal(voor, await afstemmer.FeitenAsync());
    }

    [Fact]
    public async Task F17_BezwaarTegenUitwisselen_VraagtNiets()
    {
        var afstemmer = await OverAsync(house, "999904152");
        var bezwaar = await afstemmer.Regie.PostAsync($"/v1/dossiers/{afstemmer.Regie.DossierId}/bezwaren", new { doel = "uitwisselen-duo", zaaknummer = "AVG-10" });
        Assert.Equal(HttpStatusCode.Created, bezwaar.Status);

        var ronde = await afstemmer.RondeAsync();

        Assert.Equal("tegengehouden", Uitkomst(ronde));
        Assert.Empty(await house.VerzoekenAsync());
    }

    private static JsonObject Termijn(string bsn, string einde) => new()
    {
        ["bsn"] = bsn,
        ["inburgeringstermijn"] = new JsonObject { ["startdatum"] = "2023-09-16", ["einddatum"] = einde, ["wijzigingsdatum"] = "2024-11-14" },
    };
}
