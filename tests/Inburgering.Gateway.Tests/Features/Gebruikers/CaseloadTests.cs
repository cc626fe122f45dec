using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Inbox.Berichten;
using Inburgering.Gateway.Tests.Shared;
using Inburgering.Gateway.Tests.Verwerkingslog;

namespace Inburgering.Gateway.Tests.Features.Gebruikers;

/// <summary>How a partner says for whom its people work, and what follows from it at once (domain b.6).</summary>
[Collection(Gebruikershuis.Collection)]
public sealed class CaseloadTests(Gebruikershuis house)
{
    private const string Pvt = "uitvoeren-pvt", Begeleiding = "maatschappelijke-begeleiding", Vwn = Gebruikershuis.Vwn;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BuitenDeCaseload_AntwoordtAlsOverNiemandEnStaatInHetLogMetWieHetWas()
    {
        var persoon = await PersoonAsync();
        await GezetAsync("v-roos");
        var (roos, piet) = (await house.AsAsync(Vwn, "v-roos"), await house.AsAsync(Vwn, "v-piet"));

        var (echt, niemand) = (await LeesAsync(roos, persoon), await Antwoord.SendAsync(roos, HttpMethod.Get, $"/v1/dossiers/{Guid.NewGuid()}?doel={Pvt}"));
        var (gezocht, zonder) = (await ZoekAsync(roos, persoon.Referentie), await ZoekAsync(roos, "PR-0000000000"));
        var vanPiet = await LeesAsync(piet, persoon);
        await Gebruikershuis.LeverAsync(roos, persoon.Event("pvt-uren", 1, new { periode = "2024-10", uren = 2 }));

        Assert.Equal(niemand.ZonderNummer, echt.ZonderNummer);
        Assert.Equal(zonder.ZonderNummer, gezocht.ZonderNummer);
        Assert.Equal("Dossier geraadpleegd|1|buiten-caseload|uitvoeren-pvt|-|-|t", await echt.RegelAsync(house));
        var (actor, vanEenAnder) = (await ActorAsync(echt), await ActorAsync(vanPiet));
        Assert.Matches("^[0-9a-f]{40} vwn-1708$", actor);
        Assert.NotEqual(actor, vanEenAnder);
        Assert.Equal(actor, await ActorAsync(gezocht));
        Assert.Equal($"gebruiker:{actor.Split(' ')[0]}", await house.ScalarAsync<string>($"""
            select string_agg(r.informatie, '') from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
            where r.dossier_id = '{persoon.DossierId}' and c.actor = 'taak-berichten' and c.reden = 'buiten-caseload' and c.resultaat = 1
            """));
        Assert.Equal(["buiten-caseload", "buiten-caseload", "geen-dossier", "geen-dossier"], await RedenenVoorPrivacyofficerAsync(actor.Split(' ')[0], "v-roos"));
    }

    [Fact]
    public async Task Caseload_Gewijzigd_GeldtVanafHetAntwoord()
    {
        var (een, twee) = (await PersoonAsync(), await PersoonAsync());
        var wie = await house.AsAsync(Vwn, "v-wissel");

        foreach (var (lijst, verwacht) in new (Deelnemer[], (int, int))[] { ([een], (200, 404)), ([een, twee], (200, 200)), ([twee], (404, 200)), ([], (404, 404)), ([twee, een], (200, 200)) })
        {
            var gezet = await house.ZetAsync("v-wissel", lijst.Select(d => d.Referentie));

            Assert.Equal(lijst.Select(d => d.Referentie).Order(StringComparer.Ordinal), gezet.Body.GetProperty("personen").EnumerateArray().Select(p => p.GetProperty("partnerReferentie").GetString()));
            Assert.Equal(verwacht, ((int)(await LeesAsync(wie, een)).Status, (int)(await LeesAsync(wie, twee)).Status));
        }
    }

