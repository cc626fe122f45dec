using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Tests.Features;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>What a school's messages make of dossiers (domain b.4), over HTTP from the front door to what the regievoerder and the school itself read.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class TaalaanbiederTests(RunningHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Presentie_VanTweeMaanden_StaatErPerMaandEnSamen()
    {
        var leerling = await house.LeerlingAsync();

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Event("presentie", 2, new
        {
            periode = "2024-10",
            geplandeUren = 48,
            gevolgdeUren = 40.5,
            geoorloofdVerzuimUren = 4,
            ongeoorloofdVerzuimUren = 3.50,
            alfabetisering = new { geplandeUren = 8, gevolgdeUren = 6.25, geoorloofdVerzuimUren = 1.75, ongeoorloofdVerzuimUren = 0 },
        })));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-09", 30)));

        const string Taalpunt = "\"bron\":\"taalpunt\",\"instellingsnummer\":\"0000054321\"";
        const string Verwacht = $$"""
            {"perioden":[{"periode":"2024-09","geplandeUren":30,"gevolgdeUren":30,"geoorloofdVerzuimUren":0,"ongeoorloofdVerzuimUren":0,{{Taalpunt}}},{"periode":"2024-10","geplandeUren":48,"gevolgdeUren":40.5,"geoorloofdVerzuimUren":4,"ongeoorloofdVerzuimUren":3.5,"alfabetisering":{"geplandeUren":8,"gevolgdeUren":6.25,"geoorloofdVerzuimUren":1.75,"ongeoorloofdVerzuimUren":0},{{Taalpunt}}}],"totalen":[{"vanaf":"2024-09","totEnMet":"2024-10","geplandeUren":78,"gevolgdeUren":70.5,"geoorloofdVerzuimUren":4,"ongeoorloofdVerzuimUren":3.5,"alfabetisering":{"geplandeUren":8,"gevolgdeUren":6.25,"geoorloofdVerzuimUren":1.75,"ongeoorloofdVerzuimUren":0},{{Taalpunt}}}]}
            """;
        Assert.Equal(Verwacht.Trim(), Velden((await house.RegieAsync(leerling))["UUR"]!, "perioden", "totalen"));
        Assert.Equal(Verwacht.Trim(), Velden((await house.SchoolAsync(leerling))["UUR"]!, "perioden", "totalen"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where dossier_id = '{leerling.DossierId}' and categorie = 'UUR' and (bron <> 'taalpunt' or bericht_id is null)"));
    }

    [Fact]
    public async Task Presentie_VanTweeScholen_ZietDeRegievoerderSamenEnElkeSchoolHaarEigen()
    {
        var een = await house.LeerlingAsync();
        var regie = await Regiewerk.OverAsync(house, een.Persoon.Bsn);
        await house.GeefAsync(regie, Taalproef.Schakelcollege);
        var twee = een with { Client = Taalproef.Schakelcollege, Referentie = await Taalproef.ReferentieAsync(regie, Taalproef.Schakelcollege) };

        await house.VerwerkAsync(een, een.Uren(1, "2024-10", 20));
        await house.VerwerkAsync(twee, twee.Uren(1, "2024-10", 33));

        var alles = (await house.RegieAsync(een))["UUR"]!;
        Assert.Equal([("schakelcollege", 33m), ("taalpunt", 20m)], alles["perioden"]!.AsArray().Select(p => ((string)p!["bron"]!, (decimal)p["gevolgdeUren"]!)).Order());
        Assert.Equal([("schakelcollege", 33m), ("taalpunt", 20m)], alles["totalen"]!.AsArray().Select(p => ((string)p!["bron"]!, (decimal)p["gevolgdeUren"]!)).Order());
        Assert.Equal("taalpunt", (string?)Assert.Single((await house.SchoolAsync(een))["UUR"]!["perioden"]!.AsArray())!["bron"]);
        Assert.Equal("schakelcollege", (string?)Assert.Single((await house.SchoolAsync(twee))["UUR"]!["perioden"]!.AsArray())!["bron"]);
    }

    [Fact]
    public async Task Maand_DubbelZonderMerk_IsAfgekeurdEnDeCorrectieTeltWel()
    {
        var leerling = await house.LeerlingAsync();
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Uren(1, "2024-10", 40)));

        Assert.Equal(("afgekeurd", "maand-dubbel"), await house.VerwerkAsync(leerling, leerling.Uren(2, "2024-10", 44)));
        Assert.Equal(40, await GevolgdAsync(leerling));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Uren(3, "2024-10", 40)));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Uren(4, "2024-10", 44, correctie: true)));

        Assert.Equal(44, await GevolgdAsync(leerling));
        Assert.Equal(44, (decimal)(await house.RegieAsync(leerling))["UUR"]!["totalen"]![0]!["gevolgdeUren"]!);
        var afgekeurd = JsonNode.Parse(await (await house.AsAsync("zaaksysteem-1708")).GetStringAsync("/v1/afkeuringen?partner=taalaanbieder", Ct))!.ToJsonString();
        Assert.Contains("maand-dubbel", afgekeurd, StringComparison.Ordinal);
        Assert.Equal(1L, await RegelsAsync(leerling, "Bericht beoordeeld", "maand-dubbel"));
    }

    [Fact]
    public async Task Maand_DieEerderVerstuurdIsMaarLaterKomt_TeltEnDeAndereIsAlsnogDubbel()
    {
        var leerling = await house.LeerlingAsync();
        var later = await house.LeverAsync(leerling, leerling.Uren(5, "2024-10", 44));
        Assert.Equal(("verwerkt", null), await house.AfloopAsync(leerling.Client, later));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, leerling.Uren(2, "2024-10", 40)));

        Assert.Equal(40, await GevolgdAsync(leerling));
        Assert.Equal(("afgekeurd", "maand-dubbel"), await house.AfloopAsync(leerling.Client, later));
    }

    [Fact]
    public async Task Alles_WatEenSchoolVertelt_LandtOpZijnPlaats()
    {
        var leerling = await house.LeerlingAsync();
        foreach (var bericht in new[]
        {
            leerling.Event("inschrijving", 1, new { datum = "2024-06-24", verwachteStart = "2024-08-26" }),
            leerling.Event("start", 2, new { bsn = leerling.Persoon.Bsn, datum = "2024-08-26" }),
            leerling.Event("voortgang", 3, new { vaardigheid = "lezen", niveau = "A1", datum = "2024-10-01" }),
            leerling.Event("voortgang", 4, new { vaardigheid = "lezen", niveau = "A2", datum = "2024-11-01", toets = "Tussentoets", uitslag = "behaald" }),
            leerling.Event("voortgang", 5, new { vaardigheid = "spreken", niveau = "A1", datum = "2024-11-01" }),
            leerling.Event("signaal", 6, new { soort = "dreigende-uitval", datum = "2024-11-13", toelichting = "Komt niet meer." }),
            leerling.Event("attest-inzet", 7, new { datum = "2024-11-10", gevolgdeUren = 612, voldoendeInzet = true }),
            leerling.Event("beeindiging", 8, new { datum = "2024-12-31", reden = "overstap" }),
        })
        {
            Assert.Equal(("verwerkt", null), await house.VerwerkAsync(leerling, bericht));
        }

        var (regie, school) = (await house.RegieAsync(leerling), await house.SchoolAsync(leerling));
        Assert.Equal(["inschrijving 2024-06-24", "start 2024-08-26", "beeindiging 2024-12-31"], regie["AAN"]!["verloop"]!.AsArray().Select(r => $"{r!["soort"]} {r["datum"]}"));
        Assert.Equal(["lezen A2", "spreken A1"], regie["TVG"]!["niveaus"]!.AsArray().Select(r => $"{r!["vaardigheid"]} {r["niveau"]}").Order());
        Assert.Equal("Tussentoets behaald", Assert.Single(regie["TVG"]!["toetsen"]!.AsArray().Select(r => $"{r!["toets"]} {r["uitslag"]}")));
        Assert.Equal("dreigende-uitval Komt niet meer. true", Assert.Single(regie["TVG"]!["signalen"]!.AsArray().Select(r => $"{r!["soort"]} {r["toelichting"]} {r["gevoelig"]}")));
        Assert.Equal("612 true", Assert.Single(regie["TVG"]!["attesten"]!.AsArray().Select(r => $"{r!["gevolgdeUren"]} {r["voldoendeInzet"]}")));
        Assert.Equal(3, school["AAN"]!["verloop"]!.AsArray().Count);
        Assert.False(school.ContainsKey("TVG"));
    }

    [Fact]
    public async Task Bericht_OverIemandZonderOpdrachtHier_IsGeenRelatie()
    {
        var leerling = await house.LeerlingAsync();
        var andere = leerling with { Client = Taalproef.Schakelcollege };

        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(andere, andere.Event("start", 1, new { bsn = leerling.Persoon.Bsn, datum = "2024-08-26" })));
        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(leerling, leerling.Event("start", 1, new { bsn = Nieuweling.Maak().Bsn, datum = "2024-08-26" })));
        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(leerling, (leerling with { Referentie = "PR-0000000000" }).Event("start", 1, new { datum = "2024-08-26" })));

        Assert.False((await house.RegieAsync(leerling)).ContainsKey("AAN"));
    }

    [Theory]
    [InlineData(Taalproef.Gezin)]
    [InlineData(null)]
    public async Task Bericht_OverEenDoelgroepZonderAanbod_IsDoelgroepEnVerandertNiets(string? doelgroep)
    {
        var leerling = await house.LeerlingAsync(doelgroep: doelgroep);

        var adres = await house.LeverAsync(leerling, leerling.Uren(1, "2024-10", 40));

        Assert.Equal(("afgekeurd", "doelgroep"), await house.AfloopAsync(leerling.Client, adres));
        Assert.False((await house.RegieAsync(leerling)).ContainsKey("UUR"));
        await house.DoelgroepAsync(leerling.DossierId, Taalproef.Asiel);
        await HerhaalAsync(adres);
        Assert.Equal(40, await GevolgdAsync(leerling));
    }

    [Fact]
    public async Task Afgekeurd_OmdatDeOpdrachtOntbrak_LuktNaDeOpdrachtBijHerhalen()
    {
        var zonder = await house.LeerlingAsync();
        var andere = zonder with { Client = Taalproef.Schakelcollege };
        var adres = await house.LeverAsync(andere, andere.Event("start", 1, new { bsn = zonder.Persoon.Bsn, datum = "2024-08-26" }));
        Assert.Equal(("afgekeurd", "geen-relatie"), await house.AfloopAsync(andere.Client, adres));

        // it counts from when the message came in
        await house.GeefAsync(await Regiewerk.OverAsync(house, zonder.Persoon.Bsn), Taalproef.Schakelcollege);
        await HerhaalAsync(adres);

        Assert.Equal(("verwerkt", null), await house.AfloopAsync(andere.Client, adres));
    }

    [Theory]
    [InlineData("presentie", "2024-12", "/data/periode")]
    [InlineData("start", "2024-11-16", "/data/datum")]
    [InlineData("signaal", "2025-01-01", "/data/datum")]
    public async Task Bericht_OverWatNogMoetKomen_Is400(string type, string wanneer, string plaats)
    {
        var leerling = await house.LeerlingAsync();
        var data = new JsonObject
        {
            ["periode"] = wanneer,
            ["datum"] = wanneer,
            ["soort"] = "niveau-te-hoog",
            ["geplandeUren"] = 1,
            ["gevolgdeUren"] = 1,
            ["geoorloofdVerzuimUren"] = 0,
            ["ongeoorloofdVerzuimUren"] = 0,
        };

        using var response = await house.PostAsync(leerling.Client, leerling.Event(type, 1, data).ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal([plaats], JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["errors"]!.AsArray().Select(f => f!["pointer"]!.ToString()));
    }

    [Theory]
    [InlineData("vNummer", "2900000017", "GW-0103")]
    [InlineData("gemeentecode", "0171", "GW-0272")]
    public async Task Bericht_MetEenNummerOfGemeenteDieNietMag_Is403(string veld, string waarde, string code)
    {
        var leerling = await house.LeerlingAsync();
        var bericht = leerling.Event("start", 1, new { datum = "2024-08-26" });
        if (veld == "vNummer")
        {
            bericht["data"]!.AsObject().Remove("partnerReferentie");
        }

        bericht["data"]![veld] = waarde;
        using var response = await house.PostAsync(leerling.Client, bericht.ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains(code, await response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bericht_VanEenAndereRol_Is403()
    {
        var leerling = await house.LeerlingAsync();

        using var coa = await house.PostAsync("coa", leerling.Uren(1, "2024-10", 40).ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, coa.StatusCode);
    }

    /// <summary>The history of one person as her school tells it: whatever order and how often, the dossier ends as in order and once.</summary>
    [Fact]
    public async Task Volgorde_EnHerhaling_MakenGeenVerschil()
    {
        var recht = await EindstandAsync(Enumerable.Range(0, Stappen));
        Assert.Contains("\"gevolgdeUren\":43", recht, StringComparison.Ordinal);

        foreach (var volgorde in Gen.Sample(Gen.Shuffle(Enumerable.Range(0, Stappen).Concat([0, 4, 6]).ToArray()), Cases))
        {
            var eind = await EindstandAsync(volgorde);
            Assert.True(recht == eind, $"Andere eindstand bij {string.Join(' ', volgorde)}: {eind} in plaats van {recht}");
        }
    }

    private const int Stappen = 12;

    private static int Cases => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 100 : 10;

    private static JsonObject[] Geschiedenis(Leerling l) =>
    [
        l.Event("inschrijving", 1, new { datum = "2024-06-24" }),
        l.Uren(2, "2024-09", 30),
        l.Uren(3, "2024-09", 31),
        l.Uren(4, "2024-10", 40),
        l.Uren(5, "2024-10", 42, correctie: true),
        l.Uren(6, "2024-10", 43, correctie: true),
        l.Uren(7, "2024-10", 44),
        l.Event("voortgang", 8, new { vaardigheid = "lezen", niveau = "A1", datum = "2024-10-01" }),
        l.Event("voortgang", 9, new { vaardigheid = "lezen", niveau = "A2", datum = "2024-11-01", toets = "Tussentoets" }),
        l.Event("signaal", 10, new { soort = "niveau-te-laag", datum = "2024-11-02" }),
        l.Event("beeindiging", 11, new { datum = "2024-11-10", reden = "gestopt" }),
        l.Uren(12, "2024-11", 12, correctie: true),
    ];

    /// <summary>What the regievoerder sees of the school, once nothing waits.</summary>
    private async Task<string> EindstandAsync(IEnumerable<int> volgorde)
    {
        var leerling = await house.LeerlingAsync();
        var berichten = Geschiedenis(leerling);
        foreach (var stap in volgorde)
        {
            await house.LeverAsync(leerling, berichten[stap]);
        }

        await house.UntilAsync($"select count(*) = 0 from inbox.bericht where client_id = '{leerling.Client}' and status = 0");
        var gegevens = await house.RegieAsync(leerling);
        return string.Join('\n', Velden(gegevens["AAN"]!, "verloop"), Velden(gegevens["TVG"]!, "niveaus", "signalen", "toetsen"), Velden(gegevens["UUR"]!, "perioden", "totalen"));
    }

    private async Task HerhaalAsync(string adres)
    {
        using var response = await (await house.AsAsync("zaaksysteem-1708")).PostAsync($"/v1/afkeuringen/{adres["/v1/berichten/".Length..]}/herhalingen", RunningHouse.Json(new { reden = "Wat ontbrak, is er nu." }), Ct);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Ct));
        await house.UntilAsync($"select status = 1 from inbox.bericht where bericht_id = '{adres["/v1/berichten/".Length..]}'");
    }

    private async Task<decimal> GevolgdAsync(Leerling leerling) => (decimal)Assert.Single((await house.RegieAsync(leerling))["UUR"]!["perioden"]!.AsArray())!["gevolgdeUren"]!;

    private static string Velden(JsonNode categorie, params string[] velden) =>
        new JsonObject(velden.Select(v => KeyValuePair.Create(v, categorie[v]?.DeepClone()))).ToJsonString();

    private Task<long> RegelsAsync(Leerling leerling, string naam, string reden) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where c.naam = '{naam}' and c.reden = '{reden}' and c.resultaat = 1 and r.dossier_id = '{leerling.DossierId}'
        """);
}
