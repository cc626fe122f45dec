using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Inburgering.Gateway.Tests.Shared;

namespace Inburgering.Gateway.Tests.Inbox.Berichten;

/// <summary>What a participation partner's messages make of dossiers (domain b.5), over HTTP from the front door to what the regievoerder and the partner itself read.</summary>
[Collection(Berichtenhuis.Collection)]
public sealed class ParticipatiepartnerTests(RunningHouse house)
{
    private const string Doel = "uitvoeren-participatie";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Berichten_VanEenTraject_StaanInHetDossierMetHerkomst()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");

        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "trajectfase", 1, new { fase = "binnenstage", sinds = "2024-09-02", verwachtTot = "2024-11-29" }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "activiteit", 2, new { kenmerk = "A-17", soort = "stage", startdatum = "2024-09-02", urenPerWeek = 24 }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "participatie-uren", 4, new { periode = "2024-10", uren = 80 }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "participatie-uren", 3, new { periode = "2024-09", uren = 72.5 }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "no-show", 5, new { datum = "2024-10-07", bij = "binnenstage", afgemeld = true }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "map-uren", 6, new { periode = "2024-10", themas = new[] { new { thema = "orientatie", uren = 6.0 }, new { thema = "praktijk", uren = 14.5 } } }));
        Assert.Equal(("verwerkt", null), await house.VerwerkAsync(deelnemer, "participatie-uitstroom", 7, new { datum = "2024-11-08", reden = "betaald-werk" }));

        const string Wie = "\"bron\":\"werkcorporatie\"";
        const string Par = $$"""
            {"activiteiten":[{{{Wie}},"kenmerk":"A-17","soort":"stage","startdatum":"2024-09-02","urenPerWeek":24}],"noShows":[{"afgemeld":true,"bij":"binnenstage",{{Wie}},"datum":"2024-10-07"}],"trajectfase":{"fase":"binnenstage","sinds":"2024-09-02","verwachtTot":"2024-11-29"},"uitstroom":{"datum":"2024-11-08","reden":"betaald-werk"},"uren":[{{{Wie}},"periode":"2024-09","uren":72.5},{{{Wie}},"periode":"2024-10","uren":80}]}
            """;
        const string Map = $$"""
            {"themas":[{{{Wie}},"periode":"2024-10","thema":"orientatie","uren":6},{{{Wie}},"periode":"2024-10","thema":"praktijk","uren":14.5}],"uren":[{{{Wie}},"periode":"2024-10","uren":20.5}]}
            """;
        Assert.Equal((Par.Trim(), Map.Trim()), ((await deelnemer.RegieAsync("PAR")).Tekst(), (await deelnemer.RegieAsync("MAP")).Tekst()));
        Assert.Equal((Par.Trim(), Map.Trim()), ((await house.EigenAsync(deelnemer, Doel, "PAR")).Tekst(), (await house.EigenAsync(deelnemer, Doel, "MAP")).Tekst()));
        Assert.Equal(0L, await house.ScalarAsync<long>(
            $"select count(*) from dossiers.feit where dossier_id = '{deelnemer.DossierId}' and categorie in ('PAR', 'MAP') and (bron <> 'werkcorporatie' or bericht_id is null or volgorde is null)"));
    }

    [Fact]
    public async Task Correctie_VanEenMaandEenActiviteitOfEenNoShow_VervangtAlleenDie()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        await house.VerwerkAsync(deelnemer, "participatie-uren", 1, new { periode = "2024-09", uren = 72 });
        await house.VerwerkAsync(deelnemer, "participatie-uren", 2, new { periode = "2024-10", uren = 80 });
        await house.VerwerkAsync(deelnemer, "activiteit", 3, new { kenmerk = "A", soort = "stage", startdatum = "2024-09-02" });
        await house.VerwerkAsync(deelnemer, "activiteit", 4, new { kenmerk = "B", soort = "vrijwilligerswerk", startdatum = "2024-09-03" });
        await house.VerwerkAsync(deelnemer, "no-show", 5, new { datum = "2024-10-07", bij = "map" });

        await house.VerwerkAsync(deelnemer, "participatie-uren", 6, new { periode = "2024-09", uren = 64 });
        await house.VerwerkAsync(deelnemer, "activiteit", 7, new { kenmerk = "A", soort = "stage", startdatum = "2024-09-02", einddatum = "2024-10-31" });
        await house.VerwerkAsync(deelnemer, "no-show", 8, new { datum = "2024-10-07", bij = "map", vervallen = true });

        var par = (await deelnemer.RegieAsync("PAR"))!;
        Assert.Equal(["2024-09 64", "2024-10 80"], par["uren"]!.AsArray().Select(u => $"{u!["periode"]} {u["uren"]}"));
        Assert.Equal(["A 2024-10-31", "B "], par["activiteiten"]!.AsArray().Select(a => $"{a!["kenmerk"]} {a["einddatum"]}"));
        Assert.Null(par["noShows"]);
        Assert.Equal(2L, await house.ScalarAsync<long>($"select max(versie)::bigint from dossiers.feit where dossier_id = '{deelnemer.DossierId}' and veldgroep = 'periode-2024-09'"));
    }

    [Fact]
    public async Task Gezondheid_OfIetsAndersDatNietGevraagdIs_IsEenFoutEnNietBewaard()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        var bericht = deelnemer.Event("no-show", 1, new { datum = "2024-10-07", bij = "map", reden = "ziek", belastbaarheidUrenPerWeek = 12 });

        using var response = await house.PostAsync(deelnemer.Client, bericht.ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var fouten = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["errors"]!.AsArray();
        Assert.Equal(["/data/belastbaarheidUrenPerWeek", "/data/reden"], fouten.Select(f => (string)f!["pointer"]!).Order(StringComparer.Ordinal));
        Assert.Equal(0L, await house.ScalarAsync<long>($"select count(*) from inbox.bericht where dossier_id = '{deelnemer.DossierId}' and partner = 'participatiepartner'"));
    }

    [Fact]
    public async Task Bericht_ZonderOpdrachtOfNaHetEinde_IsGeenRelatie()
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        var onbekend = deelnemer with { Referentie = "PR-0000000000" };
        var opdracht = (await deelnemer.Regie.OpdrachtenAsync()).Body.GetProperty("opdrachten")[0].GetProperty("opdrachtId").GetString()!;

        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(onbekend, "trajectfase", 1, new { fase = "evaluatie", sinds = "2024-11-01" }));
        await deelnemer.Regie.BeeindigAsync(opdracht);
        Assert.Equal(("afgekeurd", "geen-relatie"), await house.VerwerkAsync(deelnemer, "trajectfase", 2, new { fase = "evaluatie", sinds = "2024-11-01" }));

        Assert.Null(await deelnemer.RegieAsync("PAR"));
    }

    [Theory]
    [InlineData("bsn", "999990044")]
    [InlineData("vNummer", "2900000033")]
    public async Task Persoon_BijEenNummerGenoemd_IsGeweigerd(string veld, string nummer)
    {
        var bericht = new Deelnemer(null!, Partnerproef.Werk, "PR-0000000000").Event("trajectfase", 1, new { fase = "evaluatie", sinds = "2024-11-01" });
        bericht["data"]!.AsObject().Remove("partnerReferentie");
        bericht["data"]![veld] = nummer;

        using var response = await house.PostAsync(Partnerproef.Werk, bericht.ToJsonString());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Sandbox_AlsWerkKom_LevertOnderEigenNaam()
    {
        var referentie = await house.ScalarAsync<string>("select partner_referentie from dossiers.relatie where client_id = 'werkkom-0106' and geldig_tot is null order by partner_referentie limit 1");
        var zending = new { client = "werkkom-0106", type = "trajectfase", keer = 2, data = new { partnerReferentie = referentie, fase = "introductiegesprek", sinds = "2024-11-04" } };

        using var response = await house.Sandbox.PostAsync("/_sandbox/participatiepartner/zendingen", RunningHouse.Json(zending), Ct);

        var verslagen = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!.AsArray();
        Assert.Equal([202, 202], verslagen.Select(v => (int)v!["status"]!));
        var id = verslagen.Select(v => v!["location"]!.ToString()).Distinct().Single()["/v1/berichten/".Length..];
        await house.UntilAsync($"select status = 1 and reden is null from inbox.bericht where bericht_id = '{id}'");
        Assert.Equal("werkkom", await house.ScalarAsync<string>($"select bron from dossiers.feit where bericht_id = '{id}'"));
    }

    /// <summary>The messages of one traject: whatever order and how often, the dossier ends as in order and once.</summary>
    [Fact]
    public async Task Volgorde_EnHerhaling_MakenGeenVerschil()
    {
        var recht = await EindstandAsync(Enumerable.Range(0, 10));

        foreach (var volgorde in Gen.Sample(Gen.Shuffle(Enumerable.Range(0, 10).Concat([1, 4, 8]).ToArray()), Cases))
        {
            var eind = await EindstandAsync(volgorde);
            Assert.True(recht == eind, $"Andere eindstand bij {string.Join(' ', volgorde)}: {eind} in plaats van {recht}");
        }
    }

    private static int Cases => Environment.GetEnvironmentVariable("GATEWAY_TEST_MAAT") == "lang" ? 100 : 10;

    private static JsonObject[] Traject(Deelnemer d) =>
    [
        d.Event("trajectfase", 1, new { fase = "introductiegesprek", sinds = "2024-08-26" }),
        d.Event("trajectfase", 2, new { fase = "binnenstage", sinds = "2024-09-02" }),
        d.Event("activiteit", 3, new { kenmerk = "A", soort = "stage", startdatum = "2024-09-02" }),
        d.Event("participatie-uren", 4, new { periode = "2024-09", uren = 72 }),
        d.Event("participatie-uren", 5, new { periode = "2024-10", uren = 80 }),
        d.Event("participatie-uren", 6, new { periode = "2024-09", uren = 64.5 }),
        d.Event("no-show", 7, new { datum = "2024-10-07", bij = "binnenstage" }),
        d.Event("activiteit", 8, new { kenmerk = "A", soort = "werkervaringsplek", startdatum = "2024-09-02", einddatum = "2024-11-01" }),
        d.Event("map-uren", 9, new { periode = "2024-10", themas = new[] { new { thema = "praktijk", uren = 8 } } }),
        d.Event("no-show", 10, new { datum = "2024-10-07", bij = "binnenstage", vervallen = true }),
    ];

    private async Task<string> EindstandAsync(IEnumerable<int> volgorde)
    {
        var deelnemer = await house.DeelnemerAsync(Partnerproef.Werk, null, "participatie");
        var traject = Traject(deelnemer);
        foreach (var i in volgorde)
        {
            await house.LeverAsync(deelnemer, traject[i]);
        }

        await house.UntilAsync("select count(*) = 0 from inbox.bericht where partner = 'participatiepartner' and status = 0");
        return (await deelnemer.RegieAsync("PAR")).Tekst() + (await deelnemer.RegieAsync("MAP")).Tekst();
    }
}
