using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Inburgering.Gateway.Tests.Inbox.Berichten;

namespace Inburgering.Gateway.Tests.Features.Gebruikers;

/// <summary>Domain b.6: VluchtelingenWerk's people are named, and each of them reaches her own caseload and nothing else, at every door that a partner has.</summary>
[Collection(Gebruikershuis.Collection)]
public sealed class DeurenTests(Gebruikershuis house)
{
    private const string Pvt = "uitvoeren-pvt", Begeleiding = "maatschappelijke-begeleiding", Vwn = Gebruikershuis.Vwn;
    private const string Eigen = "vrijwilliger-eigen", Ander = "vrijwilliger-ander", Niemand = "vrijwilliger-niemand";

    /// <summary>Every call with which a partner can open, find, deliver or confirm something about a person, by: who works on her, who works on another, who works on nobody, and the system itself.</summary>
    private static readonly string[] Verwacht =
    [
        "lezen: 200 - | 404 GW-0104 buiten-caseload | 404 GW-0104 buiten-caseload | 200 -",
        "lezen voor een ander doel: 200 - | 404 GW-0104 buiten-caseload | 404 GW-0104 buiten-caseload | 200 -",
        "lezen voor een vreemd doel: 403 GW-0103 doel-niet-toegestaan | 403 GW-0103 doel-niet-toegestaan | 403 GW-0103 doel-niet-toegestaan | 403 GW-0103 doel-niet-toegestaan",
        "zoeken: 200 - | 404 GW-0104 buiten-caseload | 404 GW-0104 buiten-caseload | 200 -",
        "inzagen: 403 GW-0103 doel-niet-hier | 403 GW-0103 doel-niet-hier | 403 GW-0103 doel-niet-hier | 403 GW-0103 doel-niet-hier",
        "besluit van een ander: 404 GW-0104 geen-besluit | 404 GW-0104 buiten-caseload | 404 GW-0104 buiten-caseload | 200 -",
        "correctietaken: 1 | 0 | 0 | 1",
        "correctietaak bevestigen: 200 - | 404 GW-0004 geen-correctietaak | 404 GW-0004 geen-correctietaak | 200 -",
        "leveren: verwerkt - | afgekeurd geen-relatie | afgekeurd geen-relatie | verwerkt -",
        "andermans bericht: 404 GW-0273 http-404 | 404 GW-0273 http-404 | 404 GW-0273 http-404 | 200 -",
        "eigen afkeuringen: 0 | 1 | 1 | 2",
    ];

    /// <summary>The same when a user must be named and none is.</summary>
    private static readonly string[] VerwachtVerplicht =
    [
        "lezen: 403 GW-0129 gebruiker-ontbreekt",
        "lezen voor een ander doel: 403 GW-0129 gebruiker-ontbreekt",
        "lezen voor een vreemd doel: 403 GW-0129 gebruiker-ontbreekt",
        "zoeken: 403 GW-0129 gebruiker-ontbreekt",
        "inzagen: 403 GW-0129 gebruiker-ontbreekt",
        "besluit van een ander: 403 GW-0129 gebruiker-ontbreekt",
        "correctietaken: 1",
        "correctietaak bevestigen: 200 -",
        "leveren: verwerkt -",
        "andermans bericht: 200 -",
        "eigen afkeuringen: 2",
    ];