    [Fact]
    public async Task Caseload_EindigtMetDeOpdrachtEnEenNieuweHoortErPasBijAlsDePartnerDatZegt()
    {
        var persoon = await PersoonAsync();
        await GezetAsync("v-einde", persoon.Referentie);
        var (wie, systeem) = (await house.AsAsync(Vwn, "v-einde"), await house.AsAsync(Vwn));
        await Gebruikershuis.LeverAsync(wie, persoon.Event("pvt-uren", 1, new { periode = "2024-10", uren = 2 }));
        Assert.Equal(["begeleiding", "pvt"], await TakenAsync("v-einde"));

        await EindigAsync(persoon, "pvt");

        Assert.Equal((404, 200, 200), ((int)(await LeesAsync(wie, persoon)).Status, (int)(await LeesAsync(wie, persoon, Begeleiding)).Status, (int)(await LeesAsync(systeem, persoon)).Status));
        Assert.Equal(["begeleiding"], await TakenAsync("v-einde"));

        await EindigAsync(persoon, "begeleiding");
        Assert.Empty(await TakenAsync("v-einde"));
        Assert.Equal("/partnerReferenties/0", (await house.ZetAsync("v-einde", [persoon.Referentie])).Plaatsen);

        // ended at this very instant of a clock that stands still, so it can begin again at the same one
        Assert.Equal(HttpStatusCode.Created, (await persoon.Regie.GeefAsync(Regiewerk.Opdracht(Vwn, "pvt", Regiewerk.Nu))).Status);
        Assert.Equal((404, 200), ((int)(await LeesAsync(wie, persoon)).Status, (int)(await LeesAsync(systeem, persoon)).Status));
        await GezetAsync("v-einde", persoon.Referentie);
        Assert.Equal(200, (int)(await LeesAsync(wie, persoon)).Status);
    }

    [Fact]
    public async Task Levering_TeltNaarDeCaseloadVanHetMomentWaaropZijKwam()
    {
        var persoon = await PersoonAsync();
        await GezetAsync("v-lever", persoon.Referentie);
        var wie = await house.AsAsync(Vwn, "v-lever");

        var (_, binnen) = await Gebruikershuis.LeverAsync(wie, persoon.Event("pvt-uren", 1, new { periode = "2024-09", uren = 3 }));
        await GezetAsync("v-lever");
        var (_, buiten) = await Gebruikershuis.LeverAsync(wie, persoon.Event("pvt-uren", 2, new { periode = "2024-10", uren = 4 }));

        Assert.Equal(("verwerkt -", "afgekeurd geen-relatie"), (binnen, buiten));
        Assert.Equal("2024-09", (string?)Assert.Single((await persoon.RegieAsync("PVT"))!["uren"]!.AsArray())!["periode"]);
    }

    [Fact]
    public async Task Bestand_VanEenGebruiker_TeltAlleenVoorHaarCaseload()
    {
        var (eigen, ander) = (await house.LeerlingAsync(), await house.LeerlingAsync());
        Assert.Equal(HttpStatusCode.OK, (await house.ZetAsync("docent-1", [eigen.Referentie], Gebruikershuis.Taalpunt)).Status);
        var docent = await house.AsAsync(Gebruikershuis.Taalpunt, "docent-1");

        var (adres, samen) = await BestandAsync(docent, eigen.Referentie, ander.Referentie);
        var (_, alleen) = await BestandAsync(docent, eigen.Referentie);

        Assert.Equal(("afgekeurd", 3), ((string?)samen["status"], (int)samen["resultaten"]![0]!["rij"]!));
        Assert.Equal("verwerkt", (string?)alleen["status"]);
        Assert.Equal(HttpStatusCode.NotFound, (await Antwoord.SendAsync(await house.AsAsync(Gebruikershuis.Taalpunt, "docent-2"), HttpMethod.Get, adres)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Antwoord.SendAsync(await house.AsAsync(Gebruikershuis.Taalpunt), HttpMethod.Get, adres)).Status);
    }

