using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Walk;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>What COA's signals make of dossiers (domain b.3), over HTTP from the front door to what the regievoerder reads.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class CoaTests(RunningHouse house)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Koppeling_AlleenVNummer_OpentEenDossierMetHerkomst()
    {
        var persoon = Nieuweling.Maak();

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1, new { koppelingsdatum = "2024-02-05", naam = "Voorbeeld Persoon", azc = "AZC Voorbeeld", taal = "ar", tolk = true })));

        var (id, gegevens) = (await house.DossierAsync(persoon))!.Value;
        Assert.Equal(
            $"{{\"CON\":{{\"azc\":\"AZC Voorbeeld\",\"taal\":\"ar\",\"tolk\":true}},\"COA\":{{\"koppeling\":{{\"datum\":\"2024-02-05\",\"stand\":\"gekoppeld\"}}}},\"IDN\":{{\"naam\":\"Voorbeeld Persoon\",\"vNummer\":\"{persoon.VNummer}\"}}}}",
            Van(gegevens, "CON", "COA", "IDN"));
        Assert.Equal("gekoppeld", await house.KolomAsync<string>(id, "fase"));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from dossiers.feit where dossier_id = '{id}' and (bron <> 'coa' or bericht_id is null or volgorde <> 1)"));
    }

    [Fact]
    public async Task Bsn_KomtLater_HoortBijHetzelfdeDossierEnDuoGaatVerder()
    {
        var persoon = Nieuweling.Maak();
        await KentAsync(persoon);
        var eerder = await Levering.SendAsync(house, new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS101", vNummer = persoon.Nummer });
        Assert.Equal((Levering.Quarantaine, "bsn-nog-niet-bekend"), await eerder.AfloopAsync());
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling-gewijzigd", persoon, 2, new { bsn = persoon.Bsn })));

        await house.UntilAsync($"select status = 1 from inbox.bericht where trace_id = '{eerder.TraceId}'");
        var (id, gegevens) = (await house.DossierAsync(persoon))!.Value;
        Assert.Equal(id, await RunningHouse.FindAsync(await house.AsAsync("zaaksysteem-1708"), persoon.Bsn, "regie-voeren"));
        Assert.Equal(persoon.Bsn, (string?)gegevens["IDN"]!["bsn"]);
        Assert.True((bool)gegevens["PLI"]!["indicatorInburgeringsplicht"]!);
    }

    [Fact]
    public async Task Koppeling_VanWieDuoAlMeldde_MaaktGeenTweedeDossier()
    {
        var persoon = Nieuweling.Maak();
        await KentAsync(persoon);
        var duo = await Levering.SendAsync(house, new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS101", vNummer = persoon.Nummer, bsn = persoon.Bsn });
        Assert.Equal((Levering.Verwerkt, null), await duo.AfloopAsync());
        var voor = (await house.DossierAsync(persoon))!.Value.Id;

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1)));

        var (id, gegevens) = (await house.DossierAsync(persoon))!.Value;
        Assert.Equal(voor, id);
        Assert.Equal("gekoppeld", (string?)gegevens["COA"]!["koppeling"]!["stand"]);
        Assert.Equal("intake", await house.KolomAsync<string>(id, "fase"));
    }

    [Fact]
    public async Task Bsn_EnVNummerInTweeDossiers_IsEenTaakEnNooitVanzelfSamen()
    {
        var persoon = Nieuweling.Maak();
        await KentAsync(persoon);
        var duo = await Levering.SendAsync(house, new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS101", bsn = persoon.Bsn });
        Assert.Equal((Levering.Verwerkt, null), await duo.AfloopAsync());
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));
        var regie = await house.AsAsync("zaaksysteem-1708");
        var (opBsn, opV) = (await RunningHouse.FindAsync(regie, persoon.Bsn, "regie-voeren"), (await house.DossierAsync(persoon))!.Value.Id);
        Assert.NotEqual(opBsn, opV);

        var adres = await house.LeverAsync(Berichtproef.Event("koppeling-gewijzigd", persoon, 2, new { bsn = persoon.Bsn, naam = "Voorbeeld Twee" }));

        Assert.Equal(("verwerkt", null), await house.AfloopAsync(adres));
        Assert.Equal("samenvoegen-nodig", await house.ScalarAsync<string>($"select reden from inbox.bericht where bericht_id = '{adres["/v1/berichten/".Length..]}'"));
        Assert.Equal((opBsn, opV), (await RunningHouse.FindAsync(regie, persoon.Bsn, "regie-voeren"), (await house.DossierAsync(persoon))!.Value.Id));

        using var samen = await regie.PostAsync($"/v1/dossiers/{opBsn}/samenvoegingen", RunningHouse.Json(new { metDossierId = opV }), Ct);

        Assert.Equal(HttpStatusCode.Created, samen.StatusCode);
        Assert.Equal(opBsn, (await house.DossierAsync(persoon))!.Value.Id);
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from inbox.bericht where dossier_id = '{opBsn}' and reden = 'samenvoegen-nodig'"));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-beschikbaar", persoon, 3)));
        Assert.Equal("nog leeg", (string?)(await house.DossierAsync(persoon))!.Value.Gegevens["COA"]!["klantprofiel"]!["stand"]);
    }

    [Fact]
    public async Task Koppeling_AanEenTweedeGemeente_GeeftHaarEenEigenDossierEnDeEersteNietsNieuws()
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));
        await house.VerwerkAsync(Berichtproef.Event("klantprofiel-beschikbaar", persoon, 2, new { klantprofiel = new { ambitie = "kok" } }));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 3, new { gemeentecode = "0171" })));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling-vervallen", persoon, 4, new { reden = "andere-gemeente" })));

        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-gewijzigd", persoon, 5, new { klantprofiel = new { ambitie = "bakker" } })));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-gewijzigd", persoon, 6, new { gemeentecode = "0171", klantprofiel = new { ambitie = "bakker" } })));
        var (oud, nieuw) = ((await house.DossierAsync(persoon))!.Value, (await house.DossierAsync(persoon, "0171"))!.Value);
        Assert.Equal(("vervallen", "kok"), ((string?)oud.Gegevens["COA"]!["koppeling"]!["stand"], (string?)oud.Gegevens["COA"]!["klantprofiel"]!["ambitie"]));
        Assert.Equal(("gekoppeld", "bakker"), ((string?)nieuw.Gegevens["COA"]!["koppeling"]!["stand"], (string?)nieuw.Gegevens["COA"]!["klantprofiel"]!["ambitie"]));
        Assert.True(await house.KolomAsync<bool>(oud.Id, "gesloten_op is not null"));
        Assert.Equal(1L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Dossier gesloten: koppeling vervallen' and r.dossier_id = '{oud.Id}'
            """));
    }

    [Fact]
    public async Task Koppeling_NogEensNaHetVervallen_OpentHetDossierWeer()
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));
        await house.VerwerkAsync(Berichtproef.Event("koppeling-vervallen", persoon, 2));
        var id = (await house.DossierAsync(persoon))!.Value.Id;

        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 3));

        Assert.Equal(id, (await house.DossierAsync(persoon))!.Value.Id);
        Assert.True(await house.KolomAsync<bool>(id, "gesloten_op is null"));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-beschikbaar", persoon, 4)));
    }

    [Fact]
    public async Task Koppeling_VanEenGezin_GeeftIederEenEigenDossier()
    {
        var (moeder, vader, kind) = (Nieuweling.Maak(), Nieuweling.Maak(), Nieuweling.Maak());

        await house.VerwerkAsync(Berichtproef.Event("koppeling", moeder, 1, new
        {
            naam = "Voorbeeld Moeder",
            gezinsleden = new object[] { new { vNummer = vader.VNummer, relatie = "partner", naam = "Voorbeeld Vader" }, new { vNummer = kind.VNummer, bsn = kind.Bsn, relatie = "kind", geboortedatum = "2019-06-01" } },
        }));

        var dossiers = new[] { (await house.DossierAsync(moeder))!.Value, (await house.DossierAsync(vader))!.Value, (await house.DossierAsync(kind))!.Value };
        Assert.Equal(3, dossiers.DistinctBy(d => d.Id).Count());
        Assert.Equal(
            """{"gezinssamenstelling":[{"relatie":"partner","naam":"Voorbeeld Vader"},{"relatie":"kind","geboortedatum":"2019-06-01"}],"huishoudgrootte":3}""", Gesorteerd(dossiers[0].Gegevens["GEZ"]!).ToJsonString());
        Assert.Equal("""{"huishoudgrootte":3}""", dossiers[1].Gegevens["GEZ"]!.ToJsonString());
        Assert.All(dossiers, d => Assert.Equal("gekoppeld", (string?)d.Gegevens["COA"]!["koppeling"]!["stand"]));
        Assert.DoesNotContain(vader.VNummer, dossiers[0].Gegevens.ToJsonString() + dossiers[2].Gegevens.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(3L, await house.ScalarAsync<long>($"""
            select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where c.naam = 'Dossier geopend en gegevens vastgelegd' and r.dossier_id in ({string.Join(',', dossiers.Select(d => $"'{d.Id}'"))})
            """));
    }

    [Fact]
    public async Task Klantprofiel_Leeg_IsGewoonEnWordtLaterGevuld()
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("klantprofiel-beschikbaar", persoon, 2)));
        Assert.Equal("""{"stand":"nog leeg"}""", (await house.DossierAsync(persoon))!.Value.Gegevens["COA"]!["klantprofiel"]!.ToJsonString());

        await house.VerwerkAsync(Berichtproef.Event("klantprofiel-gewijzigd", persoon, 3, new { klantprofiel = new { cvGemaakt = true }, voorinburgering = new { instemmingDeelname = true } }));

        var coa = (await house.DossierAsync(persoon))!.Value.Gegevens["COA"]!;
        Assert.Equal("""{"stand":"gevuld","cvGemaakt":true}""", coa["klantprofiel"]!.ToJsonString());
        Assert.Equal("""{"instemmingDeelname":true}""", coa["voorinburgering"]!.ToJsonString());
    }

    [Fact]
    public async Task Ouder_BerichtDatLaterKomt_OverschrijftNooitNieuwer()
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1, new { azc = "Eerste" }));
        await house.VerwerkAsync(Berichtproef.Event("koppeling-gewijzigd", persoon, 5, new { azc = "Vijfde" }));

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(Berichtproef.Event("koppeling-gewijzigd", persoon, 3, new { azc = "Derde", telefoon = "0600000000" })));

        Assert.Equal("""{"azc":"Vijfde"}""", (await house.DossierAsync(persoon))!.Value.Gegevens["CON"]!.ToJsonString());
    }

    [Fact]
    public async Task Overdracht_EnUitstroom_BrengenHetDossierVerder()
    {
        var persoon = Nieuweling.Maak();
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1));
        var id = (await house.DossierAsync(persoon))!.Value.Id;

        await house.VerwerkAsync(Berichtproef.Event("overdracht-gepland", persoon, 2, new { moment = "2024-02-20T11:00:00+01:00", wijze = "locatie" }));
        Assert.Equal("gekoppeld", await house.KolomAsync<string>(id, "fase"));
        await house.VerwerkAsync(Berichtproef.Event("overdracht-gepland", persoon, 3, new { stand = "gehouden", moment = "2024-02-20T11:00:00+01:00" }));
        Assert.Equal("overgedragen", await house.KolomAsync<string>(id, "fase"));
        await house.VerwerkAsync(Berichtproef.Event("uitstroom", persoon, 4, new { datum = "2024-05-06", reden = "huisvesting" }));
        Assert.Equal("gehuisvest", await house.KolomAsync<string>(id, "fase"));

        var coa = (await house.DossierAsync(persoon))!.Value.Gegevens["COA"]!;
        Assert.Equal("""{"stand":"gehouden","moment":"2024-02-20T10:00:00Z"}""", coa["overdracht"]!.ToJsonString());
        Assert.Equal("""{"datum":"2024-05-06","reden":"huisvesting"}""", coa["uitstroom"]!.ToJsonString());
    }

    [Fact]
    public async Task Vervallen_AlsDuoErAlMeerVanMaakte_LaatHetDossierOpen()
    {
        var persoon = Nieuweling.Maak();
        await KentAsync(persoon);
        await house.VerwerkAsync(Berichtproef.Event("koppeling", persoon, 1, new { bsn = persoon.Bsn }));
        var duo = await Levering.SendAsync(house, new { registratieDatumTijd = Levering.NieuwMoment(), gebeurtenisId = "SS101", bsn = persoon.Bsn });
        Assert.Equal((Levering.Verwerkt, null), await duo.AfloopAsync());

        await house.VerwerkAsync(Berichtproef.Event("koppeling-vervallen", persoon, 2));

        var (id, gegevens) = (await house.DossierAsync(persoon))!.Value;
        Assert.Equal("vervallen", (string?)gegevens["COA"]!["koppeling"]!["stand"]);
        Assert.True(await house.KolomAsync<bool>(id, "gesloten_op is null"));
    }

    [Fact]
    public async Task Sandbox_StuurtDubbelEnAchterstevoren_EnHetDossierKlopt()
    {
        var persoon = Nieuweling.Maak();
        object Zending(string type, int keer, object? meer = null)
        {
            var data = meer is null ? [] : JsonSerializer.SerializeToNode(meer)!.AsObject();
            data["gemeentecode"] = "1708";
            data["vNummer"] = persoon.VNummer;
            return new { type, keer, data };
        }

        using var response = await house.Sandbox.PostAsync("/_sandbox/coa/zendingen", RunningHouse.Json(new
        {
            volgorde = "omgekeerd",
            zendingen = new[] { Zending("koppeling", 2), Zending("klantprofiel-beschikbaar", 1), Zending("klantprofiel-gewijzigd", 3, new { klantprofiel = new { cvGemaakt = true } }) },
        }), Ct);

        var verslagen = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!.AsArray();
        Assert.Equal(6, verslagen.Count);
        Assert.All(verslagen, v => Assert.Equal(202, (int)v!["status"]!));
        Assert.Equal(3, verslagen.Select(v => v!["location"]!.ToString()).Distinct().Count());
        await house.UntilAsync($"select count(*) = 3 from inbox.bericht where status = 1 and bericht_id in ({string.Join(',', verslagen.Select(v => $"'{v!["location"]!.ToString()["/v1/berichten/".Length..]}'"))})");
        Assert.Equal("gevuld", (string?)(await house.DossierAsync(persoon))!.Value.Gegevens["COA"]!["klantprofiel"]!["stand"]);
    }

    public static TheoryData<string> Voorbeelden => [.. Directory.GetDirectories(Path.Combine(Binaries.Root, "adapters", "Coa", "Examples")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Voorbeelden))]
    public async Task Voorbeeld_VanDeAdapter_KrijgtAanDeVoordeurHetzelfdeOordeel(string naam)
    {
        var map = Path.Combine(Binaries.Root, "adapters", "Coa", "Examples", naam);
        var verwacht = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(map, "canonical.json"), Ct))!;

        using var response = await house.PostAsync("coa", await File.ReadAllTextAsync(Path.Combine(map, "partner.json"), Ct));

        if (verwacht["fouten"] is not JsonArray fouten)
        {
            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var gezegd = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["errors"]!.AsArray();
        Assert.Equal(fouten.Select(f => f!["pointer"]!.ToString()).Order(StringComparer.Ordinal), gezegd.Select(f => f!["pointer"]!.ToString()).Order(StringComparer.Ordinal));
    }

    /// <summary>The history of one person as COA tells it: whatever order and how often, the dossier ends as in order and once.</summary>
    [Fact]
    public async Task Volgorde_EnHerhaling_MakenGeenVerschil()
    {
        var recht = await EindstandAsync(Geschiedenis(Nieuweling.Maak()).ToList());
        var gevallen = Gen.Sample(Gen.Shuffle(Enumerable.Range(0, 10).Concat([0, 3, 7]).ToArray()), Cases);

        foreach (var volgorde in gevallen)
        {
            var persoon = Nieuweling.Maak();
            var berichten = Geschiedenis(persoon);
            var eind = await EindstandAsync([.. volgorde.Select(i => berichten[i])]);
            Assert.True(recht == eind, $"Andere eindstand bij {string.Join(' ', volgorde)}: {eind} in plaats van {recht}");
        }
    }

    private static int Cases => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 100 : 10;

    private static JsonObject[] Geschiedenis(Nieuweling p) =>
    [
        Berichtproef.Event("koppeling", p, 1, new { naam = "Voorbeeld Persoon", azc = "Eerste", koppelingsdatum = "2024-02-05" }),
        Berichtproef.Event("klantprofiel-beschikbaar", p, 2),
        Berichtproef.Event("overdracht-gepland", p, 3, new { moment = "2024-02-20T10:00:00Z" }),
        Berichtproef.Event("klantprofiel-gewijzigd", p, 4, new { klantprofiel = new { cvGemaakt = true }, voorinburgering = new { instemmingDeelname = true } }),
        Berichtproef.Event("koppeling-vervallen", p, 5),
        Berichtproef.Event("koppeling", p, 6, new { azc = "Tweede" }),
        Berichtproef.Event("koppeling-gewijzigd", p, 7, new { bsn = p.Bsn, telefoon = "0600000000" }),
        Berichtproef.Event("overdracht-gepland", p, 8, new { stand = "gehouden" }),
        Berichtproef.Event("klantprofiel-gewijzigd", p, 9, new { klantprofiel = new { ambitie = "kok" } }),
        Berichtproef.Event("uitstroom", p, 10, new { datum = "2024-05-06" }),
    ];

    /// <summary>Dossier, phase and whether it is open, without what differs between two persons.</summary>
    private async Task<string> EindstandAsync(IReadOnlyList<JsonObject> berichten)
    {
        var adressen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var bericht in berichten)
        {
            adressen.Add(await house.LeverAsync(bericht));
        }

        var vNummer = berichten[0]["data"]!["vNummer"]!.ToString();
        var persoon = new Nieuweling(vNummer, berichten.Select(b => (string?)b["data"]!["bsn"]).First(b => b is not null)!);
        Assert.Equal(10, adressen.Count);
        await house.UntilAsync($"select count(*) = 10 from inbox.bericht where status = 1 and bericht_id in ({string.Join(',', adressen.Select(a => $"'{a["/v1/berichten/".Length..]}'"))})");
        Assert.Equal(1L, await house.ScalarAsync<long>($"select count(distinct dossier_id) from inbox.bericht where bericht_id in ({string.Join(',', adressen.Select(a => $"'{a["/v1/berichten/".Length..]}'"))})"));
        var (id, gegevens) = (await house.DossierAsync(persoon))!.Value;
        var tekst = new JsonObject(gegevens.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => KeyValuePair.Create(g.Key, (JsonNode?)Gesorteerd(g.Value!)))).ToJsonString();
        return tekst.Replace(persoon.VNummer, "V", StringComparison.Ordinal).Replace(persoon.Bsn, "B", StringComparison.Ordinal)
            + await house.KolomAsync<string>(id, "fase || ' ' || (gesloten_op is null)");
    }

    private static JsonNode Gesorteerd(JsonNode node) => node is JsonObject velden
        ? new JsonObject(velden.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, v.Value is null ? null : (JsonNode?)Gesorteerd(v.Value))))
        : node.DeepClone();

    private static string Van(JsonObject gegevens, params string[] categorieen) =>
        new JsonObject(categorieen.Select(c => KeyValuePair.Create(c, (JsonNode?)Gesorteerd(gegevens[c]!)))).ToJsonString();

    /// <summary>DUO knows the person too.</summary>
    private Task KentAsync(Nieuweling persoon) => house.WeetAsync(new
    {
        bsn = persoon.Bsn,
        vNummer = persoon.Nummer,
        gemeentecode = "1708",
        inburgeringsplicht = new { indicatorInburgeringsplicht = true, begindatum = "2024-01-29" },
        doelgroep = new { indeling = "Asielstatushouder", begindatum = "2024-01-29", gedetailleerdeDoelgroep = "Asielstatushouder" },
    });
}