    [Fact]
    public async Task ElkeDeur_PerGebruiker_ReiktZoVerAlsHaarCaseload()
    {
        var (persoon, verder) = (await house.PersoonAsync(), await house.PersoonAsync());
        await house.GezetAsync(Eigen, persoon.Referentie);
        await house.GezetAsync(Ander, verder.Referentie);
        HttpClient[] wie = [await house.AsAsync(Vwn, Eigen), await house.AsAsync(Vwn, Ander), await house.AsAsync(Vwn, Niemand), await house.AsAsync(Vwn)];
        var proef = await ProefAsync(persoon);

        var gezien = new List<string>();
        foreach (var (naam, doe) in proef)
        {
            gezien.Add($"{naam}: {string.Join(" | ", await Task.WhenAll(wie.Select(doe)))}");
        }

        Assert.Equal(Verwacht, gezien);
        await house.RegelAsync("verplicht");
        try
        {
            var zonder = new List<string>();
            foreach (var (naam, doe) in proef)
            {
                zonder.Add($"{naam}: {await doe(wie[3])}");
            }

            Assert.Equal(VerwachtVerplicht, zonder);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), ((await house.LeesAsync(wie[0], persoon)).Status, (await house.LeesAsync(wie[1], persoon)).Status));
            Assert.True(await MagVolgensDeGemeenteAsync(persoon), "wat de organisatie mag, hangt niet af van wie van haar vraagt");
        }
        finally
        {
            await house.RegelAsync("toegestaan");
        }
    }

    /// <summary>What every door answers about this person, in short.</summary>
    private async Task<(string Naam, Func<HttpClient, Task<string>> Doe)[]> ProefAsync(Deelnemer over)
    {
        var (id, systeem) = (await house.ExternAsync(over.DossierId), await house.AsAsync(Vwn));
        await over.Regie.LegVastAsync(house, "CON", "gemeente", new JsonObject { ["email"] = "oud@voorbeeld.example" });
        var gelezen = await house.LeesAsync(systeem, over);
        await over.Regie.PostAsync($"/v1/dossiers/{over.DossierId}/rectificaties", new { categorie = "CON", veld = "email", nieuweWaarde = "nieuw@voorbeeld.example", zaaknummer = "AVG-1" });
        var taak = await house.ScalarAsync<Guid>($"select correctietaak_id from dossiers.correctietaak where dossier_id = '{over.DossierId}' and ontvanger = '{Vwn}'");
        var (bericht, _) = await Gebruikershuis.LeverAsync(systeem, over.Event("pvt-uren", 1, new { periode = "2024-08", uren = 1 }));
        var volgnummer = 1;
        Func<HttpClient, Task<string>> Get(string pad) => wie => KortAsync(Antwoord.SendAsync(wie, HttpMethod.Get, pad));
        static Func<HttpClient, Task<string>> Tel(string pad, string lijst, Func<JsonElement, bool> telt) => async wie =>
            $"{(await Antwoord.SendAsync(wie, HttpMethod.Get, pad)).Body.GetProperty(lijst).EnumerateArray().Count(telt)}";
        return
        [
            ("lezen", Get($"/v1/dossiers/{id}?doel={Pvt}")),
            ("lezen voor een ander doel", Get($"/v1/dossiers/{id}?doel={Begeleiding}")),
            ("lezen voor een vreemd doel", Get($"/v1/dossiers/{id}?doel=uitvoeren-leerroute")),
            ("zoeken", wie => KortAsync(Gebruikershuis.ZoekAsync(wie, over.Referentie))),
            ("inzagen", Get($"/v1/dossiers/{id}/inzagen?doel={Pvt}")),
            ("besluit van een ander", Get($"/v1/dossiers/{id}/besluiten/{gelezen.BesluitId}")),
            // every line is about one person, and a task stays on the list until it is confirmed
            ("correctietaken", Tel("/v1/partner/correctietaken", "correctietaken", t => t.GetProperty("dossierId").GetString() == id)),
            ("correctietaak bevestigen", async wie =>
            {
                var antwoord = await KortAsync(Antwoord.SendAsync(wie, HttpMethod.Post, $"/v1/partner/correctietaken/{taak}/bevestigingen"));
                await house.ScalarAsync<object>($"update dossiers.correctietaak set status = 'open', afgehandeld_op = null where correctietaak_id = '{taak}'");
                return antwoord;
            }),
            ("leveren", async wie => (await Gebruikershuis.LeverAsync(wie, over.Event("pvt-uren", Interlocked.Increment(ref volgnummer), new { periode = "2024-09", uren = 2 }))).Afloop),
            ("andermans bericht", Get(bericht)),
            ("eigen afkeuringen", async wie =>
            {
                var hierover = (await house.ScalarAsync<string>($"select string_agg(bericht_id::text, ' ') from inbox.bericht where dossier_id = '{over.DossierId}'"))!;
                return await Tel("/v1/partner/afkeuringen", "afkeuringen", a => hierover.Contains(a.GetProperty("berichtId").GetString()!, StringComparison.Ordinal))(wie);
            }),
        ];
    }

    private async Task<string> KortAsync(Task<Antwoord> vraag)
    {
        var antwoord = await vraag;
        return antwoord.Status == HttpStatusCode.OK ? "200 -" : $"{(int)antwoord.Status} {antwoord.Code} {await house.RedenAsync(antwoord)}";
    }

    private async Task<bool> MagVolgensDeGemeenteAsync(Deelnemer over)
    {
        var antwoord = await Antwoord.SendAsync(over.Regie.Client, HttpMethod.Post, "/access/v1/evaluation", new
        {
            subject = new { type = "client", id = Vwn },
            action = new { name = "lezen", properties = new { processing_activity_id = "VA-09-pvt" } },
            resource = new { type = "dossier", id = over.DossierId },
        });
        return antwoord.Body.GetProperty("decision").GetBoolean();
    }
}