    [Fact]
    public async Task Zet_ElkeFout_StaatErbijEnErVerandertNiets()
    {
        var (een, twee, voorbij) = (await PersoonAsync(), await PersoonAsync(), await PersoonAsync());
        await EindigAsync(voorbij, "pvt");
        await EindigAsync(voorbij, "begeleiding");
        var vanEenAnder = await house.LeerlingAsync();
        await GezetAsync("v-fout", een.Referentie);
        var missers = await MissersAsync();

        var vorm = await house.ZetAsync("v-fout", [twee.Referentie, "PR-kort", twee.Referentie, $"{een.Referentie}\n"]);
        var wie = await house.ZetAsync("v-fout", [twee.Referentie, "PR-0000000000", voorbij.Referentie, vanEenAnder.Referentie]);
        var veel = await house.ZetAsync("v-fout", Enumerable.Range(0, 501).Select(i => $"PR-{i:D10}"));
        var pad = await house.ZetAsync("v%40vwn.example", []);
        var beide = await house.ZetAsync("v-999990019", ["x"]);
        var leeg = await Antwoord.SendAsync(await house.AsAsync(Vwn), HttpMethod.Put, "/v1/partner/gebruikers/v-fout/caseload", new { });

        Assert.All([vorm, wie, veel, pad, beide, leeg], a => Assert.Equal((HttpStatusCode.BadRequest, "GW-0003"), (a.Status, a.Code)));
        Assert.Equal(
            ("/partnerReferenties/1 /partnerReferenties/2 /partnerReferenties/3", "/partnerReferenties/1 /partnerReferenties/2 /partnerReferenties/3", "/partnerReferenties", "gebruiker", "gebruiker /partnerReferenties/0", "/partnerReferenties"),
            (vorm.Plaatsen, wie.Plaatsen, veel.Plaatsen, pad.Plaatsen, beide.Plaatsen, leeg.Plaatsen));
        Assert.Equal("caseload-past-niet", await house.RedenAsync(wie));
        Assert.DoesNotContain("PR-", wie.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(missers + 3, await MissersAsync());
        Assert.Equal([een.Referentie], await LijstAsync("v-fout"));
    }

    [Fact]
    public async Task Zet_NogEens_VerandertNietsEnSchrijftPerPersoonDieKwamOfGingEenRegel()
    {
        var (een, twee) = (await PersoonAsync(), await PersoonAsync());

        await GezetAsync("v-regel", een.Referentie);
        var rijen = await RijenAsync(een);
        var nogEens = await house.ZetAsync("v-regel", [een.Referentie]);

        Assert.Equal((HttpStatusCode.OK, "herhaling"), (nogEens.Status, await house.RedenAsync(nogEens)));
        Assert.Equal(rijen, await RijenAsync(een));
        Assert.Equal((1L, 0L), (await RegelsAsync(een), await RegelsAsync(twee)));
        await GezetAsync("v-regel", twee.Referentie);
        Assert.Equal((2L, 1L), (await RegelsAsync(een), await RegelsAsync(twee)));
    }

    [Theory]
    [InlineData(Vwn, "v-zelf", "GW-0130", "alleen-systeem")]
    [InlineData("schakelcollege-1708", null, "GW-0130", "geen-gebruikers")]
    [InlineData("coa", null, "GW-0012", "http-403")]
    [InlineData("zaaksysteem-1708", null, "GW-0002", "GW-0002")]
    public async Task Zet_DoorWieDatNietMag_IsGeweigerd(string client, string? gebruiker, string code, string reden)
    {
        var wie = gebruiker is null ? await house.AsAsync(client) : await house.AsAsync(client, gebruiker);
        const string Pad = "/v1/partner/gebruikers/v-zelf/caseload";

        foreach (var antwoord in new[] { await Antwoord.SendAsync(wie, HttpMethod.Put, Pad, new { partnerReferenties = Array.Empty<string>() }), await Antwoord.SendAsync(wie, HttpMethod.Get, Pad) })
        {
            Assert.Equal((HttpStatusCode.Forbidden, code, reden), (antwoord.Status, antwoord.Code, await house.RedenAsync(antwoord)));
        }
    }

    /// <summary>For any caseload: what a user reads, and finds, is her caseload and what the client reads, no more and no less.</summary>
    [Fact]
    public async Task Lezen_BijWelkeCaseloadOok_IsCaseloadEnWatDeClientLeest()
    {
        var mensen = new[] { await PersoonAsync(), await PersoonAsync("pvt"), await PersoonAsync("begeleiding"), await PersoonAsync(), await PersoonAsync("pvt"), await PersoonAsync() };
        await house.ScalarAsync<Guid>($"update dossiers.dossier set doelgroep = 'Gezinsmigrant en overige migrant' where dossier_id = '{mensen[3].DossierId}' returning dossier_id");
        await Gebruikershuis.LeverAsync(await house.AsAsync(Vwn), mensen[4].Event("pvt-uren", 1, new { periode = "2024-10", uren = 2 }));
        await EindigAsync(mensen[4], "pvt");
        await EindigAsync(mensen[5], "begeleiding");
        var (wie, systeem, toeval) = (await house.AsAsync(Vwn, "v-toeval"), await house.AsAsync(Vwn), new Random(20241115));
        var (gelezen, geweigerd) = (0, 0);
        for (var i = 0; i < (TestMaat.Lang ? 100 : 10); i++)
        {
            var caseload = mensen.Where((_, n) => n != 4 && toeval.Next(2) == 0).ToArray();
            Assert.Equal(HttpStatusCode.OK, (await house.ZetAsync("v-toeval", caseload.Select(d => d.Referentie))).Status);
            foreach (var (mens, doel) in mensen.SelectMany(m => new[] { (m, Pvt), (m, Begeleiding) }))
            {
                var (client, gebruiker, gevonden) = (await LeesAsync(systeem, mens, doel), await LeesAsync(wie, mens, doel), await ZoekAsync(wie, mens.Referentie, doel));

                var mag = client.Status == HttpStatusCode.OK && caseload.Contains(mens);
                Assert.True((gebruiker.Status == HttpStatusCode.OK) == mag && (gevonden.Status == HttpStatusCode.OK) == mag, $"ronde {i}, persoon {Array.IndexOf(mensen, mens)}, {doel}: {client.Status}, {gebruiker.Status}, {gevonden.Status}");
                if (mag)
                {
                    Assert.Equal(client.Body.GetRawText(), gebruiker.Body.GetRawText());
                }

                _ = mag ? gelezen++ : geweigerd++;
            }

            await house.ScalarAsync<object>("update toegang.zoekmisser set aantal = 0");
        }

        Assert.True(gelezen > 0 && geweigerd > 0, "De proef zag maar één kant.");
    }

    /// <summary>The partner's own names of its people stand nowhere with us: not in a table, a log, a span or a metric.</summary>
    [Fact]
    public async Task Gebruiker_BijDeNaamDiePartnerGeeft_StaatNergens()
    {
        const string Naam = "zeldzame-naam-7f3k";
        var persoon = await PersoonAsync();
        await GezetAsync(Naam, persoon.Referentie);
        var wie = await house.AsAsync(Vwn, Naam);
        await LeesAsync(wie, persoon);
        await Gebruikershuis.LeverAsync(wie, persoon.Event("pvt-uren", 1, new { periode = "2024-10", uren = 2 }));

        Assert.DoesNotContain(Naam, System.Text.Encoding.Latin1.GetString(await DatabaseDump.OfAsync(house.Database, Ct)), StringComparison.Ordinal);
        Assert.DoesNotContain(Naam, house.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Naam, await house.Anonymous.GetStringAsync("/metrics", Ct), StringComparison.Ordinal);
        Assert.Contains("/v1/partner/gebruikers/{gebruiker}/caseload", house.Output, StringComparison.Ordinal);
    }

    private Task<Deelnemer> PersoonAsync(params string[] taken) => house.PersoonAsync(taken);

    private Task GezetAsync(string gebruiker, params string[] referenties) => house.GezetAsync(gebruiker, referenties);

    private Task<Antwoord> LeesAsync(HttpClient wie, Deelnemer over, string doel = Pvt) => house.LeesAsync(wie, over, doel);

    private static Task<Antwoord> ZoekAsync(HttpClient wie, string partnerReferentie, string doel = Pvt) => Gebruikershuis.ZoekAsync(wie, partnerReferentie, doel);

    private static async Task EindigAsync(Deelnemer wie, string taak)
    {
        var id = (await wie.Regie.OpdrachtenAsync()).Body.GetProperty("opdrachten").EnumerateArray().First(o => o.GetProperty("taak").GetString() == taak).GetProperty("opdrachtId").GetString()!;
        Assert.Equal(HttpStatusCode.Created, (await wie.Regie.BeeindigAsync(id)).Status);
    }

    private static async Task<(string Adres, JsonNode Stand)> BestandAsync(HttpClient wie, params string[] referenties)
    {
        const string Kop = "partnerreferentie;periode;geplandeuren;gevolgdeuren;geoorloofdverzuimuren;ongeoorloofdverzuimuren;correctie";
        using var inhoud = new StringContent(string.Join('\n', referenties.Select(r => $"{r};2024-09;10;8;1;1;").Prepend(Kop)), System.Text.Encoding.UTF8, "text/csv");
        using var aangenomen = await wie.PostAsync("/v1/leveringsbestanden", inhoud, Ct);
        Assert.Equal(HttpStatusCode.Accepted, aangenomen.StatusCode);
        var (adres, stand) = (aangenomen.Headers.Location!.OriginalString, (JsonNode?)null);
        await RunningHouse.UntilAsync(async ct =>
        {
            stand = JsonNode.Parse(await wie.GetStringAsync(adres, ct));
            return (string?)stand!["status"] is "verwerkt" or "afgekeurd";
        });
        return (adres, stand!);
    }

    private async Task<string[]> LijstAsync(string gebruiker) => [.. (await CaseloadAsync(gebruiker)).Select(p => p.GetProperty("partnerReferentie").GetString()!)];

    private async Task<string[]> TakenAsync(string gebruiker) => [.. (await CaseloadAsync(gebruiker)).SelectMany(p => p.GetProperty("taken").EnumerateArray().Select(t => t.GetString()!))];

    private async Task<JsonElement[]> CaseloadAsync(string gebruiker) =>
        [.. (await Antwoord.SendAsync(await house.AsAsync(Vwn), HttpMethod.Get, $"/v1/partner/gebruikers/{gebruiker}/caseload")).Body.GetProperty("personen").EnumerateArray()];

    private async Task<string> ActorAsync(Antwoord antwoord) => (await house.ScalarAsync<string>($"""
        select c.actor || ' ' || c.client_id from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context where r.span_id = '\x{antwoord.BesluitId}'
        """))!;

    /// <summary>Reasons of all lines of this actor, as privacy tooling finds them.</summary>
    private async Task<string[]> RedenenVoorPrivacyofficerAsync(string actor, string naam)
    {
        var antwoord = await Antwoord.SendAsync(await house.AsAsync("privacy-1708"), HttpMethod.Post, "/v1/logregels/_zoek", new { actor, van = "2024-11-15", tot = "2024-11-15" });
        Assert.DoesNotContain(naam, antwoord.Body.GetRawText(), StringComparison.Ordinal);
        return [.. antwoord.Body.GetProperty("logregels").EnumerateArray().Where(r => r.TryGetProperty("reden", out _)).Select(r => r.GetProperty("reden").GetString()!).Order(StringComparer.Ordinal)];
    }

    private Task<long> MissersAsync() => house.ScalarAsync<long>($"select coalesce(sum(aantal), 0) from toegang.zoekmisser where client_id = '{Vwn}'")!;

    private Task<string?> RijenAsync(Deelnemer wie) => house.ScalarAsync<string>($"select string_agg(l::text, ' ' order by l.caseload_id) from dossiers.caseload l where dossier_id = '{wie.DossierId}'");

    private Task<long> RegelsAsync(Deelnemer wie) => house.ScalarAsync<long>($"""
        select count(*) from verwerkingslog.regel r join verwerkingslog.context c on c.gemeentecode = r.gemeentecode and c.id = r.context
        where r.dossier_id = '{wie.DossierId}' and c.naam = 'Caseload van een gebruiker vastgelegd' and c.resultaat = 0
        """)!;
}
